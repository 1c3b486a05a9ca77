package org.sipprovisioning.provisioning.hooks;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.sipprovisioning.hook.Account;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.Request;
import org.sipprovisioning.hook.Space;
import org.sipprovisioning.settings.Settings;

/** The fixtures of the tests of hooks. */
public final class HookTests {
    static final Space SPACE = new Space("example.org", "sip.example.org", "Example", "example.org", "SHA-256");
    static final Account ALICE = new Account(
            "alice",
            "example.org",
            Optional.of("Alice"),
            Optional.of("alice@example.net"),
            Optional.of("+123"),
            false,
            Map.of("site", "berlin"));

    private HookTests() {}

    static Context nobody(Map<String, List<String>> parameters) {
        return new Context(Optional.empty(), SPACE, new Request(parameters, Map.of()), Optional.empty());
    }

    static Context alice() {
        return new Context(Optional.of(ALICE), SPACE, new Request(Map.of(), Map.of()), Optional.of(SPACE.algorithm()));
    }

    public static Hooks none() {
        Hooks hooks = new Hooks();
        hooks.directory = new HookDirectory();
        return hooks;
    }

    /** Returns started hook calls. The caller must end them. */
    static HookCalls calls(Settings settings) {
        HookCalls calls = new HookCalls();
        calls.settings = settings;
        calls.threads = new Threads();
        calls.start();
        return calls;
    }

    /** A thread factory in place of a server's. It manages nothing. */
    private static final class Threads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }
}
