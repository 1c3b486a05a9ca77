package org.sipprovisioning.request;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the strings in a JSON array or object, and keeps the first reason why one of them, or a key, is wrong. */
final class StringElements {
    private final int maxLength;
    private String reason;

    /** @param maxLength of a string, in UTF-16 code units */
    StringElements(int maxLength) {
        this.maxLength = maxLength;
    }

    /** Returns why an element is wrong; empty if all are right. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    List<String> read(JsonArray array) {
        return array.stream().map(this::read).toList();
    }

    Map<String, String> read(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            Text.fault(key).ifPresent(why -> reject("a key " + why));
            texts.put(key, read(value));
        });
        return texts;
    }

    private String read(JsonValue element) {
        if (!(element instanceof JsonString string)) {
            reject("must hold strings only");
            return "";
        }
        if (string.getString().length() > maxLength) {
            reject("must not hold a string longer than " + maxLength + " characters");
        }
        Text.fault(string.getString()).ifPresent(this::reject);
        return string.getString();
    }

    private void reject(String why) {
        if (reason == null) {
            reason = why;
        }
    }
}
