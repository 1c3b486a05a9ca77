package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.space.SampleSpaces;

class AccountPageTest {

    @Test
    void hasDefaultsAndLimits() {
        assertThat(AccountPage.parse(null, null)).isEqualTo(new AccountPage(1, 20));
        assertThat(AccountPage.parse("2147483647", "200")).isEqualTo(new AccountPage(Integer.MAX_VALUE, 200));
        assertThat(AccountPage.parse("1", "1")).isEqualTo(new AccountPage(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "x", " 1", "2147483648", "1e1"})
    void refusesAnyOtherNumber(String text) {
        assertThatThrownBy(() -> AccountPage.parse(text, null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.errors()).containsOnlyKeys("page"));
        assertThatThrownBy(() -> AccountPage.parse(null, text))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.errors()).containsOnlyKeys("per_page"));
    }

    @Test
    void refusesALargerPage() {
        assertThatThrownBy(() -> AccountPage.parse(null, "201")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({"0,20,1", "1,20,1", "20,20,1", "21,20,2", "200,200,1", "201,200,2", "3,1,3"})
    void countsThePages(long total, int size, int last) {
        JsonObject json = new AccountPage(1, size).json(new AccountService.Page(List.of(), total));

        assertThat(json.getInt("last_page")).isEqualTo(last);
        assertThat(json.getInt("total")).isEqualTo((int) total);
    }

    @Test
    void isShownAsInFlexiApi() {
        Account alice = SampleAccounts.of(SampleSpaces.of("example.org"), "alice", "{}");
        JsonObject json = new AccountPage(2, 5).json(new AccountService.Page(List.of(alice), 6));

        assertThat(json.keySet()).containsExactly("data", "current_page", "last_page", "per_page", "total");
        assertThat(json.getInt("current_page")).isEqualTo(2);
        assertThat(json.getInt("per_page")).isEqualTo(5);
        assertThat(json.getJsonArray("data").getJsonObject(0).getString("username"))
                .isEqualTo("alice");
    }
}
