package org.sipprovisioning.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.Database;
import org.sipprovisioning.it.DigestLogin;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.space.DigestAlgorithm;

/** Tests login by HTTP Digest, in one space for each algorithm. */
@InServer
class DigestIT {
    private static final Api ADMIN = Api.superAdmin();
    private static final String ME = "/provisioning/me";

    private static final Map<DigestAlgorithm, TestAccount> ACCOUNTS = new TreeMap<>();

    @BeforeAll
    static void accounts() {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            ACCOUNTS.put(algorithm, account(space(algorithm)));
        }
    }

    @Tag("smoke")
    @ParameterizedTest
    @EnumSource
    void rightPasswordGetsTheDocumentAndAProofOfTheServers(DigestAlgorithm algorithm) {
        DigestLogin login = login(algorithm);

        Api.Answer answer = login.send().is(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.body()).contains(ACCOUNTS.get(algorithm).username());
        assertThat(login.get("algorithm")).isEqualTo(algorithm.token());
        assertThat(answer.header("Authentication-Info"))
                .isEqualTo("qop=auth, rspauth=\"%s\", cnonce=\"%s\", nc=00000001"
                        .formatted(login.rspauth(), login.get("cnonce")));
    }

    @ParameterizedTest
    @EnumSource
    void wrongPasswordGetsAnotherChallenge(DigestAlgorithm algorithm) {
        TestAccount account = ACCOUNTS.get(algorithm);
        DigestLogin wrong = DigestLogin.challenged(account, "wrong-password", ME);

        Api.Answer answer = wrong.send();

        assertThat(DigestLogin.saysStale(answer)).isFalse();
        assertThat(answer.header("Authentication-Info")).isNull();
        login(algorithm).answering(answer).send().is(200);
    }

    @ParameterizedTest
    @EnumSource
    void userWhoDoesNotExistIsAnsweredTheSame(DigestAlgorithm algorithm) {
        String domain = ACCOUNTS.get(algorithm).domain();
        String known = ACCOUNTS.get(algorithm).username();

        assertThat(shape(challenge("sip:no-such-user@" + domain)))
                .isEqualTo(shape(challenge("sip:" + known + "@" + domain)));
        assertThat(shape(DigestLogin.challenged("no-such-user", domain, PASSWORD, ME)
                        .send()))
                .isEqualTo(shape(DigestLogin.challenged(known, domain, "wrong-password", ME)
                        .send()));
    }

    @ParameterizedTest
    @EnumSource
    void fromChoosesTheChallenge(DigestAlgorithm algorithm) {
        String domain = ACCOUNTS.get(algorithm).domain();

        for (String from :
                List.of("sip:x@" + domain, "<sips:x@" + domain + ";a=b>;tag=1", "SIP:%C3%A9@" + domain + ":5060")) {
            assertThat(challenge(from).header("WWW-Authenticate"))
                    .startsWith("Digest realm=\"" + domain + "\", qop=\"auth\", algorithm=" + algorithm.token() + ", ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:x@no.such.domain.example", "x", "sip:", ""})
    void withoutASpaceInFromTheRequestsSpaceIsMeant(String from) {
        assertThat(challenge(from).header("WWW-Authenticate"))
                .startsWith("Digest realm=\"sip.example.org\", qop=\"auth\", algorithm=SHA-256, ");
    }

    @Test
    void requestsSpaceIsThatOfItsHost() {
        TestAccount account = ACCOUNTS.get(DigestAlgorithm.MD5);

        assertThat(Server.suite().raw().get(ME, "host-of-" + account.domain()).header("WWW-Authenticate"))
                .startsWith("Digest realm=\"" + account.domain() + "\", qop=\"auth\", algorithm=MD5, ");
    }

    /** A phone sends the address of its default account in From. This may be its external account. */
    @ParameterizedTest
    @EnumSource
    void fromProvesNothingAndIsNoError(DigestAlgorithm algorithm) {
        DigestLogin login = login(algorithm);

        Api.Answer answer = Api.anonymous()
                .with("Authorization", login.header())
                .with("From", "sip:somebody@else.example")
                .get(ME)
                .is(200);

        assertThat(answer.body()).contains(login.get("username"));
    }

    @ParameterizedTest
    @EnumSource
    void eachNonceAndCountWorksOnce(DigestAlgorithm algorithm) {
        DigestLogin login = login(algorithm);
        login.send().is(200);

        Api.Answer replayed = login.send();

        assertThat(DigestLogin.saysStale(replayed)).isTrue();
        assertThat(replayed.header("Authentication-Info")).isNull();
        login(algorithm).answering(replayed).send().is(200);
    }

    @Test
    void countsMayHaveGapsAndComeInAnyOrder() {
        DigestLogin login = login(DigestAlgorithm.SHA_256);
        for (String count : List.of("00000001", "00000005", "00000003", "0000000a", "FFFFFFFF")) {
            login.with("nc", count).send().is(200);
        }
        for (String count : List.of("00000005", "0000000A", "ffffffff")) {
            assertThat(DigestLogin.saysStale(login.with("nc", count).send())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneGetsIn(DigestAlgorithm algorithm) {
        String header = login(algorithm).header();

        List<Integer> statuses = Race.run(
                20, () -> Api.anonymous().with("Authorization", header).get(ME).status());

        assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
    }

    @ParameterizedTest
    @EnumSource
    void tooOldNonceIsStaleForWhoeverKnowsThePassword(DigestAlgorithm algorithm) {
        String old = nonce(spaceId(algorithm), Instant.now().minus(Duration.ofMinutes(6)));
        TestAccount account = ACCOUNTS.get(algorithm);

        assertThat(DigestLogin.saysStale(login(algorithm).with("nonce", old).send()))
                .isTrue();
        assertThat(DigestLogin.saysStale(DigestLogin.challenged(account, "wrong-password", ME)
                        .with("nonce", old)
                        .send()))
                .isFalse();
    }

    /** Shows that the nonce of the test above is stale only because of its age. */
    @Test
    void youngNonceOfTheServersKeyIsGood() {
        login(DigestAlgorithm.MD5)
                .with("nonce", nonce(spaceId(DigestAlgorithm.MD5), Instant.now().minus(Duration.ofMinutes(4))))
                .send()
                .is(200);
    }

    @Test
    void forgedNonceIsNone() {
        DigestLogin login = login(DigestAlgorithm.SHA_256);
        String nonce = login.get("nonce");

        for (String forged :
                List.of("0", "f".repeat(nonce.length()), nonce.substring(1) + "A", nonce + "A", nonce + "=")) {
            assertThat(DigestLogin.saysStale(login.with("nonce", forged).send()))
                    .isFalse();
        }
        login.with("nonce", nonce).send().is(200);
    }

    /** The nonce determines the space in which the account is looked up. */
    @Test
    void nonceOfOneSpaceIsOfNoUseInAnother() {
        TestAccount sha = ACCOUNTS.get(DigestAlgorithm.SHA_256);
        TestAccount other = account(space(DigestAlgorithm.SHA_256));
        DigestLogin login = login(DigestAlgorithm.SHA_256);

        login.with("username", other.username()).send().is(401);
        login.with("realm", other.domain()).send().is(401);
        login.with("username", sha.username()).send().is(401);
        login.with("realm", sha.domain()).send().is(200);
    }

    @Test
    void nonceUsedByOneIsUsedForAll() {
        String domain = ACCOUNTS.get(DigestAlgorithm.SHA_256).domain();
        TestAccount bob = account(domain);
        DigestLogin alice = login(DigestAlgorithm.SHA_256);
        alice.send().is(200);

        DigestLogin replay =
                DigestLogin.challenged(bob.username(), domain, PASSWORD, ME).with("nonce", alice.get("nonce"));

        assertThat(DigestLogin.saysStale(replay.send())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?reset_password", "?reset_password=0", "?a=%20b&c=d%2Fe", "?x=1?y"})
    void uriIsWithTheQuery(String query) {
        TestAccount account = account(ACCOUNTS.get(DigestAlgorithm.SHA_256).domain());
        DigestLogin login = DigestLogin.challenged(account, PASSWORD, ME);

        Api.anonymous().with("Authorization", login.header()).get(ME + query).is(401);
        login.with("uri", ME + query).send().is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/provisioning", "/provisioning/ME", "/provisioning/me?x", "/provisioning/%6de", "*", ""})
    void uriIsThatOfTheRequest(String uri) {
        DigestLogin login = login(DigestAlgorithm.SHA_256).with("uri", uri);

        Api.anonymous().with("Authorization", login.header()).get(ME).is(401);
    }

    @Test
    void methodIsThatOfTheRequest() {
        DigestLogin login = login(DigestAlgorithm.SHA_256).method("HEAD");

        Api.anonymous().with("Authorization", login.header()).get(ME).is(401);
        login.send().is(200);
    }

    @ParameterizedTest
    @CsvSource({"algorithm,MD5", "algorithm,SHA-512-256", "opaque,x", "realm,x", "qop,auth-int", "nc,0", "cnonce,''"})
    void answersWhatWasAsked(String name, String value) {
        String header = login(DigestAlgorithm.SHA_256)
                .header()
                .replaceFirst("(?<=[ ,])" + name + "=(?:\"[^\"]*\"|[^,]*)", name + "=\"" + value + "\"");

        Api.Answer answer = Api.anonymous().with("Authorization", header).get(ME);

        assertThat(DigestLogin.saysStale(answer)).isFalse();
    }

    @Test
    void parametersMayBeQuotedOrNotAndHaveAnyCase() {
        String quoted = login(DigestAlgorithm.SHA_256)
                .header()
                .replaceAll("(nc|qop|algorithm)=([^,]*)", "$1=\"$2\"")
                .replace("Digest username", "dIGEST   USERNAME")
                .replace(", ", " ,\t");
        String bare = login(DigestAlgorithm.SHA_256)
                .with("cnonce", "abc")
                .header()
                .replaceAll("(nonce|opaque|cnonce|realm|username|response)=\"([^\"]*)\"", "$1=$2");

        Api.anonymous().with("Authorization", quoted).get(ME).is(200);
        Api.anonymous().with("Authorization", bare).get(ME).is(200);
    }

    @Test
    void nothingIsSaidTwice() {
        DigestLogin login = login(DigestAlgorithm.SHA_256);
        String again = ", nc=00000001";

        Api.anonymous().with("Authorization", login.header() + again).get(ME).is(401);
        assertThat(raw("Authorization: " + login.header(), "Authorization: " + login.header()))
                .isEqualTo(401);
        assertThat(raw("Authorization: " + login.header(), "Authorization: Bearer x"))
                .isEqualTo(401);
        assertThat(raw("Authorization: " + login.header())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Digest",
                "Digest ",
                "Digest x",
                "Digest username",
                "Digest ,,,",
                "Digest username=\"",
                "Digest username=\"\\",
                "Basic YWxpY2U6c2VjcmV0",
                "Bearer",
                "Bearer ",
                "Negotiate abc",
                "AWS4-HMAC-SHA256 Credential=x",
                "digest",
                ",",
                "="
            })
    void whatIsNoCredentialIsAsNone(String header) {
        assertThat(raw("Authorization: " + header)).isEqualTo(401);
    }

    @Test
    void garbageIsNeverOurFault() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String right = login(DigestAlgorithm.SHA_256).header();

        for (int i = 0; i < 300; i++) {
            String header = garbage(random, right);
            assertThat(raw("Authorization: " + header))
                    .as("seed %d: %s", seed, header)
                    .isIn(200, 400, 401);
        }
    }

    @Test
    void whoProvesNothingWritesNothing() {
        DigestLogin login = login(DigestAlgorithm.MD5);
        String used =
                "SELECT COUNT(*) FROM used_nonce WHERE nonce_and_count LIKE '" + nonceId(login.get("nonce")) + " %'";
        String username = login.get("username");

        login.with("username", "no-such-user").send().is(401);
        assertThat(number(used)).isZero();

        login.with("username", username).send().is(200);
        assertThat(number(used)).isEqualTo(1);
    }

    @Test
    void blockedAccountIsToldSoOnceItIsKnown() {
        TestAccount account = account(ACCOUNTS.get(DigestAlgorithm.SHA_256).domain());
        String username = account.username();
        String domain = account.domain();
        account.act("block");

        DigestLogin.challenged(username, domain, "wrong-password", ME).send().is(401);
        assertThat(DigestLogin.challenged(username, domain, PASSWORD, ME)
                        .send()
                        .is(403)
                        .message())
                .contains("blocked");
    }

    @Test
    void accountWithoutAPasswordHasNoDigest() {
        TestAccount account = ACCOUNTS.get(DigestAlgorithm.SHA_256);
        String domain = account.domain();

        DigestLogin.challenged("admin", "sip.example.org", "", ME).send().is(401);
        DigestLogin.challenged("admin", domain, "", ME).send().is(401);
    }

    @Test
    void oldPasswordEndsWithTheNewOne() {
        TestAccount account = account(ACCOUNTS.get(DigestAlgorithm.MD5).domain());
        DigestLogin login = DigestLogin.challenged(account, PASSWORD, ME);
        account.change(Map.of("password", "another-password"));

        login.send().is(401);
        DigestLogin.challenged(account, "another-password", ME).send().is(200);
    }

    private static DigestLogin login(DigestAlgorithm algorithm) {
        TestAccount account = ACCOUNTS.get(algorithm);
        return DigestLogin.challenged(account, PASSWORD, ME);
    }

    private static Api.Answer challenge(String from) {
        return Api.anonymous().with("From", from).get(ME).is(401);
    }

    /** Returns everything of an answer except random values and times. */
    private static List<String> shape(Api.Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        String all = headers + "\n" + answer.body();
        return List.of(
                all.replaceAll("nonce=\"[^\"]*\"", "nonce"),
                String.valueOf(answer.header("WWW-Authenticate").length()),
                String.valueOf(answer.status()));
    }

    private static String space(DigestAlgorithm algorithm) {
        return Fixtures.space(Map.of("algorithm", algorithm.token()));
    }

    private static int raw(String... headers) {
        String lines = List.of(headers).stream().map(line -> line + "\r\n").collect(Collectors.joining());
        return Server.suite()
                .raw()
                .send("GET " + ME + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + lines + "Connection: close\r\n\r\n")
                .status();
    }

    /** Returns a header that was valid and has been changed at random, or one that never was valid. */
    private static String garbage(Random random, String right) {
        StringBuilder header = new StringBuilder(random.nextInt(3) == 0 ? "Digest " : right);
        String letters = "\"\\,= \tabAB09;:/%()<>\u00e9\u00ff";
        IntStream.range(0, 1 + random.nextInt(8)).forEach(i -> {
            int at = random.nextInt(header.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> header.insert(at, letters.charAt(random.nextInt(letters.length())));
                case 1 ->
                    header.delete(Math.max(7, at), Math.max(7, Math.min(header.length(), at + random.nextInt(20))));
                default -> header.append(header, Math.min(7, header.length()), Math.min(header.length(), 7 + at));
            }
        });
        return header.toString().strip();
    }

    private static String nonceId(String nonce) {
        byte[] random = Arrays.copyOf(Base64.getUrlDecoder().decode(nonce), 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Makes a nonce as the server does, sealed with the key that all nodes read from the database. */
    private static String nonce(long spaceId, Instant issuedAt) {
        try {
            byte[] content = ByteBuffer.allocate(32)
                    .putLong(new Random().nextLong())
                    .putLong(0)
                    .putLong(issuedAt.toEpochMilli())
                    .putLong(spaceId)
                    .array();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text("SELECT secret FROM server_key").getBytes(US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(64)
                            .put(content)
                            .put(mac.doFinal(content))
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long spaceId(DigestAlgorithm algorithm) {
        return number("SELECT id FROM space WHERE domain = '"
                + ACCOUNTS.get(algorithm).domain() + "'");
    }

    private static long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) {
        try (Connection connection = Database.connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
