package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.hostedSpace;

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
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Phone;
import org.sipprovisioning.it.PhoneConfig;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.RawHttp.Answer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests concurrent requests: a token is used exactly once, and no client gets a 5xx. */
@Tag("smoke")
@InServer
class ConcurrencyIT {
    private static final int CLIENTS = 20;
    private static final int TOKENS = 50;

    private final Api admin = Api.superAdmin();
    private final Phone phone = Phone.suite();

    @Test
    void eachTokenGoodForExactlyOneOfTwentyClients() {
        List<TestAccount> accounts =
                IntStream.range(0, TOKENS).mapToObj(i -> account()).toList();
        List<Long> versions = accounts.stream().map(ConcurrencyIT::version).toList();

        List<List<Answer>> byClient = Race.run(
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
            assertThat(accounts.get(i).isActivated()).isTrue();
            assertThat(version(accounts.get(i))).as("one activation").isEqualTo(versions.get(i) + 1);
        }
    }

    /** All clients use one token with a reset. The credentials of the client that wins are the valid ones. */
    @RepeatedTest(5)
    void theWinnersResetCounts() {
        TestAccount account = account();

        List<Answer> answers = Race.run(CLIENTS, () -> phone.get(account.url() + "?reset_password"));

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

    /**
     * Whatever the order of the requests is, at most one token of the account is valid in the end, and it is the one
     * that was issued last.
     */
    @RepeatedTest(3)
    void issuedAtOnceOneTokenIsGood() {
        TestAccount account = account();

        List<TestAccount> tickets = Race.run(8, () -> account.issue());

        List<Integer> statuses = tickets.stream()
                .map(ticket -> phone.get(ticket.url()).status())
                .sorted()
                .toList();
        assertThat(statuses).isEqualTo(List.of(200, 404, 404, 404, 404, 404, 404, 404));
    }

    @Test
    void neverA5xxWhateverFallsTogether() {
        String domain = hostedSpace();
        List<TestAccount> accounts =
                IntStream.range(0, 3).mapToObj(i -> account(domain)).toList();
        AtomicReferenceArray<TestAccount> tickets = new AtomicReferenceArray<>(accounts.toArray(TestAccount[]::new));
        List<String> answers = Collections.synchronizedList(new ArrayList<>());

        Race.run(8, client -> {
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
            account.act("unblock");
            phone.config(account.issue().url());
        }
    }

    private String act(int action, int index, AtomicReferenceArray<TestAccount> tickets) {
        TestAccount ticket = tickets.get(index);
        return switch (action) {
            case 0, 1 -> issue(ticket, index, tickets);
            case 2 -> told("provision", phone.get(ticket.url()));
            case 3 -> told("provision", phone.get(ticket.url() + "?reset_password"));
            case 4 -> told("block", admin.call("POST", ticket.path() + "/block"));
            case 5 -> told("unblock", admin.call("POST", ticket.path() + "/unblock"));
            case 6 -> told("password", admin.put(ticket.path(), Map.of("password", "other-password")));
            case 7 -> told("external", admin.post(ticket.path() + "/external", external()));
            case 8 -> told("deactivate", admin.call("POST", ticket.path() + "/deactivate"));
            case 9 -> told("look", phone.head(ticket.url()));
            default -> told("space", admin.put("/api/spaces/" + ticket.domain(), Map.of("max_accounts", index)));
        };
    }

    private String issue(TestAccount ticket, int index, AtomicReferenceArray<TestAccount> tickets) {
        Api.Answer answer = admin.call("POST", ticket.path() + "/provision");
        if (answer.status() == 200) {
            tickets.set(index, new TestAccount(admin, answer.json()));
        }
        return told("issue", answer);
    }

    private static Map<String, String> external() {
        return Map.of(
                "username", "bob",
                "domain", "ext.example.com",
                "password", Api.unique("pass-"),
                "protocol", "UDP");
    }

    private static String told(String action, Answer answer) {
        return action + " " + answer.status() + " " + answer.text();
    }

    private static String told(String action, Api.Answer answer) {
        return action + " " + answer.status() + " " + answer.body();
    }

    private static long version(TestAccount account) {
        return Long.parseLong(Rows.row("SELECT version FROM account WHERE id = ?", account.id())
                .get(0));
    }
}
