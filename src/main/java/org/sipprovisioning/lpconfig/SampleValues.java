package org.sipprovisioning.lpconfig;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Harmless sample values for templates, all of them different, to check the documents that would be made with them. */
final class SampleValues implements TemplateValues {
    /** The values that exist for every account. */
    private static final Set<TemplateName> ALWAYS_THERE =
            Set.of(TemplateName.ACCOUNT_USERNAME, TemplateName.ACCOUNT_DOMAIN, TemplateName.SPACE_DOMAIN);

    /** A sample value in the place of a port. */
    private static final Pattern PORT = Pattern.compile("(?<!sips?):sample[0-9]+\\.example", Pattern.CASE_INSENSITIVE);

    private final boolean withOptional;
    private final Map<String, String> given = new HashMap<>();

    private SampleValues(boolean withOptional) {
        this.withOptional = withOptional;
    }

    /** Returns the document with a value for each template. */
    static LpConfig all(BaseTemplate base) {
        LpConfig document = base.fill(new SampleValues(true));
        document.find("proxy_0")
                .ifPresent(proxy -> proxy.find("reg_proxy")
                        .ifPresent(server -> proxy.replace(
                                "reg_proxy", PORT.matcher(server.value()).replaceAll(":5060"))));
        return document;
    }

    /** Returns the document with values only for the templates whose value is never missing. */
    static LpConfig least(BaseTemplate base) {
        return base.fill(new SampleValues(false));
    }

    /** Returns a text that is valid as a user, as a host and as a parameter. */
    @Override
    public Optional<String> find(TemplateName name, String argument) {
        return withOptional || ALWAYS_THERE.contains(name)
                ? Optional.of(given.computeIfAbsent(name + argument, any -> "sample" + given.size() + ".example"))
                : Optional.empty();
    }
}
