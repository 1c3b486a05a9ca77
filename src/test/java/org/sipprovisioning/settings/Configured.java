package org.sipprovisioning.settings;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Settings with values that a test gives, as an operator would. */
public final class Configured {
    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();

    private Configured(Map<String, String> values) {
        this.values = values;
    }

    /** @param namesAndValues names without {@code provisioning.} */
    public static Settings settings(String... namesAndValues) {
        return with(namesAndValues).read();
    }

    static Configured with(String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put("provisioning." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Configured(values);
    }

    Settings read() {
        return Settings.from(config());
    }

    /** Returns the names of all settings that were read. */
    Set<String> asked() {
        return asked;
    }

    Config config() {
        return (Config) Proxy.newProxyInstance(
                Configured.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getOptionalValue") || arguments[1] != String.class) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    asked.add((String) arguments[0]);
                    return Optional.ofNullable(values.get(arguments[0])).filter(value -> !value.isEmpty());
                });
    }
}
