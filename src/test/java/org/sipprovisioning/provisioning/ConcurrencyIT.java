package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.AdminClient;
import org.sipprovisioning.it.AdminClient.TestAccount;
import org.sipprovisioning.it.Crowd;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Json;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;

/** Many at once: a token is used exactly once, and nobody is told that the server could not cope. */
@Tag("smoke")
@InServer
class ConcurrencyIT {
    private static final int CLIENTS = 20;
    private static final int TOKENS = 50;

    private final AdminClient admin = AdminClient.suite();
    private final Phone phone = Phone.suite();

    @Test
    void eachTokenGoodForExactlyOneOfTwentyClients() {
        List<TestAccount> accounts =
                IntStream.range(0, TOKENS).mapToObj(i -> admin.account()).toList();
        List<Long> versions = accounts.stream().map(ConcurrencyIT::version).toList();

        List<List<Answer>> byClient = Crowd.all(
                CLIENTS,
                client -> accounts.stream()
                        .map(account -> phone.get(account.url()))
                        .toList());

        for (int i = 0; i < TOKENS; i++) {
            int token = i;
            List<Answer> answers =
                    byClient.stream().map(client -> client.get(token)).toList();
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(CLIENTS - 1);
            assertThat(admin.isActivated(accounts.get(i))).isTrue();
            assertThat(version(accounts.get(i))).as("one activation").isEqualTo(versions.get(i) + 1);
        }
    }

    /** All of them at one token, each with a reset: the one who wins has the credentials that count. */
    @RepeatedTest(5)
    void theWinnersResetCounts() {
        TestAccount account = admin.account();

        List<Answer> answers = Crowd.all(CLIENTS, client -> phone.get(account.url() + "?reset_password"));

        assertThat(answers.stream().map(Answer::status).sorted().toList())
                .isEqualTo(IntStream.range(0, CLIENTS)
                        .mapToObj(i -> i == 0 ? 200 : 404)
                        .toList());
        String ha1 = answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(answer -> PhoneConfig.read(answer.body()).value("auth_info_0", "ha1"))
                .findFirst()
                .orElseThrow();
        assertThat(Rows.row("SELECT ha1_sha256 FROM account WHERE id = ?", account.id()))
                .containsExactly(ha1);
    }

    /** However issue and use fall together, the account has at most one live token in the end, the last one issued. */
    @RepeatedTest(3)
    void issuedAtOnceOneTokenIsGood() {
        TestAccount account = admin.account();

        List<TestAccount> tickets = Crowd.all(8, client -> admin.issue(account));

        List<Integer> statuses = tickets.stream()
                .map(ticket -> phone.get(ticket.url()).status())
                .sorted()
                .toList();
        assertThat(statuses).isEqualTo(List.of(200, 404, 404, 404, 404, 404, 404, 404));
    }

    @Test
    void neverA5xxWhateverFallsTogether() {
        String domain = admin.space(Map.of());
        List<TestAccount> accounts =
                IntStream.range(0, 3).mapToObj(i -> admin.account(domain)).toList();
        AtomicReferenceArray<TestAccount> tickets = new AtomicReferenceArray<>(accounts.toArray(TestAccount[]::new));
        List<String> answers = Collections.synchronizedList(new ArrayList<>());

        Crowd.all(8, client -> {
            Random random = new Random(client);
            for (int i = 0; i < 60; i++) {
                answers.add(act(random.nextInt(11), random.nextInt(accounts.size()), tickets));
            }
            return client;
        });

        assertThat(answers)
                .hasSize(8 * 60)
                .allMatch(answer -> answer.matches("\\w+ (200|201|404|409) (?s:.*)"))
                .anyMatch(answer -> answer.startsWith("provision 200"));
        for (TestAccount account : accounts) {
            admin.act(account, "unblock");
            phone.config(admin.issue(account).url());
        }
    }

    private String act(int action, int index, AtomicReferenceArray<TestAccount> tickets) {
        TestAccount ticket = tickets.get(index);
        String account = "/api/accounts/" + ticket.id();
        return switch (action) {
            case 0, 1 -> issue(account, ticket, index, tickets);
            case 2 -> told("provision", phone.get(ticket.url()));
            case 3 -> told("provision", phone.get(ticket.url() + "?reset_password"));
            case 4 -> told("block", admin.send("POST", account + "/block", Map.of()));
            case 5 -> told("unblock", admin.send("POST", account + "/unblock", Map.of()));
            case 6 -> told("password", admin.send("PUT", account, Map.of("password", "other-password")));
            case 7 -> told("external", admin.send("POST", account + "/external", external()));
            case 8 -> told("deactivate", admin.send("POST", account + "/deactivate", Map.of()));
            case 9 -> told("look", phone.head(ticket.url()));
            default ->
                told("space", admin.send("PUT", "/api/spaces/" + ticket.domain(), Map.of("max_accounts", index)));
        };
    }

    private String issue(String path, TestAccount ticket, int index, AtomicReferenceArray<TestAccount> tickets) {
        Answer answer = admin.send("POST", path + "/provision", Map.of());
        if (answer.status() == 200) {
            tickets.set(
                    index,
                    new TestAccount(
                            ticket.id(),
                            ticket.username(),
                            ticket.domain(),
                            ticket.password(),
                            Json.field(answer.text(), "provisioning_token"),
                            Json.field(answer.text(), "provisioning_url")));
        }
        return told("issue", answer);
    }

    private static Map<String, String> external() {
        return Map.of(
                "username",
                "bob",
                "domain",
                "ext.example.com",
                "password",
                "pass-" + AdminClient.newName(),
                "protocol",
                "UDP");
    }

    private static String told(String action, Answer answer) {
        return action + " " + answer.status() + " " + answer.text();
    }

    private static long version(TestAccount account) {
        return Long.parseLong(Rows.row("SELECT version FROM account WHERE id = ?", account.id())
                .get(0));
    }
}
