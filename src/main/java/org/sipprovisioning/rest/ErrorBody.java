package org.sipprovisioning.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The body of every error: {@code {"message": "...", "errors": {"field": ["..."]}}}. */
final class ErrorBody {

    private ErrorBody() {}

    static Response.ResponseBuilder answer(int status, String message) {
        return answer(status, message, Map.of());
    }

    static Response.ResponseBuilder answer(int status, String message, Map<String, List<String>> errors) {
        byte[] body = bytes(message, errors);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header("Content-Length", body.length)
                .entity(body);
    }

    static byte[] bytes(String message, Map<String, List<String>> errors) {
        return json(message, errors).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(String message, Map<String, List<String>> errors) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("message", message);
        if (!errors.isEmpty()) {
            JsonObjectBuilder fields = Json.createObjectBuilder();
            errors.forEach((field, reasons) -> fields.add(field, Json.createArrayBuilder(reasons)));
            body.add("errors", fields);
        }
        return body.build();
    }
}
