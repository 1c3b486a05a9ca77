package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.space.DigestAlgorithm;

class DigestResponseTest {
    /** RFC 7616 §3.9.1. */
    private static final String EXAMPLE = """
            username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=%s, \
            nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, \
            cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="%s", \
            opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"""";

    @ParameterizedTest
    @CsvSource({
        "MD5,8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256,753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void respondsAsTheExamplesOfTheRfc(String algorithm, String response) {
        DigestResponse sent = parse(EXAMPLE.formatted(algorithm, response)).orElseThrow();
        String ha1 = sent.algorithm().ha1("Mufasa", "http-auth@example.org", "Circle of Life");

        assertThat(sent.algorithm().token()).isEqualTo(algorithm);
        assertThat(sent.expected(ha1, "GET")).isEqualTo(response).isEqualTo(sent.response());
        assertThat(sent.expected(ha1, "HEAD")).isNotEqualTo(response);
    }

    /** RFC 7616 §3.5: A2 has no method. */
    @ParameterizedTest
    @EnumSource
    void serverRespondsWithoutTheMethod(DigestAlgorithm algorithm) {
        DigestResponse sent = parse(EXAMPLE.formatted(algorithm.token(), "00")).orElseThrow();

        assertThat(sent.serverResponse("ha1"))
                .isEqualTo(algorithm.hash("ha1:" + sent.nonce() + ":00000001:" + sent.cnonce() + ":auth:"
                        + algorithm.hash(":/dir/index.html")))
                .isEqualTo(sent.expected("ha1", ""));
    }

    @Test
    void algorithmIsMd5WhereNoneIsNamed() {
        assertThat(changed("algorithm", null).orElseThrow().algorithm()).isEqualTo(DigestAlgorithm.MD5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "realm", "nonce", "uri", "nc", "cnonce", "opaque", "response", "qop"})
    void everythingElseIsRequired(String name) {
        assertThat(changed("algorithm", "MD5")).isPresent();
        assertThat(changed(name, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "algorithm,MD5-sess",
        "algorithm,SHA-256-sess",
        "algorithm,SHA-512-256",
        "algorithm,SHA",
        "algorithm,''",
        "qop,auth-int",
        "qop,'auth,auth-int'",
        "qop,''",
        "qop,AUTH",
        "nc,00000000",
        "nc,1",
        "nc,000000001",
        "nc,0000000g",
        "nc,+0000001",
        "nc,''",
        "cnonce,''",
        "response,''",
        "response,8CA523F5E9506FED4657C9700EEBDBEC",
        "response,xyz",
        "userhash,true",
        "userhash,TRUE",
        "username*,UTF-8''Mufasa"
    })
    void whatWasNotOfferedIsRefused(String name, String value) {
        assertThat(changed(name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nc,0000000a,10", "nc,FFFFFFFF,4294967295", "nc,00000001,1"})
    void countsInHex(String name, String value, long count) {
        assertThat(changed(name, value).orElseThrow().nonceCount()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"userhash,false", "charset,UTF-8", "algorithm,md5", "anything,else"})
    void whatMakesNoDifferenceIsNotRefused(String name, String value) {
        assertThat(changed(name, value)).isPresent();
    }

    @Test
    void digestsNoncesAsSentAndComparesNamesAsMeant() {
        DigestResponse sent = changed("realm", "a \\\"b\\\" \\\\c").orElseThrow();

        assertThat(sent.plainRealm()).isEqualTo("a \"b\" \\c");
    }

    private static Optional<DigestResponse> changed(String name, String value) {
        Map<String, String> parameters = new HashMap<>(
                AuthorizationParameters.parse(EXAMPLE.formatted("MD5", "8ca523f5e9506fed4657c9700eebdbec"))
                        .orElseThrow());
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
        return DigestResponse.from(parameters);
    }

    private static Optional<DigestResponse> parse(String text) {
        return AuthorizationParameters.parse(text).flatMap(DigestResponse::from);
    }
}
