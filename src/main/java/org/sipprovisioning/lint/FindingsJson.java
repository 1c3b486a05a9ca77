package org.sipprovisioning.lint;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The JSON form of findings in the API. */
public final class FindingsJson {

    private FindingsJson() {}

    /** Returns the first findings. */
    public static JsonArray first(Findings findings) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        findings.first().forEach(finding -> array.add(from(finding)));
        return array.build();
    }

    private static JsonObject from(Finding finding) {
        return Json.createObjectBuilder()
                .add("line", finding.line())
                .add("column", finding.column())
                .add("severity", finding.severity().text())
                .add("code", finding.code())
                .add("section", orNull(finding.section()))
                .add("key", orNull(finding.key()))
                .add("message", finding.message())
                .add("advice", finding.advice())
                .build();
    }

    private static JsonValue orNull(Optional<String> text) {
        return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }
}
