package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Api.unique;
import static org.sipprovisioning.it.Fixtures.space;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.security.jwt.Issuer;

/** Tests single sign-on with an issuer whose public key is in the settings of the space. */
@InServer
class BearerIT {
    private static final String ME = "/provisioning/me";
    private static final Issuer KEY = Issuer.withEcKey("", "one");

    private final Api admin = Api.superAdmin();
    private final Issuer issuer = KEY.as("https://login.example.com/" + unique("r"));
    private final String email = unique("e") + "@example.com";
    private String domain;
    private TestAccount alice;

    @BeforeEach
    void spaceWithSingleSignOn() {
        domain = space();
        trust(domain, issuer, Json.createObjectBuilder());
        alice = account(domain);
    }

    @Test
    @Tag("smoke")
    void tokenProvesItsAccount() {
        String token = issuer.tokenFor(alice.sipUri());

        assertThat(withToken(token).get(ME).is(200).body()).contains(alice.sipUri());
        assertThat(withToken(token).get("/api/accounts").is(403).message()).isNotBlank();
    }

    @Test
    @Tag("smoke")
    void whatIsNoGoodTokenIsToldSo() {
        String sip = alice.sipUri();
        Issuer stranger = Issuer.withEcKey(issuer.url(), "one");

        assertRefused(stranger.tokenFor(sip));
        assertRefused(issuer.sign(claims(sip).audience("others")));
        assertRefused(issuer.sign(claims(sip).issuer("https://elsewhere.example.com/")));
        assertRefused(
                issuer.sign(claims(sip).expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        assertRefused(
                issuer.sign(claims(sip).notBeforeTime(Date.from(Instant.now().plusSeconds(120)))));
        assertRefused(issuer.tokenFor("sip:nobody@" + domain));
        assertRefused(issuer.tokenFor("nobody"));
        assertRefusedByItsIssuersSpace(stranger.tokenFor(sip));
        assertRefusedByItsIssuersSpace(issuer.tokenFor("sip:nobody@" + domain));
        assertRefused("garbage");
        assertRefused("a.b.c");
    }

    @Test
    void tokenOfOneSpacesIssuerProvesNobodyElsewhere() {
        String other = space();
        TestAccount bob = account(other);
        assertRefused(issuer.tokenFor(bob.sipUri()));

        trust(other, KEY.as("https://login.example.com/" + unique("r")), Json.createObjectBuilder());

        assertRefused(issuer.tokenFor(bob.sipUri()));
        assertRefused(issuer.tokenFor("sip:admin@sip.example.org"));
    }

    @Test
    void spacesMayTrustOneIssuer() {
        String other = space();
        trust(other, issuer, Json.createObjectBuilder());
        TestAccount bob = account(other);

        assertThat(withToken(issuer.tokenFor(bob.sipUri())).get(ME).is(200).body())
                .contains(bob.sipUri());
        assertRefused(issuer.sign(byEmail())); // Both accounts have this email address
        admin.delete(bob.path()).is(200);
        withToken(issuer.sign(byEmail())).get(ME).is(200);
    }

    @Test
    void emailProvesAnAccountWhereItIsVerifiedAndUnique() {
        assertThat(withToken(issuer.sign(byEmail())).get(ME).is(200).body()).contains(alice.sipUri());
        assertRefused(issuer.sign(byEmail().claim("email_verified", false)));
        assertRefused(issuer.sign(byEmail().claim("email", unique("e") + "@example.com")));
        assertRefused(issuer.sign(byEmail().claim("sip_identity", "sip:nobody@" + domain)));

        account(domain);

        assertRefused(issuer.sign(byEmail()));
    }

    @Test
    void claimIsTheSpacesToName() {
        trust(domain, issuer, Json.createObjectBuilder().add("claim", "upn"));

        assertRefused(issuer.tokenFor(alice.sipUri()));
        assertRefused(issuer.sign(byEmail()));
        withToken(issuer.sign(issuer.claims().claim("upn", alice.sipUri())))
                .get(ME)
                .is(200);
    }

    @Test
    void blockedAccountIsKnownAndRefused() {
        alice.act("block");

        withToken(issuer.tokenFor(alice.sipUri())).get(ME).is(403);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void challengeIsBearerUnlessAPhoneMayUseDigest(boolean both) {
        change(domain, Json.createObjectBuilder().add("digest_and_bearer", both));

        String withFrom = challenge(Api.anonymous().with("From", alice.sipUri()));
        String without = challenge(Api.anonymous());

        assertThat(withFrom).startsWith(both ? "Digest realm=\"" + domain : "Bearer realm=\"" + domain);
        assertThat(withFrom).doesNotContain(both ? "Bearer" : "Digest");
        // Without From the default space answers, which has no single sign-on.
        assertThat(without).startsWith("Digest ");
    }

    @Test
    void endsWithItsConfiguration() {
        String token = issuer.tokenFor(alice.sipUri());
        withToken(token).get(ME).is(200);

        change(domain, Json.createObjectBuilder().addNull("oidc"));

        withToken(token).get(ME).is(401);
        assertThat(challenge(Api.anonymous().with("From", alice.sipUri()))).startsWith("Digest ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void phoneAsksAgainOnlyWhereItCanLogIn(boolean both) {
        change(domain, Json.createObjectBuilder().add("digest_and_bearer", both));

        String document =
                Api.anonymous().get("/provisioning/" + alice.token()).is(200).body();

        assertThat(document.contains("config-uri")).isEqualTo(both);
        assertThat(document.contains("transient_provisioning")).isEqualTo(!both);
    }

    private void assertRefused(String token) {
        assertRefused(token, withToken(token).with("From", alice.sipUri()));
    }

    /** A request with an invalid token is challenged for another token, by the space that trusts its issuer. */
    private void assertRefusedByItsIssuersSpace(String token) {
        assertRefused(token, withToken(token));
    }

    private void assertRefused(String token, Api caller) {
        Api.Answer answer = caller.get(ME).is(401);

        assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"" + domain + "\", authz_server=\"" + issuer.url()
                        + "\", error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain(token);
    }

    private static String challenge(Api caller) {
        Api.Answer answer = caller.get(ME).is(401);
        assertThat(answer.response().headers().allValues("WWW-Authenticate")).hasSize(1);
        return answer.header("WWW-Authenticate");
    }

    private static Api withToken(String token) {
        return Api.anonymous().with("Authorization", "Bearer " + token);
    }

    private JWTClaimsSet.Builder claims(String sip) {
        return issuer.claims().claim("sip_identity", sip);
    }

    private JWTClaimsSet.Builder byEmail() {
        return issuer.claims().claim("email", email).claim("email_verified", true);
    }

    private TestAccount account(String ofDomain) {
        return Fixtures.account(ofDomain, Map.of("email", email));
    }

    private void trust(String ofDomain, Issuer trusted, JsonObjectBuilder more) {
        change(
                ofDomain,
                Json.createObjectBuilder()
                        .add(
                                "oidc",
                                more.add("issuer", trusted.url())
                                        .add("audience", Issuer.AUDIENCE)
                                        .add("public_key", trusted.pem())));
    }

    private void change(String ofDomain, JsonObjectBuilder fields) {
        admin.put("/api/spaces/" + ofDomain, fields.build()).is(200);
    }
}
