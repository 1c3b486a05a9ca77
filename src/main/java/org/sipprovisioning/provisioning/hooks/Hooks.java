package org.sipprovisioning.provisioning.hooks;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.ProvisioningHook;
import org.sipprovisioning.lpconfig.LpConfig;

/** The operator's hooks in their order: first those in Java, the application's own beans before the directory's; then the stylesheets. */
@ApplicationScoped
public class Hooks {
    @Inject
    @Any
    Instance<ProvisioningHook> beans;

    @Inject
    HookDirectory directory;

    @Inject
    HookCalls calls;

    private List<JavaHook> own = List.of();

    @PostConstruct
    void start() {
        own = beans.handlesStream()
                .map(bean -> new JavaHook(bean.getBean().getBeanClass().getName(), bean.get()))
                .sorted(Comparator.comparing(Hook::name))
                .toList();
    }

    /** Whether no hook is in force. */
    public boolean isEmpty() {
        return inForce(Hook.class).isEmpty();
    }

    public boolean hasStyleSheets() {
        return !inForce(StyleSheet.class).isEmpty();
    }

    /**
     * Runs the hooks in Java.
     *
     * @param document stays as it is
     * @param check gets the document that each hook makes, and throws if a phone could not use it
     * @return the document as the last hook has made it
     * @throws HookFailed with the name of the first hook that fails
     * @throws Busy if too many hooks are running
     */
    public LpConfig runJava(LpConfig document, Context context, Consumer<LpConfig> check) {
        return run(inForce(JavaHook.class), document, context, check);
    }

    /** Runs the stylesheets as {@link #runJava} runs the hooks in Java. */
    public LpConfig runStyleSheets(LpConfig document, Context context, Consumer<LpConfig> check) {
        return run(inForce(StyleSheet.class), document, context, check);
    }

    /** Returns what the operator should correct; empty if nothing is wrong. */
    public Optional<String> problem() {
        Stream<String> off = all().filter(Hook::isOff).map(hook -> hook.name() + " is off: it was too slow too often");
        return Stream.concat(directory.problems().stream(), off).reduce((one, other) -> one + "; " + other);
    }

    private LpConfig run(List<Hook> hooks, LpConfig document, Context context, Consumer<LpConfig> check) {
        LpConfig completed = document;
        for (Hook hook : hooks) {
            LpConfig draft = completed.copy();
            completed = calls.call(hook, context, () -> {
                        LpConfig result = hook.apply(draft, context);
                        check.accept(result);
                        return result;
                    })
                    .orElse(completed);
        }
        return completed;
    }

    private List<Hook> inForce(Class<? extends Hook> kind) {
        return all().filter(hook -> kind.isInstance(hook) && !hook.isOff()).toList();
    }

    private Stream<Hook> all() {
        return Stream.concat(own.stream(), directory.hooks().stream());
    }
}
