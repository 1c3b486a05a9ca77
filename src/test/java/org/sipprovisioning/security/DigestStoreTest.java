package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.SampleAccounts;
import org.sipprovisioning.account.SipAddress;
import org.sipprovisioning.request.FakeRequest;
import org.sipprovisioning.settings.Configured;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/** Counts what a login by Digest costs, because a difference between two users would show in the time of the answer. */
class DigestStoreTest {
    private static final String DOMAIN = "sip.example.org";
    private static final String PASSWORD = "a-good-password";
    private static final String RESPONSE = "username=\"%s\", realm=\"" + DOMAIN + "\", nonce=\"%s\", uri=\"/\","
            + " algorithm=%s, nc=00000001, cnonce=\"c\", qop=auth, opaque=\"%s\", response=\"%s\"";

    private final Settings settings = Configured.settings();
    private final Space space = SampleSpaces.kept(SampleSpaces.of(DOMAIN), 7);
    private final Map<String, Account> known = Map.of(
            "known", account("known"),
            "blocked", SampleAccounts.blocked(account("blocked")),
            "passwordless", SampleAccounts.of(space, "passwordless", "{}"));
    private final DigestCosts costs = new DigestCosts();
    private final HttpServletRequest request = FakeRequest.to(DOMAIN).build();
    private final Nonces nonces = nonces();

    @AfterEach
    void stopCounting() {
        costs.close();
    }

    @ParameterizedTest
    @EnumSource
    void wrongResponseCostsTheSameForEveryName(DigestAlgorithm algorithm) {
        SampleSpaces.change(space, "{\"algorithm\": \"" + algorithm.token() + "\"}");
        Map<String, Integer> cost = costs.of(() -> login("known", algorithm, "0".repeat(64)));

        assertThat(cost).containsKeys(algorithm.token(), "HmacSHA256").containsEntry("statement", 1);
        for (String name : new String[] {"unknown", "blocked", "passwordless", ""}) {
            assertThat(costs.of(() -> login(name, algorithm, "0".repeat(64))))
                    .as(name)
                    .isEqualTo(cost);
        }
    }

    /** The response of an account that has no ha1 can be computed by everyone, if the server takes some text in its place. */
    @Test
    void nobodyGetsInWithoutAnHa1() {
        for (String standIn : new String[] {"", "0", "0".repeat(32), "0".repeat(64), "null"}) {
            assertThat(login("unknown", standIn).getStatus()).isEqualTo(CredentialValidationResult.Status.INVALID);
            assertThat(login("passwordless", standIn).getStatus()).isEqualTo(CredentialValidationResult.Status.INVALID);
        }
    }

    @Test
    void rightResponseCostsTheSameForABlockedAccount() {
        String ha1OfKnown = ha1("known");
        String ha1OfBlocked = ha1("blocked");

        Map<String, Integer> cost = costs.of(
                () -> assertThat(login("known", ha1OfKnown).getCallerGroups()).containsExactly("user"));

        assertThat(costs.of(() -> assertThat(login("blocked", ha1OfBlocked).getCallerGroups())
                        .containsExactly("blocked")))
                .isEqualTo(cost);
    }

    private CredentialValidationResult login(String name, String ha1) {
        String nonce = nonces.issue(space);
        DigestResponse right = new DigestResponse(
                name, DOMAIN, nonce, "/", "00000001", "c", nonces.opaque(), "", DigestAlgorithm.SHA_256);
        return login(name, DigestAlgorithm.SHA_256, nonce, right.expected(ha1, "GET"));
    }

    private void login(String name, DigestAlgorithm algorithm, String response) {
        CredentialValidationResult result = login(name, algorithm, nonces.issue(space), response);
        assertThat(result.getStatus()).isEqualTo(CredentialValidationResult.Status.INVALID);
        assertThat(challenges().header()).startsWith("Digest ");
    }

    private CredentialValidationResult login(String name, DigestAlgorithm algorithm, String nonce, String response) {
        DigestCredential credential = DigestCredential.parse(
                RESPONSE.formatted(name, nonce, algorithm.token(), nonces.opaque(), response), request);
        return store().validate(credential);
    }

    private DigestStore store() {
        DigestStore store = new DigestStore();
        store.nonces = nonces;
        store.spaces = catalog();
        store.externalTarget = new ExternalTarget();
        store.externalTarget.settings = settings;
        store.externalTarget.target = FakeRequest.to(DOMAIN).target(settings);
        store.accounts = new Accounts() {
            @Override
            public Optional<String> ha1(SipAddress address, DigestAlgorithm algorithm) {
                return found(address).flatMap(account -> account.credentials().ha1(algorithm));
            }

            @Override
            public Optional<Account> find(SipAddress address) {
                return found(address);
            }
        };
        store.usedNonces = new UsedNonces() {
            @Override
            public boolean use(UsedNonce nonce) {
                costs.add("statement");
                return true;
            }
        };
        return store;
    }

    private Optional<Account> found(SipAddress address) {
        costs.add("statement");
        return Optional.ofNullable(known.get(address.username()));
    }

    private Challenges challenges() {
        Challenges challenges = new Challenges();
        challenges.request = request;
        challenges.target = FakeRequest.to(DOMAIN).target(settings);
        challenges.spaces = catalog();
        challenges.nonces = nonces;
        return challenges;
    }

    private SpaceCatalog catalog() {
        return SampleSpaces.catalog(settings, space);
    }

    private Account account(String name) {
        return SampleAccounts.of(space, name, "{\"password\": \"" + PASSWORD + "\"}");
    }

    private String ha1(String name) {
        return known.get(name).credentials().ha1(DigestAlgorithm.SHA_256).orElseThrow();
    }

    private static Nonces nonces() {
        Seal seal = new Seal();
        seal.keys = new ServerKeys() {
            @Override
            public String secret() {
                return "the common key";
            }
        };
        seal.start();
        Nonces nonces = new Nonces();
        nonces.seal = seal;
        return nonces;
    }
}
