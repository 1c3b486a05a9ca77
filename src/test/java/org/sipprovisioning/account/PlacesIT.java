package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sipprovisioning.it.Fixtures.PASSWORD;
import static org.sipprovisioning.it.Fixtures.account;
import static org.sipprovisioning.it.Fixtures.accountFields;
import static org.sipprovisioning.it.Fixtures.changeSpace;
import static org.sipprovisioning.it.Fixtures.space;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.it.Api;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Race;
import org.sipprovisioning.it.Rows;
import org.sipprovisioning.it.TestAccount;

/** Tests {@code max_accounts}, which a counter holds, with simultaneous requests and with a counter that is wrong or missing. */
@Tag("smoke")
@InServer
class PlacesIT {
    private static final String COUNTER =
            "SELECT c.accounts FROM account_count c JOIN space s ON s.id = c.space_id WHERE s.domain = ?";
    private static final int CLIENTS = 20;

    private final Api admin = Api.superAdmin();

    @Test
    void ofManySimultaneousRequestsAsManyPassAsThereArePlaces() {
        String domain = space(Map.of("max_accounts", 10));

        assertThat(Race.run(CLIENTS, () -> create(domain)))
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(10);
        assertThat(accounts(domain)).isEqualTo(10);
        assertThat(Rows.row(COUNTER, domain)).containsExactly("10");
    }

    @Test
    void placesAreFreedAtTheSameTime() {
        String domain = space(Map.of("max_accounts", 10));
        List<TestAccount> first = Race.run(10, () -> account(domain)).stream().toList();

        Race.run(20, i -> i < 10 ? admin.delete(first.get(i).path()).is(200).status() : create(domain));

        assertThat(Rows.row(COUNTER, domain)).containsExactly(String.valueOf(accounts(domain)));
        Race.run(20, () -> create(domain));
        assertThat(accounts(domain)).isEqualTo(10);
    }

    @Test
    void aMoveTakesOnePlaceAndFreesAnother() {
        String from = space(Map.of("max_accounts", 1));
        String to = space(Map.of("max_accounts", 1));
        TestAccount account = account(from);

        account.change(Map.of("domain", to, "password", PASSWORD));

        assertThat(create(to)).isEqualTo(409);
        assertThat(create(from)).isEqualTo(200);
    }

    @Test
    void aNewLimitCountsWhatIsThere() {
        String domain = space();
        account(domain);
        account(domain);
        assertThat(Rows.row(COUNTER, domain)).isEmpty();

        changeSpace(domain, Map.of("max_accounts", 2));
        assertThat(create(domain)).isEqualTo(409);
        changeSpace(domain, Map.of("max_accounts", 0));
        assertThat(create(domain)).isEqualTo(200);
        changeSpace(domain, Map.of("max_accounts", 4));
        assertThat(create(domain)).isEqualTo(200);
        assertThat(create(domain)).isEqualTo(409);
    }

    /** A node of an earlier version makes spaces without a counter. */
    @Test
    void aMissingCounterIsMadeAtTheFirstNeedEvenIfMany() {
        String domain = space(Map.of("max_accounts", 5));
        account(domain);
        Rows.update("DELETE FROM account_count WHERE space_id = (SELECT id FROM space WHERE domain = ?)", domain);

        assertThat(Race.run(CLIENTS, () -> create(domain)))
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(4);
    }

    @Test
    void aSpaceIsDeletedWithItsCounter() {
        String domain = space(Map.of("max_accounts", 1));
        admin.delete(account(domain).path()).is(200);

        admin.delete("/api/spaces/" + domain).is(200);

        assertThat(Rows.row(COUNTER, domain)).isEmpty();
    }

    private int create(String domain) {
        return admin.post("/api/accounts", accountFields().add("domain", domain).build())
                .status();
    }

    private static int accounts(String domain) {
        return Integer.parseInt(
                Rows.row("SELECT COUNT(*) FROM account a JOIN space s ON s.id = a.space_id WHERE s.domain = ?", domain)
                        .get(0));
    }
}
