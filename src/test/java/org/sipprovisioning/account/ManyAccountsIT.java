package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests the list of accounts with more accounts than are counted at each request. */
@InServer
class ManyAccountsIT {
    /** Five accounts, that of the admin among them, doubled eleven times: 10,240. */
    private static final int DOUBLINGS = 11;

    private static String domain;
    private static Api admin;

    @BeforeAll
    static void manyAccounts() {
        domain = space();
        admin = adminOf(domain);
        IntStream.range(0, 4).forEach(i -> account(domain));
        IntStream.range(0, DOUBLINGS).forEach(i -> doubleAccounts((char) ('a' + i)));
    }

    /** Adds an account beside each one, whose user name is longer by a letter. */
    private static void doubleAccounts(char letter) {
        Rows.insert(
                "INSERT INTO account (version, space_id, username, activated, blocked, admin, dictionary, had_external,"
                        + " created_at, updated_at) SELECT 1, a.space_id, CONCAT(a.username, ?), TRUE, FALSE, FALSE, '{}',"
                        + " FALSE, 0, 0 FROM account a JOIN space s ON s.id = a.space_id WHERE s.domain = ?",
                String.valueOf(letter),
                domain);
    }

    /** FlexiAPI's scripts ask for page 1, 2, … until {@code last_page}. */
    @Test
    void aWalkByNumbersSeesEachAccountOnceWhileOthersAreAdded() {
        List<Integer> seen = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        int lastPage = 1;

        for (int page = 1; page <= lastPage; page++) {
            JsonObject answer = page("per_page=200&page=" + page);
            lastPage = answer.getInt("last_page");
            seen.addAll(ids(answer));
            if (page % 25 == 1) {
                added.add(account(domain).id());
            }
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(added).hasSize(accounts());
        assertThat(page("per_page=1").getInt("total")).isEqualTo(seen.size());
    }

    @Test
    void cursorsLeadBackFromTheEnd() {
        JsonObject last = page("per_page=200&page=" + page("per_page=200").getInt("last_page"));
        assertThat(last.get("next")).isEqualTo(JsonValue.NULL);

        JsonObject before = page("per_page=200&before=" + last.getString("previous"));

        assertThat(ids(before)).isSorted().hasSize(200);
        assertThat(ids(before).get(199)).isLessThan(ids(last).get(0));
        assertThat(ids(page("per_page=200&after=" + before.getString("next")))).isEqualTo(ids(last));
    }

    @Test
    void aPageOfACursorHasNoNumberAndASuperAdminSeesItToo() {
        JsonObject first = page("per_page=3");
        JsonObject second = page("per_page=3&after=" + first.getString("next"));

        assertThat(first.get("previous")).isEqualTo(JsonValue.NULL);
        assertThat(second.get("current_page")).isEqualTo(JsonValue.NULL);
        assertThat(second.get("last_page")).isEqualTo(JsonValue.NULL);
        assertThat(second.getBoolean("total_is_minimum")).isFalse();
        assertThat(ids(second)).isEqualTo(ids(page("per_page=3&page=2")));
        assertThat(ids(page("per_page=3&before=" + second.getString("previous"))))
                .isEqualTo(ids(first));
        assertThat(Api.superAdmin()
                        .get("/api/accounts?per_page=3&after=" + first.getString("next"))
                        .is(200)
                        .json()
                        .getJsonArray("data"))
                .hasSize(3);
    }

    @Test
    void aCursorOutlivesItsAccount() {
        String domainOfFew = space();
        Api adminOfFew = adminOf(domainOfFew);
        List<TestAccount> few = List.of(account(domainOfFew), account(domainOfFew));
        JsonObject first = adminOfFew.get("/api/accounts?per_page=2").is(200).json();
        Api.superAdmin().delete(few.get(0).path()).is(200);

        JsonObject second = adminOfFew
                .get("/api/accounts?per_page=2&after=" + first.getString("next"))
                .is(200)
                .json();

        assertThat(ids(second)).containsExactly(few.get(1).id());
        assertThat(second.get("next")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void refusesWhatIsNoCursor() {
        String cursor = page("per_page=1").getString("next");

        admin.get("/api/accounts?after=x").refuses("after");
        admin.get("/api/accounts?before=").refuses("before");
        admin.get("/api/accounts?after=" + cursor + "&before=" + cursor).refuses("before");
        admin.get("/api/accounts?page=1&after=" + cursor).refuses("after");
    }

    private static int accounts() {
        return Integer.parseInt(
                Rows.row("SELECT COUNT(*) FROM account a JOIN space s ON s.id = a.space_id WHERE s.domain = ?", domain)
                        .get(0));
    }

    private static JsonObject page(String query) {
        return admin.get("/api/accounts?" + query).is(200).json();
    }

    private static List<Integer> ids(JsonObject page) {
        return page.getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(found -> found.getInt("id"))
                .toList();
    }
}
