package org.sipprovisioning.hook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the phone sent. All of it was chosen by whoever made the URL or sent the request: a hint, never a proof.
 *
 * @param parameters of the URL's query, decoded, by name
 * @param headers by name in lower case, without those that prove who asks
 */
public record Request(Map<String, List<String>> parameters, Map<String, List<String>> headers) {

    public Request {
        parameters = Map.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    /** The first value of a parameter of the query. */
    public Optional<String> parameter(String name) {
        return first(parameters, name);
    }

    /** The first value of a header, whose name may be written in any case. */
    public Optional<String> header(String name) {
        return first(headers, name.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }
}
