package org.sipprovisioning.space;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores the flags that are on by their keys, separated by commas. A new flag needs no migration. Unknown keys are ignored. */
@Converter
public class AppFlagsConverter implements AttributeConverter<Set<AppFlag>, String> {

    @Override
    public String convertToDatabaseColumn(Set<AppFlag> flags) {
        return flags.stream().sorted().map(AppFlag::key).collect(Collectors.joining(","));
    }

    @Override
    public Set<AppFlag> convertToEntityAttribute(String stored) {
        Set<String> keys = Set.copyOf(Arrays.asList(stored.split(",")));
        Set<AppFlag> flags = EnumSet.allOf(AppFlag.class);
        flags.removeIf(flag -> !keys.contains(flag.key()));
        return flags;
    }
}
