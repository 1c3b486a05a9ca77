package org.sipprovisioning.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRowTest {
    private static final List<String> CELLS = List.of(
            "sip",
            "dscp",
            "int",
            "0..63",
            "0",
            "library,ios",
            "5.1.0,6.0.0",
            "-,6.2.0",
            "a.c#f,b.swift#g",
            "The packets have it.",
            "It is old.");

    @Test
    void aRowBecomesAKey() {
        assertThat(KeyRow.parse(String.join("\t", CELLS)))
                .isEqualTo(new KnownKey(
                        "sip",
                        "dscp",
                        ValueType.INT,
                        List.of(),
                        new NumberRange(0, 63),
                        Optional.of("0"),
                        false,
                        List.of(
                                new KeyReader(Scope.LIBRARY, "5.1.0", Optional.empty(), "a.c#f"),
                                new KeyReader(Scope.IOS, "6.0.0", Optional.of("6.2.0"), "b.swift#g")),
                        "The packets have it.",
                        Optional.of("It is old.")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0,  '',                  an empty cell
                    1,  ' dscp',             spaces around
                    2,  number,              unknown type number
                    2,  INT,                 unknown type INT
                    2,  enum,                an enum has words
                    2,  'int:a,b',           an enum has words
                    2,  string,              a range for what is no number
                    3,  0-63,                no range
                    3,  ..,                  no range
                    3,  63..0,               a range without numbers
                    5,  'library,windows',   unknown scope windows
                    5,  'ios,ios',           a scope named twice
                    5,  library,             not one item for each scope
                    6,  5.1.0,               not one item for each scope
                    7,  -,                   not one item for each scope
                    8,  'a.c#f,b.swift',     a source that is not file#function
                    8,  'a.c#f,',            a source that is not file#function
                    9,  The packets have it, a text without a full stop
                    9,  -,                   a text without a full stop
                    10, It is old,           a text without a full stop
                    10, 'Old.\tx.',          12 columns instead of 11
                    """)
    void aWrongRowIsRefused(int column, String cell, String fault) {
        List<String> cells = new java.util.ArrayList<>(CELLS);
        cells.set(column, cell);

        assertThatThrownBy(() -> KeyRow.parse(String.join("\t", cells)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void oneEndOfARangeMayBeOpen() {
        assertThat(NumberRange.parse("-1..").contains(1e9)).isTrue();
        assertThat(NumberRange.parse("-1..").contains(-2)).isFalse();
        assertThat(NumberRange.parse("..10").contains(10)).isTrue();
        assertThat(NumberRange.parse("..10").contains(10.5)).isFalse();
    }
}
