package org.sipprovisioning.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.space.SingleSignOn;

/** A token with a signature (RFC 7515, RFC 7519); what it says is only its sender's word until that was checked. */
public final class SignedToken {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final String SIP_IDENTITY = "sip_identity";
    private static final String EMAIL = "email";
    private static final String EMAIL_VERIFIED = "email_verified";

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private SignedToken(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /** Empty for what is no such token, whatever it is. */
    public static Optional<SignedToken> parse(String text) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            return Optional.ofNullable(jwt.getJWTClaimsSet()).map(claims -> new SignedToken(jwt, claims));
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    public JWSHeader header() {
        return jwt.getHeader();
    }

    /** Null where it names none. */
    public String issuer() {
        return claims.getIssuer();
    }

    /** Whether its issuer is this one, and means us, and now: clocks may differ by a minute. */
    public boolean isFrom(SingleSignOn signOn, Clock clock) {
        try {
            new DefaultJWTClaimsVerifier<SecurityContext>(
                    signOn.audience(),
                    new JWTClaimsSet.Builder().issuer(signOn.issuer()).build(),
                    Set.of("exp")) {
                @Override
                protected Date currentTime() {
                    return Date.from(clock.instant());
                }
            }.verify(claims, null);
            return true;
        } catch (BadJWTException e) {
            return false;
        }
    }

    /** Never by a public key taken for a secret that both sides know, nor without a signature (RFC 8725 §3.1). */
    public boolean isSignedBy(PublicKey key) {
        try {
            return ALGORITHMS.contains(header().getAlgorithm())
                    && jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header(), key));
        } catch (JOSEException keyOfAnotherKind) {
            return false;
        }
    }

    public Optional<SipAddress> sipAddress(SingleSignOn signOn) {
        return Optional.of(identityClaim(signOn))
                .filter(name -> !name.equals(EMAIL))
                .flatMap(this::text)
                .flatMap(SipAddress::find);
    }

    /** Only if the issuer has made sure of it: an address can be anybody's who writes it into a form. */
    public Optional<String> email(SingleSignOn signOn) {
        return Optional.of(identityClaim(signOn))
                .filter(name -> name.equals(EMAIL) && Boolean.TRUE.equals(claims.getClaim(EMAIL_VERIFIED)))
                .flatMap(this::text);
    }

    private String identityClaim(SingleSignOn signOn) {
        return signOn.claim().orElse(claims.getClaim(SIP_IDENTITY) == null ? EMAIL : SIP_IDENTITY);
    }

    private Optional<String> text(String name) {
        return claims.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
