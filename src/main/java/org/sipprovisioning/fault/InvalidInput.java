package org.sipprovisioning.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Well-formed input with wrong or missing fields. Names each of them with its reasons. */
public final class InvalidInput extends Fault {
    private final transient Map<String, List<String>> errors;

    public InvalidInput(Map<String, List<String>> errors) {
        super("The given data was invalid.");
        this.errors = new LinkedHashMap<>(errors);
    }

    public InvalidInput(String field, String reason) {
        this(Map.of(field, List.of(reason)));
    }

    /** Returns the reasons by the name of the field. */
    public Map<String, List<String>> errors() {
        return errors;
    }
}
