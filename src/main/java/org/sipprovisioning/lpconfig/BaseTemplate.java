package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** A base of which some values are known only when somebody asks. These are singled out once, so that filling costs no more than they. */
public final class BaseTemplate {
    private final LpConfig config;
    private final Map<String, Map<String, ValueTemplate>> templates = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private BaseTemplate(LpConfig config) {
        this.config = config;
    }

    /** A base in which nothing is a template. Takes the document over. */
    public static BaseTemplate exact(LpConfig config) {
        return new BaseTemplate(config);
    }

    /** A base in whose values there may be templates. A value with one that is not known stays as it is. Takes the document over. */
    public static BaseTemplate of(LpConfig config) {
        BaseTemplate base = new BaseTemplate(config);
        config.sections().forEach(base::read);
        return base;
    }

    /** The templates that are not known, by section and key, each with those that are. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Whether documents differ from one request to the other. */
    public boolean asksRequest() {
        return templates.values().stream()
                .flatMap(keys -> keys.values().stream())
                .anyMatch(template -> template.asksFor(TemplateName.REQUEST_PARAM));
    }

    public void overwriteIf(BiPredicate<String, String> chosen) {
        config.sections().forEach(section -> section.overwriteIf(entry -> chosen.test(section.name(), entry.name())));
    }

    /** A document of its own. An entry that asks for what is not there is left out, and one that is empty then: it would say nothing, or
     * delete what the phone has. */
    public LpConfig fill(TemplateValues values) {
        LpConfig document = config.copy();
        templates.forEach((name, keys) -> fill(document.section(name), keys, values));
        return document;
    }

    private static void fill(Section section, Map<String, ValueTemplate> keys, TemplateValues values) {
        Set<String> leftOut = new HashSet<>();
        keys.forEach((key, template) -> {
            Optional<String> value = template.fill(values).filter(filled -> !filled.isEmpty());
            value.ifPresentOrElse(filled -> section.replace(key, filled), () -> leftOut.add(key));
        });
        section.removeIf(entry -> leftOut.contains(entry.name()));
    }

    private void read(Section section) {
        for (Entry entry : List.copyOf(section.entries())) {
            if (entry.value().contains("${")) {
                read(section, entry);
            }
        }
    }

    private void read(Section section, Entry entry) {
        try {
            ValueTemplate template = ValueTemplate.parse(entry.value());
            if (template.isPlain()) {
                section.replace(
                        entry.name(),
                        template.fill((name, argument) -> Optional.empty()).orElseThrow());
            } else {
                templates
                        .computeIfAbsent(section.name(), name -> new LinkedHashMap<>())
                        .put(entry.name(), template);
            }
        } catch (IllegalArgumentException unknown) {
            faults.add(section + " " + entry + " " + unknown.getMessage());
        }
    }
}
