package org.sipprovisioning.account;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Converts a dictionary to the one JSON object that is stored, and back. */
@Converter
public class DictionaryConverter implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> dictionary) {
        return json(dictionary).toString();
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String stored) {
        JsonObject object = Json.createReader(new StringReader(stored)).readObject();
        Map<String, String> dictionary = new LinkedHashMap<>();
        object.keySet().forEach(key -> dictionary.put(key, object.getString(key)));
        return dictionary;
    }

    static JsonObject json(Map<String, String> dictionary) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        dictionary.forEach(json::add);
        return json.build();
    }
}
