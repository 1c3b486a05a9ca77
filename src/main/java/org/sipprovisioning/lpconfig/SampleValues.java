package org.sipprovisioning.lpconfig;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Harmless values for all templates, each another one, to try what documents would come of them. */
final class SampleValues implements TemplateValues {
    /** What every account's document has. */
    private static final Set<TemplateName> ALWAYS_THERE =
            Set.of(TemplateName.ACCOUNT_USERNAME, TemplateName.ACCOUNT_DOMAIN, TemplateName.SPACE_DOMAIN);

    /** One that stands where a port does. */
    private static final Pattern PORT = Pattern.compile("(?<!sips?):sample[0-9]+\\.example", Pattern.CASE_INSENSITIVE);

    private final boolean withOptional;
    private final Map<String, String> given = new HashMap<>();

    private SampleValues(boolean withOptional) {
        this.withOptional = withOptional;
    }

    /** With a value for each template. */
    static LpConfig all(BaseTemplate base) {
        LpConfig document = base.fill(new SampleValues(true));
        document.find("proxy_0")
                .ifPresent(proxy -> proxy.find("reg_proxy")
                        .ifPresent(server -> proxy.replace(
                                "reg_proxy", PORT.matcher(server.value()).replaceAll(":5060"))));
        return document;
    }

    /** With a value for what is never missing. */
    static LpConfig least(BaseTemplate base) {
        return base.fill(new SampleValues(false));
    }

    /** Good as a user, a host and a parameter. */
    @Override
    public Optional<String> find(TemplateName name, String argument) {
        return withOptional || ALWAYS_THERE.contains(name)
                ? Optional.of(given.computeIfAbsent(name + argument, any -> "sample" + given.size() + ".example"))
                : Optional.empty();
    }
}
