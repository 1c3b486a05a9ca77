package org.sipprovisioning.request;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sipprovisioning.fault.InvalidInput;

/**
 * The fields of one JSON object that was sent to us. Reading one that is wrong notes why and goes on, so that {@link #check()} can
 * tell the sender all of it at once. A field that is absent changes nothing; {@code null} and the empty string clear an optional one.
 */
public final class Fields {
    private final JsonObject json;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    public Fields(JsonObject json) {
        this.json = json;
    }

    public boolean has(String name) {
        return json.containsKey(name);
    }

    /** Whether there is anything in this field, right or wrong. */
    public boolean isFilled(String name) {
        return has(name) && !isEmpty(json.get(name));
    }

    public void reject(String name, String reason) {
        List<String> reasons = errors.computeIfAbsent(name, key -> new ArrayList<>());
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** @throws InvalidInput naming every field that was found wrong so far */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /** What {@link #check()} throws, with one reason more. */
    public InvalidInput refusal(String name, String reason) {
        reject(name, reason);
        return new InvalidInput(errors);
    }

    /** Notes the fields that are absent, null or empty. */
    public void require(String... names) {
        for (String name : names) {
            if (!isFilled(name)) {
                reject(name, "is required");
            }
        }
    }

    /** Notes the fields that are there, and null or empty: nothing that is always set can be cleared. */
    public void keep(String... names) {
        for (String name : names) {
            if (has(name) && isEmpty(json.get(name))) {
                reject(name, "must not be empty");
            }
        }
    }

    /** Gives the text, or null where it is to be cleared, if the field is there and right. */
    public void text(String name, int maxLength, Consumer<String> target) {
        rawText(name, maxLength, text -> {
            Optional<String> fault = Text.fault(text);
            fault.ifPresent(reason -> reject(name, reason));
            if (fault.isEmpty()) {
                target.accept(text.isEmpty() ? null : text);
            }
        });
    }

    /** As {@link #text}, for a value that a type of ours parses: its {@link IllegalArgumentException} is the reason. */
    public <T> void value(String name, int maxLength, Function<String, T> parser, Consumer<T> target) {
        text(name, maxLength, text -> {
            try {
                target.accept(text == null ? null : parser.apply(text));
            } catch (IllegalArgumentException e) {
                reject(name, e.getMessage());
            }
        });
    }

    /** A text whose characters the caller checks itself; null counts as empty. */
    public void rawText(String name, int maxLength, Consumer<String> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.NULL) {
                target.accept("");
            } else if (!(value instanceof JsonString string)) {
                reject(name, "must be a string");
            } else if (string.getString().length() > maxLength) {
                reject(name, "must not be longer than " + maxLength + " characters");
            } else {
                target.accept(string.getString());
            }
        });
    }

    public boolean isFalse(String name) {
        return json.get(name) == JsonValue.FALSE;
    }

    public void flag(String name, Consumer<Boolean> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                target.accept(value == JsonValue.TRUE);
            } else {
                reject(name, "must be true or false");
            }
        });
    }

    public void number(String name, int min, int max, Consumer<Integer> target) {
        ifPresent(name, value -> {
            Optional<Integer> number = integer(value).filter(n -> n >= min && n <= max);
            number.ifPresentOrElse(target, () -> reject(name, "must be an integer from %d to %d".formatted(min, max)));
        });
    }

    /** An object whose values are all strings; null counts as an empty one. */
    public void texts(String name, int maxLength, Consumer<Map<String, String>> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.NULL) {
                target.accept(Map.of());
            } else if (value.getValueType() == ValueType.OBJECT) {
                readTexts(name, value.asJsonObject(), maxLength).ifPresent(target);
            } else {
                reject(name, "must be an object of strings");
            }
        });
    }

    /** An object with fields of its own, which are named after both if they are wrong; null gives none. */
    public void object(String name, Consumer<Optional<Fields>> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.NULL) {
                target.accept(Optional.empty());
            } else if (value.getValueType() == ValueType.OBJECT) {
                Fields inner = new Fields(value.asJsonObject());
                target.accept(Optional.of(inner));
                inner.errors.forEach((field, reasons) -> reasons.forEach(why -> reject(name + '.' + field, why)));
            } else {
                reject(name, "must be an object");
            }
        });
    }

    /** A list of strings; null counts as an empty one. */
    public void list(String name, int maxLength, Consumer<List<String>> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.NULL) {
                target.accept(List.of());
            } else if (value.getValueType() == ValueType.ARRAY) {
                readList(name, value.asJsonArray(), maxLength).ifPresent(target);
            } else {
                reject(name, "must be a list of strings");
            }
        });
    }

    private Optional<List<String>> readList(String name, JsonArray array, int maxLength) {
        Fields elements = new Fields(JsonValue.EMPTY_JSON_OBJECT);
        List<String> texts = new ArrayList<>();
        array.forEach(element -> element(name, element, maxLength, elements).ifPresent(texts::add));
        return merge(elements, texts);
    }

    private Optional<Map<String, String>> readTexts(String name, JsonObject object, int maxLength) {
        Fields elements = new Fields(JsonValue.EMPTY_JSON_OBJECT);
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            Text.fault(key).ifPresent(reason -> elements.reject(name, "a key " + reason));
            element(name, value, maxLength, elements).ifPresent(text -> texts.put(key, text));
        });
        return merge(elements, texts);
    }

    private static Optional<String> element(String name, JsonValue element, int maxLength, Fields errors) {
        if (!(element instanceof JsonString string)) {
            errors.reject(name, "must hold strings only");
            return Optional.empty();
        }
        if (string.getString().length() > maxLength) {
            errors.reject(name, "must not hold a string longer than " + maxLength + " characters");
        }
        Text.fault(string.getString()).ifPresent(reason -> errors.reject(name, reason));
        return Optional.of(string.getString());
    }

    private <T> Optional<T> merge(Fields elements, T value) {
        elements.errors.forEach((name, reasons) -> reject(name, reasons.get(0)));
        return elements.errors.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    private void ifPresent(String name, Consumer<JsonValue> reader) {
        if (has(name)) {
            reader.accept(json.get(name));
        }
    }

    private static boolean isEmpty(JsonValue value) {
        return value == JsonValue.NULL
                || value instanceof JsonString string && string.getString().isBlank();
    }

    private static Optional<Integer> integer(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(number.bigDecimalValue().intValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
