package org.sipprovisioning.request;

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
 * The fields of one JSON object in the body of a request. Reading a field that is wrong notes the reason and goes on, so that {@link
 * #check()} can name all wrong fields at once. A field that is absent changes nothing; {@code null} and the empty string clear an
 * optional one. Lengths are in UTF-16 code units.
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

    /** Whether the field is present, and neither null nor blank. Its value may be wrong. */
    public boolean isFilled(String name) {
        return has(name) && !isEmpty(json.get(name));
    }

    /** Notes a reason why a field is wrong. */
    public void reject(String name, String reason) {
        List<String> reasons = errors.computeIfAbsent(name, key -> new ArrayList<>());
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** @throws InvalidInput naming every field that was found wrong so far, if there is one */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    /** Returns the fault that {@link #check()} throws, with one more reason. */
    public InvalidInput refusal(String name, String reason) {
        reject(name, reason);
        return new InvalidInput(errors);
    }

    /** Notes as wrong the fields that are absent, null or blank. */
    public void require(String... names) {
        for (String name : names) {
            if (!isFilled(name)) {
                reject(name, "is required");
            }
        }
    }

    /** Notes as wrong the fields that are present, but null or blank: a field that is always set cannot be cleared. */
    public void keep(String... names) {
        for (String name : names) {
            if (has(name) && isEmpty(json.get(name))) {
                reject(name, "must not be empty");
            }
        }
    }

    /** Returns the text of a field; empty if the field is absent, null, empty or wrong. Notes what is wrong. */
    public Optional<String> text(String name, int maxLength) {
        return cleanText(name, maxLength).filter(text -> !text.isEmpty());
    }

    /** Passes the text of a field on, or null if the field is null or empty; does nothing if it is absent, and notes what is wrong. */
    public void text(String name, int maxLength, Consumer<String> target) {
        cleanText(name, maxLength).ifPresent(text -> target.accept(text.isEmpty() ? null : text));
    }

    /**
     * Returns the parsed value of a field; empty if the field is absent, null, empty or wrong. Notes what is wrong.
     *
     * @param parser throws {@link IllegalArgumentException} with the reason
     */
    public <T> Optional<T> value(String name, int maxLength, Function<String, T> parser) {
        return text(name, maxLength).flatMap(text -> parse(name, text, parser));
    }

    /** Passes a parsed value on as {@link #text(String, int, Consumer)} does, parsed as by {@link #value(String, int, Function)}. */
    public <T> void value(String name, int maxLength, Function<String, T> parser, Consumer<T> target) {
        cleanText(name, maxLength).ifPresent(text -> {
            if (text.isEmpty()) {
                target.accept(null);
            } else {
                parse(name, text, parser).ifPresent(target);
            }
        });
    }

    /** Returns the text of a field, whose characters the caller must check: the empty text for null; empty if absent or wrong. */
    public Optional<String> rawText(String name, int maxLength) {
        JsonValue value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value == JsonValue.NULL) {
            return Optional.of("");
        }
        if (!(value instanceof JsonString string)) {
            reject(name, "must be a string");
            return Optional.empty();
        }
        if (string.getString().length() > maxLength) {
            reject(name, "must not be longer than " + maxLength + " characters");
            return Optional.empty();
        }
        return Optional.of(string.getString());
    }

    /** Whether the field is JSON's {@code false}. */
    public boolean isFalse(String name) {
        return json.get(name) == JsonValue.FALSE;
    }

    /** Passes {@code true} or {@code false} on; does nothing if the field is absent, and notes any other value as wrong. */
    public void flag(String name, Consumer<Boolean> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                target.accept(value == JsonValue.TRUE);
            } else {
                reject(name, "must be true or false");
            }
        });
    }

    /** Passes an integer from min to max on; does nothing if the field is absent, and notes any other value as wrong. */
    public void number(String name, int min, int max, Consumer<Integer> target) {
        ifPresent(name, value -> {
            Optional<Integer> number = integer(value).filter(n -> n >= min && n <= max);
            number.ifPresentOrElse(target, () -> reject(name, "must be an integer from %d to %d".formatted(min, max)));
        });
    }

    /** Passes an object on whose values are all strings; null counts as an empty object. Notes what is wrong. */
    public void texts(String name, int maxLength, Consumer<Map<String, String>> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.NULL) {
                target.accept(Map.of());
            } else if (value.getValueType() == ValueType.OBJECT) {
                StringElements elements = new StringElements(maxLength);
                give(name, elements, elements.read(value.asJsonObject()), target);
            } else {
                reject(name, "must be an object of strings");
            }
        });
    }

    /** Passes the fields of an inner object on, or empty for null. An inner field that is wrong is named {@code outer.inner}. */
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

    /** Passes a list of strings on; null counts as an empty list. Notes what is wrong. */
    public void list(String name, int maxLength, Consumer<List<String>> target) {
        ifPresent(name, value -> {
            if (value == JsonValue.NULL) {
                target.accept(List.of());
            } else if (value.getValueType() == ValueType.ARRAY) {
                StringElements elements = new StringElements(maxLength);
                give(name, elements, elements.read(value.asJsonArray()), target);
            } else {
                reject(name, "must be a list of strings");
            }
        });
    }

    private Optional<String> cleanText(String name, int maxLength) {
        return rawText(name, maxLength).filter(text -> {
            Optional<String> fault = Text.fault(text);
            fault.ifPresent(reason -> reject(name, reason));
            return fault.isEmpty();
        });
    }

    private <T> Optional<T> parse(String name, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            reject(name, e.getMessage());
            return Optional.empty();
        }
    }

    private <T> void give(String name, StringElements elements, T texts, Consumer<T> target) {
        elements.reason().ifPresentOrElse(reason -> reject(name, reason), () -> target.accept(texts));
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
