package org.sipprovisioning.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.adminOf;
import static org.sipprovisioning.it.Fixtures.space;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Rows;

/** Tests the audit trail of a space with more entries than are counted at each request. */
@InServer
class ManyEventsIT {
    /** Four entries, doubled twelve times: 16,384. Half of them are logins, a quarter by account a. */
    private static final int DOUBLINGS = 12;

    private static final int PAGES_BACK = 5;

    private static String domain;
    private static Api admin;

    @BeforeAll
    static void manyEntries() {
        domain = space();
        admin = adminOf(domain);
        entry(1_000, "login", uri("a"), uri("a"));
        entry(1_000, "login", uri("b"), null);
        entry(2_000, "account_changed", uri("b"), uri("a"));
        entry(3_000, "account_changed", null, uri("b"));
        IntStream.range(0, DOUBLINGS)
                .forEach(i -> Rows.insert(
                        "INSERT INTO audit_event (happened_at, event, outcome, actor, account, space)"
                                + " SELECT happened_at + ?, event, outcome, actor, account, space FROM audit_event"
                                + " WHERE space = ? AND happened_at < 1000000000",
                        10_000 << i,
                        domain));
    }

    private static void entry(long time, String event, String account, String actor) {
        Rows.insert(
                "INSERT INTO audit_event (happened_at, event, outcome, actor, account, space)"
                        + " VALUES (?, ?, 'success', ?, ?, ?)",
                time,
                event,
                actor,
                account,
                domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&account=a"})
    void cursorsLeadThroughAllEntriesInTheirOrderAndBackAgain(String filter) {
        String query = "per_page=200" + filter.replace("account=a", "account=" + uri("a"));
        List<JsonObject> pages = walk(page(query), query, "next", "after", Integer.MAX_VALUE);
        List<JsonObject> back = walk(pages.get(pages.size() - 1), query, "previous", "before", PAGES_BACK);
        Collections.reverse(back);

        List<JsonObject> entries = entries(pages);
        assertThat(entries).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(1 << DOUBLINGS);
        assertThat(entries)
                .isSortedAccordingTo(Comparator.comparing((JsonObject entry) -> entry.getString("time"))
                        .thenComparing(entry -> entry.getInt("id"))
                        .reversed());
        List<JsonObject> last = entries(back);
        assertThat(entries.subList(entries.size() - last.size(), entries.size()))
                .isEqualTo(last)
                .hasSizeGreaterThan(200 * (PAGES_BACK - 1));
    }

    @Test
    void totalsAreExactWithoutAFilterAndBoundedWithOne() {
        JsonObject all = page("per_page=200");
        JsonObject filtered = page("per_page=200&to=1971-01-01T00:00:00Z");
        JsonObject ofAccount = page("per_page=200&account=" + uri("a") + "&event=login&to=1971-01-01T00:00:00Z");

        assertThat(all.getInt("total")).isGreaterThanOrEqualTo(4 << DOUBLINGS);
        assertThat(all.getBoolean("total_is_minimum")).isFalse();
        assertThat(page("per_page=200&page=" + all.getInt("last_page")).getJsonArray("data"))
                .isNotEmpty();
        assertThat(filtered.getInt("total")).isEqualTo(10_000);
        assertThat(filtered.getInt("last_page")).isEqualTo(50);
        assertThat(filtered.getBoolean("total_is_minimum")).isTrue();
        assertThat(page("per_page=200&page=50&to=1971-01-01T00:00:00Z").get("next"))
                .isNotEqualTo(JsonValue.NULL);
        assertThat(ofAccount.getInt("total")).isEqualTo(1 << DOUBLINGS);
        assertThat(ofAccount.getBoolean("total_is_minimum")).isFalse();
    }

    @Test
    void anAccountIsFoundAsTheOneConcernedAndAsTheActorEachEntryOnce() {
        JsonObject found = page("per_page=200&account=" + uri("a") + "&to=1971-01-01T00:00:00Z");

        assertThat(found.getInt("total")).isEqualTo(2 << DOUBLINGS);
        assertThat(page("per_page=200&page=41&account=" + uri("a") + "&to=1971-01-01T00:00:00Z")
                        .getJsonArray("data"))
                .hasSize(192);
    }

    private static List<JsonObject> walk(
            JsonObject first, String query, String cursor, String parameter, int mostPages) {
        List<JsonObject> pages = new ArrayList<>(List.of(first));
        JsonObject page = first;
        while (page.get(cursor) != JsonValue.NULL && pages.size() < mostPages) {
            page = page(query + "&" + parameter + "=" + page.getString(cursor));
            pages.add(page);
        }
        return pages;
    }

    private static List<JsonObject> entries(List<JsonObject> pages) {
        return pages.stream()
                .flatMap(page -> page.getJsonArray("data").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    private static JsonObject page(String query) {
        return admin.get("/api/audit?" + query).is(200).json();
    }

    private static String uri(String username) {
        return "sip:" + username + "@" + domain;
    }
}
