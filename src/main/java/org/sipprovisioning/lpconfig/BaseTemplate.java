package org.sipprovisioning.lpconfig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A base document, in whose values templates may stand for texts that are known only when a phone asks. The templates are found once, so
 * that filling a document costs no more than the entries that have templates.
 */
public final class BaseTemplate {
    private final LpConfig config;
    private final Map<String, Map<String, ValueTemplate>> templates = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private BaseTemplate(LpConfig config) {
        this.config = config;
    }

    /** Returns a base without templates. Takes the document over: the caller must not change it any more. */
    public static BaseTemplate exact(LpConfig config) {
        return new BaseTemplate(config);
    }

    /** Finds the templates in the values. A value with an unknown template stays as it is. Takes the document over. */
    public static BaseTemplate of(LpConfig config) {
        BaseTemplate base = new BaseTemplate(config);
        config.sections().forEach(base::read);
        return base;
    }

    /** Returns a message for each value with an unknown template: section, key and the known templates. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Whether a template stands for a parameter of the request, so that documents differ from one request to the next. */
    public boolean asksRequest() {
        return templates.values().stream()
                .flatMap(keys -> keys.values().stream())
                .anyMatch(template -> template.asksFor(TemplateName.REQUEST_PARAM));
    }

    /** Marks the entries with overwrite that are chosen by section name and key. */
    public void overwriteIf(BiPredicate<String, String> chosen) {
        config.sections().forEach(section -> section.overwriteIf(entry -> chosen.test(section.name(), entry.name())));
    }

    /**
     * Returns a document of the caller's own. Leaves out each entry that asks for a value that is missing, or that becomes empty: it
     * would do nothing in the phone, or delete what the phone has.
     */
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
