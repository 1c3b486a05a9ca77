package org.sipprovisioning.provisioning.hooks;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The hooks of one file.
 *
 * @param resources what the hooks need while they are in force
 */
record LoadedHooks(List<Hook> hooks, Closeable resources) implements Closeable {
    static final LoadedHooks NONE = new LoadedHooks(List.of(), () -> {});

    @Override
    public void close() throws IOException {
        resources.close();
    }
}
