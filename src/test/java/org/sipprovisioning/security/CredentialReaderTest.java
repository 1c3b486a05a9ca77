package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.request.FakeRequest;

class CredentialReaderTest {

    @ParameterizedTest
    @CsvSource({
        "x-api-key,secret,api_key",
        "Authorization,Digest x,digest",
        "authorization,dIGEST   x=y,digest",
        "Authorization,Bearer a.b.c,bearer",
        "Authorization,bearer  a.b.c,bearer"
    })
    void reads(String name, String value, String way) {
        assertThat(CredentialReader.read(FakeRequest.to("a").with(name, value).build()))
                .map(RequestCredential::way)
                .contains(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Digest", "Bearer", "Basic YTpi", "Negotiate x", "Digestx y", ",", "Digest\tx"})
    void whatIsNoneIsAsAbsent(String authorization) {
        assertThat(CredentialReader.read(
                        FakeRequest.to("a").with("Authorization", authorization).build()))
                .isEmpty();
        assertThat(CredentialReader.read(
                        FakeRequest.to("a").with("x-api-key", "").build()))
                .isEmpty();
        assertThat(CredentialReader.read(FakeRequest.to("a").build())).isEmpty();
    }

    @Test
    void twoAreNone() {
        assertThat(CredentialReader.read(FakeRequest.to("a")
                        .with("Authorization", "Digest x")
                        .with("Authorization", "Digest x")
                        .build()))
                .isEmpty();
    }

    @Test
    void keyGoesFirst() {
        assertThat(CredentialReader.read(FakeRequest.to("a")
                                .with("Authorization", "Digest x")
                                .with("x-api-key", "k")
                                .build())
                        .orElseThrow()
                        .way())
                .isEqualTo("api_key");
    }

    @Test
    void brokenDigestProvesNobody() {
        DigestCredential digest = (DigestCredential) CredentialReader.read(
                        FakeRequest.to("a").with("Authorization", "Digest x").build())
                .orElseThrow();

        assertThat(digest.response()).isEmpty();
        assertThat(digest.claimedName()).isEmpty();
    }

    @Property
    void neverFails(@ForAll String authorization) {
        for (String scheme : new String[] {"", "Digest ", "Bearer "}) {
            CredentialReader.read(FakeRequest.to("a")
                    .with("Authorization", scheme + authorization)
                    .build());
        }
    }
}
