package org.sipprovisioning.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.security.RequestCredential.Refusal;
import org.sipprovisioning.security.jwt.SignedToken;
import org.sipprovisioning.security.jwt.SigningKeys;
import org.sipprovisioning.space.SingleSignOn;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/**
 * Authenticates accounts by OpenID Connect tokens. A token is valid only for accounts of a space that trusts its issuer. If several
 * spaces trust the issuer, the token must identify exactly one account among them.
 */
@ApplicationScoped
public class BearerStore implements IdentityStore {
    @Inject
    SpaceCatalog spaces;

    @Inject
    SigningKeys keys;

    @Inject
    Accounts accounts;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof BearerCredential bearer)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        bearer.explain(Reason.INVALID_TOKEN);
        Optional<SignedToken> token = SignedToken.parse(bearer.token());
        if (token.isEmpty()) {
            bearer.refuse(Refusal.UNUSABLE);
        }
        token.flatMap(this::spaceOfIssuer).ifPresent(bearer::setSpace);
        List<Account> proved = token.stream()
                .flatMap(signed -> spaces.all().stream().flatMap(space -> account(bearer, signed, space).stream()))
                .toList();
        return StoreResult.of(proved.size() == 1 ? Optional.of(proved.get(0)) : Optional.empty());
    }

    /** Returns the space that trusts the issuer named in the token, before the signature is checked. */
    private Optional<Space> spaceOfIssuer(SignedToken token) {
        return spaces.all().stream()
                .filter(space -> space.logins()
                        .singleSignOn()
                        .filter(signOn -> signOn.issuer().equals(token.issuer()))
                        .isPresent())
                .findFirst();
    }

    private Optional<Account> account(BearerCredential bearer, SignedToken token, Space space) {
        return space.logins()
                .singleSignOn()
                .filter(signOn -> token.isFrom(signOn, Clock.systemUTC()))
                .filter(signOn -> isSigned(token, signOn))
                .flatMap(signOn -> bySipAddress(bearer, token.sipAddress(signOn), space)
                        .or(() -> token.email(signOn).flatMap(email -> accounts.findByEmail(email, space.domain()))));
    }

    private boolean isSigned(SignedToken token, SingleSignOn signOn) {
        return keys.of(signOn, token.header()).stream().anyMatch(token::isSignedBy);
    }

    private Optional<Account> bySipAddress(BearerCredential bearer, Optional<SipAddress> address, Space space) {
        address.ifPresent(named -> bearer.claim(named.uri()));
        return address.filter(named -> named.domain().equals(space.domain())).flatMap(accounts::find);
    }
}
