package org.sipprovisioning.security;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.sipprovisioning.account.SipAddress;

/** A client's certificate. Checks its issuer, and reads the SIP address of the account that it names. */
final class ClientCertificate {
    /** RFC 5280 §4.2.1.12: id-kp-clientAuth, anyExtendedKeyUsage. */
    private static final Set<String> CLIENT_AUTH = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    private static final Integer URI_NAME = 6;
    private static final String SIP = "sip:";

    private final List<X509Certificate> chain;
    private final X509Certificate own;

    /** @param chain the client's own certificate first; the others may be intermediates between it and its authority */
    ClientCertificate(List<X509Certificate> chain) {
        this.chain = chain;
        this.own = chain.get(0);
    }

    /**
     * Whether one of these authorities has issued the certificate, directly or through intermediates, and it is now valid for client
     * authentication (RFC 5280 §6.1, without revocation).
     */
    boolean isIssuedBy(List<X509Certificate> authorities) {
        Set<TrustAnchor> anchors = authorities.stream()
                .filter(ClientCertificate::isValidNow)
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty() || authorities.contains(own)) {
            return false;
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(path(anchors));
            List<String> usages = own.getExtendedKeyUsage();
            return usages == null || usages.stream().anyMatch(CLIENT_AUTH::contains);
        } catch (GeneralSecurityException notTheirs) {
            return false;
        }
    }

    /** Returns the address in its first SIP URI (RFC 5922 §7.1) or, without a SIP URI, in its common name. */
    Optional<SipAddress> sipAddress() {
        return sipUris().findFirst().or(this::commonName).flatMap(SipAddress::find);
    }

    private PKIXBuilderParameters path(Set<TrustAnchor> anchors) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(own);
        PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, target);
        path.setRevocationEnabled(false);
        path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        return path;
    }

    /** Whether now is within the validity period. Java checks this for all certificates except the trust anchors. */
    private static boolean isValidNow(X509Certificate authority) {
        try {
            authority.checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private Stream<String> sipUris() {
        try {
            return Optional.ofNullable(own.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(name -> URI_NAME.equals(name.get(0)))
                    .map(name -> (String) name.get(1))
                    .filter(uri -> uri.regionMatches(true, 0, SIP, 0, SIP.length()));
        } catch (CertificateParsingException e) {
            return Stream.empty();
        }
    }

    /** Returns the common name; if the subject has several, the most specific one. */
    private Optional<String> commonName() {
        try {
            return new LdapName(own.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .reduce((farther, nearer) -> nearer);
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
