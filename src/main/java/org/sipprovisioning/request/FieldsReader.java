package org.sipprovisioning.request;

import jakarta.enterprise.context.Dependent;
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
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sipprovisioning.fault.MalformedRequest;

/**
 * Reads a body, which must be one JSON object (RFC 8259) of at most 1 MiB, or 16 MiB below {@code /spaces} and {@code /lint}. Refuses an object that has a
 * key twice. The servers' own readers answer such faults with 500.
 *
 * <p>The scope is {@code @Dependent}, because Jersey does not see {@code @Consumes} on a client proxy, and then prefers the server's reader
 * of JSON. This class consumes any type and then refuses all but JSON, and the resources have no {@code @Consumes}, because
 * RESTEasy would refuse a type before it authenticates the caller.
 */
@Provider
@Dependent
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class FieldsReader implements MessageBodyReader<Fields> {
    private static final int LIMIT = 1 << 20;
    private static final int TEXT_LIMIT = 16 << 20;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** RFC 9110 §8.3.1. Repeated groups are possessive: with backtracking, a header of 8 kB would overflow the stack. */
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(?:[ \\t]*;[ \\t]*(?:" + TOKEN
            + "=(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\"))?)*+");

    private static final Pattern JSON = Pattern.compile("application/json(?:[ \\t;]|$)", Pattern.CASE_INSENSITIVE);

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Inject
    HttpServletRequest request;

    @Inject
    Bodies bodies;

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
            InputStream hidden) {
        requireJson(Collections.list(request.getHeaders("Content-Type")));
        String path = request.getPathInfo();
        int limit = path.startsWith("/spaces") || path.startsWith("/lint") ? TEXT_LIMIT : LIMIT;
        return new Fields(parse(LenientUtf8.decode(bodies.read(limit))));
    }

    /** Checks the header as it was sent, because {@code AnyAcceptFilter} hides it from JAX-RS. */
    private static void requireJson(List<String> contentTypes) {
        if (contentTypes.size() > 1 || !contentTypes.stream().allMatch(MEDIA_TYPE.asMatchPredicate())) {
            throw new MalformedRequest("The Content-Type is none.");
        }
        if (contentTypes.isEmpty() || !JSON.matcher(contentTypes.get(0)).lookingAt()) {
            throw new NotSupportedException();
        }
    }

    private static JsonObject parse(String text) {
        if (read(text) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedRequest("The body is not a JSON object.");
    }

    private static JsonValue read(String text) {
        try (JsonParser whole = Json.createParser(new StringReader(text));
                JsonReader reader = READERS.createReader(new StringReader(text))) {
            while (whole.hasNext()) { // A reader does not read what follows its value
                whole.next();
            }
            return reader.readValue();
        } catch (RuntimeException e) {
            // Parsers throw any type for deep nesting or a long number, and a message could quote a secret
            throw new MalformedRequest("The body is not JSON, or has a key twice.");
        }
    }
}
