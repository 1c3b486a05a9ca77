package org.sipprovisioning.lpconfig;

import java.util.Optional;

/** The values that take the place of templates. */
@FunctionalInterface
public interface TemplateValues {
    /**
     * Returns the value of a template. If it is empty, the entry is left out of the document.
     *
     * @param argument the dictionary's key or the parameter's name; empty for a name that takes no argument
     */
    Optional<String> find(TemplateName name, String argument);
}
