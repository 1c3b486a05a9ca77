package org.sipprovisioning.security;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Instant;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.security.RequestCredential.Refusal;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/**
 * Authenticates accounts by their ha1 (RFC 7616). The user name identifies the account within the space that the nonce was issued for. A
 * wrong response costs the same statements, HMACs and digests, whether the account exists, has a password or is blocked.
 */
@ApplicationScoped
public class DigestStore implements IdentityStore {
    @Inject
    Nonces nonces;

    @Inject
    UsedNonces usedNonces;

    @Inject
    SpaceCatalog spaces;

    @Inject
    Accounts accounts;

    @Inject
    ExternalTarget externalTarget;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof DigestCredential digest)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        digest.refuse(Refusal.UNUSABLE);
        return StoreResult.ofUser(digest.response()
                .flatMap(sent -> nonces.read(sent.nonce())
                        .flatMap(nonce -> space(nonce)
                                .filter(space -> answersChallenge(digest, sent, space))
                                .flatMap(space -> account(digest, sent, nonce, space)))));
    }

    private Optional<Space> space(Nonce nonce) {
        return spaces.byId(nonce.spaceId()).filter(space -> space.logins().offerDigest());
    }

    private boolean answersChallenge(DigestCredential digest, DigestResponse sent, Space space) {
        return externalTarget.is(digest.target(), sent.uri())
                && Challenges.headerText(space.realm()).equals(sent.plainRealm())
                && space.algorithm() == sent.algorithm()
                && nonces.opaque().equals(sent.opaque());
    }

    private Optional<Account> account(DigestCredential digest, DigestResponse sent, Nonce nonce, Space space) {
        digest.setSpace(space);
        SipAddress claimed = new SipAddress(sent.plainUsername(), space.domain());
        digest.claim(claimed.uri());
        digest.refuse(Refusal.WRONG);
        Optional<String> ha1 = accounts.ha1(claimed, sent.algorithm());
        digest.explain(ha1.isEmpty() ? Reason.NO_PASSWORD : Reason.WRONG_PASSWORD);
        boolean matches = digest.matches(sent, ha1.orElseGet(() -> standIn(sent)));
        if (!matches || ha1.isEmpty()) {
            return Optional.empty();
        }
        if (!nonce.isFresh(Instant.now()) || !use(new UsedNonce(nonce, sent.nonceCount()))) {
            digest.refuse(Refusal.STALE);
            return Optional.empty();
        }
        digest.accept(sent, ha1.get());
        return accounts.find(claimed);
    }

    /** Returns a text as long as the missing ha1, so that it takes as long to hash. It must not authenticate any client. */
    private static String standIn(DigestResponse sent) {
        return "0".repeat(sent.algorithm().hexLength());
    }

    private boolean use(UsedNonce nonce) {
        try {
            return usedNonces.use(nonce);
        } catch (EJBException e) {
            if (DatabaseFailure.isTransient(e)) {
                return false;
            }
            throw e;
        }
    }
}
