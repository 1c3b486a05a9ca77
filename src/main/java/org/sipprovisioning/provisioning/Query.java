package org.sipprovisioning.provisioning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query of a URL, read as {@code application/x-www-form-urlencoded} (URL Standard §5.1).
 *
 * @param all the parameters in their order
 */
record Query(List<Parameter> all) {
    /**
     * A parameter of the query.
     *
     * @param value empty if there is no {@code =}
     * @param encoded name and value as they stand in the query
     */
    record Parameter(String name, FormText value, String encoded) {}

    /** Reads a query. Does not fail, whatever the query. */
    static Query parse(String query) {
        List<Parameter> all = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                all.add(new Parameter(
                        new FormText(parts[0]).lenient(), new FormText(parts.length > 1 ? parts[1] : ""), pair));
            }
        }
        return new Query(all);
    }

    Optional<FormText> first(String name) {
        return all.stream()
                .filter(parameter -> parameter.name.equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** Returns the query as it was sent, without the parameters of these names. */
    String without(Set<String> names) {
        return all.stream()
                .filter(parameter -> !names.contains(parameter.name))
                .map(Parameter::encoded)
                .collect(Collectors.joining("&"));
    }

    /** Returns the values by name, in the order of the query, with U+FFFD in place of bytes that are not UTF-8. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        all.forEach(parameter -> byName.computeIfAbsent(parameter.name, name -> new ArrayList<>())
                .add(parameter.value.lenient()));
        byName.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(byName);
    }
}
