package org.sipprovisioning.lpconfig;

import java.util.Optional;

/** What templates are filled with. */
@FunctionalInterface
public interface TemplateValues {
    /**
     * Empty where there is no such thing: the entry is then left out.
     *
     * @param argument which one, for the names that have several; otherwise empty
     */
    Optional<String> find(TemplateName name, String argument);
}
