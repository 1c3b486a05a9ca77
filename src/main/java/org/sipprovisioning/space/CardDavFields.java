package org.sipprovisioning.space;

import java.util.regex.Pattern;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.settings.Port;

/** Reads the fields of a CardDAV server from the body of an API request into the entity. */
final class CardDavFields {
    private static final String URI = "uri";
    private static final String PORT = "port";
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9-]+(?:,[A-Za-z0-9-]+)*+");
    private static final Pattern COMMA = Pattern.compile(" *+, *+");
    private static final int MAX_TEXT = 1_024;
    private static final int MAX_CHARACTERS = 100;
    private static final int MAX_RESULTS = 10_000;
    private static final int MAX_SECONDS = 300;
    private static final int MAX_MILLIS = 60_000;

    private final Fields fields;

    CardDavFields(Fields fields) {
        this.fields = fields;
    }

    /** Applies the fields that are present, and notes those that are wrong. */
    void applyTo(CardDavServer server) {
        fields.keep(URI);
        fields.value(URI, MAX_TEXT, CardDavFields::url, server::setUri);
        applyPort(server);
        fields.flag("enabled", server::enable);
        fields.flag("use_exact_match_policy", server::matchExactly);
        fields.number("min_characters", 0, MAX_CHARACTERS, server::setMinCharacters);
        fields.number("results_limit", 0, MAX_RESULTS, server::limitResults);
        fields.number("timeout", 1, MAX_SECONDS, server::setTimeout);
        fields.number("delay", 0, MAX_MILLIS, server::setDelay);
        fields.value("fields_for_user_input", MAX_TEXT, CardDavFields::names, server::setFieldsForUserInput);
        fields.value("fields_for_domain", MAX_TEXT, CardDavFields::names, server::setFieldsForDomain);
    }

    private void applyPort(CardDavServer server) {
        if (fields.has(PORT) && !fields.isFilled(PORT)) {
            server.setPort(null);
        } else {
            fields.number(PORT, 1, Port.MAX, server::setPort);
        }
        if (server.hasTwoPorts()) {
            fields.reject(fields.isFilled(PORT) ? PORT : URI, "must not differ: the uri names another port");
        }
    }

    private static String url(String text) {
        return CardDavUrl.parse(text).toString();
    }

    private static String names(String text) {
        String names = COMMA.matcher(text.strip()).replaceAll(",");
        if (!NAMES.matcher(names).matches()) {
            throw new IllegalArgumentException("must be names of vCard properties, with commas between them");
        }
        return names;
    }
}
