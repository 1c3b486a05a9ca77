package org.sipprovisioning.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
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

/** A signed token (RFC 7515, RFC 7519). Its content is not proved before {@link #isFrom} and {@link #isSignedBy} were checked. */
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

    /** Returns empty if the text is not a signed token. */
    public static Optional<SignedToken> parse(String text) {
        try {
            if (!hasHeader(text)) {
                return Optional.empty();
            }
            SignedJWT jwt = SignedJWT.parse(text);
            return Optional.ofNullable(jwt.getJWTClaimsSet()).map(claims -> new SignedToken(jwt, claims));
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Whether the header is a JSON object. The library reads JSON {@code null} as no object, and then has a NullPointerException. */
    private static boolean hasHeader(String text) throws ParseException {
        return JSONObjectUtils.parse(JOSEObject.split(text)[0].decodeToString()) != null;
    }

    public JWSHeader header() {
        return jwt.getHeader();
    }

    /** Returns the issuer that it names, or null. */
    public String issuer() {
        return claims.getIssuer();
    }

    /** Whether it names this issuer and this audience, and is valid at this time. Clocks may differ by a minute. */
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

    /**
     * Whether this key has signed it. Refuses algorithms that would use the public key as a common secret, and tokens without a signature
     * (RFC 8725 §3.1).
     */
    public boolean isSignedBy(PublicKey key) {
        try {
            return ALGORITHMS.contains(header().getAlgorithm())
                    && jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header(), key));
        } catch (JOSEException keyOfAnotherKind) {
            return false;
        }
    }

    /** Returns the SIP address in the claim that identifies the account; empty if that claim is the e-mail address or invalid. */
    public Optional<SipAddress> sipAddress(SingleSignOn signOn) {
        return Optional.of(identityClaim(signOn))
                .filter(name -> !name.equals(EMAIL))
                .flatMap(this::text)
                .flatMap(SipAddress::find);
    }

    /**
     * Returns the e-mail address if it identifies the account and the issuer has verified it. An unverified address may belong to another
     * person: anyone can write it into a form.
     */
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
