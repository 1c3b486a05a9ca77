package org.sipprovisioning.provisioning.hooks;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.sipprovisioning.hook.ProvisioningHook;

/** Loads the hooks of a jar by a class loader of its own. It loads a copy, because the file itself may be replaced at any time. */
final class HookJar {

    private HookJar() {}

    /**
     * Loads the hooks that a jar names.
     *
     * @param directory where the copy is kept while the hooks are in force
     * @throws BrokenHook if the jar names no hook
     */
    static LoadedHooks load(Path jar, Path directory) throws IOException {
        Path copy = Files.createTempFile(directory, "hook", ".jar");
        Files.write(copy, Files.readAllBytes(jar));
        URLClassLoader loader = new URLClassLoader(
                jar.getFileName().toString(),
                new URL[] {copy.toUri().toURL()},
                ProvisioningHook.class.getClassLoader());
        Closeable resources = () -> {
            loader.close();
            Files.delete(copy);
        };
        List<Hook> hooks = List.of();
        try {
            hooks = hooks(loader);
        } finally {
            if (hooks.isEmpty()) {
                resources.close();
            }
        }
        if (hooks.isEmpty()) {
            throw new BrokenHook("names no hook in META-INF/services/" + ProvisioningHook.class.getName());
        }
        return new LoadedHooks(hooks, resources);
    }

    /** Returns the hooks of the jar, without those of the application, which ServiceLoader finds by the parent class loader. */
    private static List<Hook> hooks(URLClassLoader loader) {
        return ServiceLoader.load(ProvisioningHook.class, loader).stream()
                .filter(found -> found.type().getClassLoader() == loader)
                .<Hook>map(found ->
                        new JavaHook(loader.getName() + " (" + found.type().getName() + ")", found.get()))
                .toList();
    }
}
