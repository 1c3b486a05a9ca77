package org.sipprovisioning.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestAlgorithmTest {

    /** RFC 7616 §3.9.1: with this HA1 the responses of its example come out. */
    @Test
    void givesTheResponsesOfRfc7616() throws Exception {
        assertThat(response(DigestAlgorithm.MD5)).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
        assertThat(response(DigestAlgorithm.SHA_256))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    /** RFC 2617 §3.5. RFC 8760 uses its example for MD5 in SIP. */
    @Test
    void givesTheHa1OfRfc2617() {
        assertThat(DigestAlgorithm.MD5.ha1("Mufasa", "testrealm@host.com", "Circle Of Life"))
                .isEqualTo("939e7578ed9e3c518a452acee763bce9");
    }

    @Test
    void hashesUtf8() throws Exception {
        byte[] input = "zoë:réalm:päss€".getBytes(StandardCharsets.UTF_8);

        assertThat(DigestAlgorithm.SHA_256.ha1("zoë", "réalm", "päss€"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(input)));
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void isReadByItsToken(DigestAlgorithm algorithm) {
        DigestAlgorithmConverter converter = new DigestAlgorithmConverter();

        assertThat(DigestAlgorithm.parse(algorithm.token())).isSameAs(algorithm);
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(algorithm)))
                .isSameAs(algorithm);
    }

    @Test
    void isKeptAsNothingWhereThereIsNone() {
        assertThat(new DigestAlgorithmConverter().convertToDatabaseColumn(null)).isNull();
        assertThat(new DigestAlgorithmConverter().convertToEntityAttribute(null))
                .isNull();
    }

    @Test
    void isWrittenAsInTheRfcs() {
        assertThat(DigestAlgorithm.values()).extracting(DigestAlgorithm::token).containsExactly("MD5", "SHA-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA_256", "sha-256", "md5", "MD5-sess", "SHA-512-256", "SHA-256 "})
    void refusesAllElse(String token) {
        assertThatThrownBy(() -> DigestAlgorithm.parse(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be MD5 or SHA-256");
    }

    private static String response(DigestAlgorithm algorithm) throws Exception {
        String ha1 = algorithm.ha1("Mufasa", "http-auth@example.org", "Circle of Life");
        String ha2 = hash(algorithm, "GET:/dir/index.html");
        return hash(
                algorithm,
                ha1 + ":7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v:00000001"
                        + ":f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ:auth:" + ha2);
    }

    private static String hash(DigestAlgorithm algorithm, String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm.token()).digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
