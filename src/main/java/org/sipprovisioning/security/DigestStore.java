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
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.security.RequestCredential.Refusal;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/**
 * Knows the accounts by their ha1 (RFC 7616). Who they are says the user name, in the space that the nonce was made for. An account
 * that does not exist costs the same work as one whose password is wrong.
 */
@ApplicationScoped
public class DigestStore implements IdentityStore {
    /** Nobody's: no password has this hash. */
    private static final String NO_HA1 = "";

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
        return StoreResult.of(digest.response()
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
        Optional<Account> account = accounts.find(claimed);
        String ha1 = account.flatMap(found -> found.credentials().ha1(sent.algorithm()))
                .orElse(NO_HA1);
        if (!digest.matches(sent, ha1) || ha1.equals(NO_HA1)) {
            return Optional.empty();
        }
        if (!nonce.isFresh(Instant.now()) || !use(new UsedNonce(nonce, sent.nonceCount()))) {
            digest.refuse(Refusal.STALE);
            return Optional.empty();
        }
        digest.accept(sent, ha1);
        return account;
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
