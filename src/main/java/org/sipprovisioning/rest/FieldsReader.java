package org.sipprovisioning.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sipprovisioning.fault.Fields;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.fault.TooLarge;

/**
 * Reads a body that must be one JSON object (RFC 8259) of at most 1 MiB, 16 MiB for a space. A key that stands twice is refused. The
 * servers' own readers turn such faults into 500.
 */
@Provider
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class FieldsReader implements MessageBodyReader<Fields> {
    private static final int LIMIT = 1 << 20;
    private static final int SPACE_LIMIT = 16 << 20;
    private static final Logger LOG = Logger.getLogger(FieldsReader.class.getName());
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Inject
    HttpServletRequest request;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Fields.class;
    }

    @Override
    public Fields readFrom(
            Class<Fields> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        int limit = request.getPathInfo().startsWith("/spaces") ? SPACE_LIMIT : LIMIT;
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new TooLarge(limit);
        }
        return new Fields(parse(LenientUtf8.decode(bytes)));
    }

    private static JsonObject parse(String text) {
        JsonValue value =
                read(text).orElseThrow(() -> new MalformedRequest("The body is not JSON, or has a key twice."));
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new MalformedRequest("The body is not a JSON object.");
    }

    /** Empty for whatever the parser complains of: of any type, also about depth or size, and it could quote a secret. */
    private static Optional<JsonValue> read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text));
                JsonParser parser = Json.createParser(new StringReader(text))) {
            // A reader does not notice what follows its value
            while (parser.hasNext()) {
                parser.next();
            }
            return Optional.of(reader.readValue());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Unreadable body: {0}", e.getClass());
            return Optional.empty();
        }
    }
}
