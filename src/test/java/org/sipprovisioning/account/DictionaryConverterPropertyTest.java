package org.sipprovisioning.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class DictionaryConverterPropertyTest {

    private final DictionaryConverter converter = new DictionaryConverter();

    @Property
    void anyDictionarySurvives(
            @ForAll @Size(max = 5) Map<@StringLength(max = 10) String, @StringLength(max = 20) String> dictionary) {
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(dictionary)))
                .isEqualTo(dictionary);
    }
}
