package org.sipprovisioning.provisioning.hooks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.Entry;
import org.sipprovisioning.hook.ProvisioningHook;
import org.sipprovisioning.hook.Section;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.UnusableDocument;

/** A hook in Java. It gets copies of the sections, as types of the hooks' own package. */
final class JavaHook extends Hook {
    private final ProvisioningHook hook;

    JavaHook(String name, ProvisioningHook hook) {
        super(name);
        this.hook = hook;
    }

    @Override
    LpConfig apply(LpConfig document, Context context) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(hook.getClass().getClassLoader());
        try {
            complete(document, context);
        } finally {
            thread.setContextClassLoader(former);
        }
        return document;
    }

    private void complete(LpConfig document, Context context) {
        if (context.account().isPresent()) {
            document.find("proxy_0").ifPresent(proxy -> replace(proxy, hook.completeProxy(context, copy(proxy))));
            document.sections().stream()
                    .filter(JavaHook::isCredential)
                    .forEach(authInfo -> complete(authInfo, context));
        }
        for (Section added : hook.addSections(context)) {
            put(document.section(added.name()), added.entries());
        }
    }

    private void complete(org.sipprovisioning.lpconfig.Section authInfo, Context context) {
        Section copy = copy(authInfo);
        // As the phone reads it: without an algorithm, it is MD5 (RFC 2617 §3.2.1).
        Optional<String> algorithm = copy.find("algorithm").or(() -> Optional.of("MD5"));
        replace(authInfo, hook.completeAuthInfo(context.withAlgorithm(algorithm), copy));
    }

    /** Whether a section is a credential. One without a user name makes the phone delete the credential that it had. */
    private static boolean isCredential(org.sipprovisioning.lpconfig.Section section) {
        return section.name().startsWith("auth_info_")
                && section.find("username")
                        .filter(username -> !username.value().isEmpty())
                        .isPresent();
    }

    private static Section copy(org.sipprovisioning.lpconfig.Section section) {
        return new Section(
                section.name(),
                section.entries().stream()
                        .map(entry -> new Entry(entry.name(), entry.value(), entry.overwrite()))
                        .toList());
    }

    private static void replace(org.sipprovisioning.lpconfig.Section section, Section completed) {
        requireNonNull(completed, "a hook's section");
        if (!completed.name().equals(section.name())) {
            throw new UnusableDocument("A hook gave back another section than " + section);
        }
        section.removeAll();
        put(section, completed.entries());
    }

    private static void put(org.sipprovisioning.lpconfig.Section section, List<Entry> entries) {
        entries.forEach(entry -> section.put(entry.name(), entry.value(), entry.overwrite()));
    }
}
