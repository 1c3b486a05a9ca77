package org.sipprovisioning.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.security.RequestCredential.Refusal;
import org.sipprovisioning.space.CaCertificates;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/**
 * Authenticates accounts by client certificates that an authority of their space has issued. The server has verified in TLS that the
 * client holds the private key. The authorities that the server itself trusts do not depend on the space, so the certificate is checked
 * here again.
 */
@ApplicationScoped
public class CertificateStore implements IdentityStore {
    private static final long MAX_KEPT = 1_000;

    @Inject
    SpaceCatalog spaces;

    @Inject
    Accounts accounts;

    private final Cache<String, List<X509Certificate>> authorities =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof CertificateCredential shown)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        shown.explain(Reason.INVALID_CERTIFICATE);
        ClientCertificate certificate = new ClientCertificate(shown.chain());
        Set<String> domains = spaces.all().stream()
                .filter(space -> isIssued(certificate, space))
                .map(Space::domain)
                .collect(Collectors.toSet());
        if (domains.isEmpty()) {
            shown.refuse(Refusal.UNUSABLE);
            return CredentialValidationResult.INVALID_RESULT;
        }
        return StoreResult.ofUser(account(shown, certificate.sipAddress(), domains));
    }

    private boolean isIssued(ClientCertificate certificate, Space space) {
        return space.logins()
                .clientCertificateCa()
                .map(pem -> authorities.get(pem, CaCertificates::parse))
                .filter(certificate::isIssuedBy)
                .isPresent();
    }

    private Optional<Account> account(CertificateCredential shown, Optional<SipAddress> address, Set<String> domains) {
        address.ifPresent(named -> shown.claim(named.uri()));
        return address.filter(named -> domains.contains(named.domain())).flatMap(accounts::find);
    }
}
