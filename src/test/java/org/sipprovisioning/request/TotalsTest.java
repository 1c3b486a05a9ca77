package org.sipprovisioning.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.request.PageTest.NumberList;

class TotalsTest {
    private static final Slice SOME = new Slice(List.of(new Cursor(0, 1)), false, true);

    private final Totals totals = new Totals();

    @ParameterizedTest
    @CsvSource({"0,0,false", "9999,9999,false", "10000,10000,false", "10001,10000,true", "50000,10000,true"})
    void aFilteredListIsCountedToTenThousand(int length, long number, boolean isMinimum) {
        assertThat(totals.of(new NumberList(length, true, true), SOME)).isEqualTo(new Total(number, isMinimum));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000, 10_001, 50_000})
    void anotherListIsCountedWhole(int length) {
        assertThat(totals.of(new NumberList(length, false, false), SOME)).isEqualTo(new Total(length, false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLongListIsCountedOnceAndItsNewElementsAreAdded(boolean newestFirst) {
        NumberList list = new NumberList(20_000, newestFirst, false);
        totals.of(list, SOME);
        int counted = list.countedKeys;

        list.add();
        list.add();

        assertThat(totals.of(list, SOME)).isEqualTo(new Total(20_002, false));
        assertThat(list.countedKeys - counted).isEqualTo(2);
    }

    @Test
    void aShortListIsCountedEachTime() {
        NumberList list = new NumberList(100, false, false);
        totals.of(list, SOME);
        list.add();

        assertThat(totals.of(list, SOME)).isEqualTo(new Total(101, false));
    }

    @Test
    void aPageThatIsTheWholeListNeedsNoCount() {
        NumberList list = new NumberList(20_000, false, false);

        assertThat(totals.of(list, new Slice(List.of(new Cursor(0, 1)), false, false)))
                .isEqualTo(new Total(1, false));
        assertThat(list.countedKeys).isZero();
    }

    @Test
    void countsLongListsInSteps() {
        assertThat(Totals.countAll(new NumberList(1_200_000, true, false))).isEqualTo(1_200_000);
        assertThat(Totals.countAll(new NumberList(500_000, false, false))).isEqualTo(500_000);
    }
}
