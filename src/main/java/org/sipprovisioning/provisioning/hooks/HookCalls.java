package org.sipprovisioning.provisioning.hooks;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.fault.Fault;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.settings.Settings;

/**
 * Runs the operator's code on threads of its own, so that the request can give up waiting. The code has no transaction and no entity.
 *
 * <p>Bounded: at most eight hooks run at once, and a hook that was given up four times is off. A thread that ignores the interrupt stays
 * until its call ends, if ever; there are at most as many such threads as a hook can have at once before it is off.
 */
@ApplicationScoped
public class HookCalls {
    private static final Logger LOG = Logger.getLogger(HookCalls.class.getName());
    private static final int AT_ONCE = 8;

    /**
     * How long an account's document waits until a hook may run, so that a crowd of phones is served one after the other. Behind hooks that
     * hang it does not wait longer, because its request holds a database connection.
     */
    private static final Duration QUEUE = Duration.ofMillis(200);

    private static final Duration LOADING = Duration.ofSeconds(10);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Settings settings;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private ExecutorService executor;

    @PostConstruct
    void start() {
        executor = Executors.newCachedThreadPool(threads);
    }

    @PreDestroy
    void end() {
        executor.shutdownNow();
    }

    /**
     * Runs a hook.
     *
     * @param work the hook's work on a document
     * @return the completed document; empty if the hook is off
     * @throws Busy if too many hooks are running
     * @throws HookFailed if the work throws, or takes longer than {@code provisioning.hooks.timeout}
     */
    Optional<LpConfig> call(Hook hook, Context context, Callable<LpConfig> work) {
        enter(context);
        try {
            return hook.isOff() ? Optional.empty() : Optional.of(waitFor(work, settings.hookTimeout()));
        } catch (ExecutionException e) {
            throw new HookFailed(hook, context, told(e).orElseGet(() -> typeAndPlace(e.getCause())));
        } catch (TimeoutException e) {
            if (hook.abandon()) {
                LOG.severe(() -> "Hook " + hook.name() + " is off: it was too slow too often");
            }
            throw new HookFailed(hook, context, "took longer than " + settings.hookTimeout());
        } finally {
            free.release();
        }
    }

    /**
     * Loads hooks.
     *
     * @throws BrokenHook if this fails, or takes longer than ten seconds. The message holds the cause's own text, because no phone's data
     *     is there yet.
     */
    <T> T load(Callable<T> loading) {
        try {
            return waitFor(loading, LOADING);
        } catch (ExecutionException e) {
            throw new BrokenHook(told(e).orElseGet(() -> e.getCause().toString()));
        } catch (TimeoutException e) {
            throw new BrokenHook("took longer than " + LOADING + " to load");
        }
    }

    private void enter(Context context) {
        Duration patience =
                context.account().isPresent() ? QUEUE : settings.hookTimeout().multipliedBy(2);
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy("Too many hooks are running.");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private <T> T waitFor(Callable<T> work, Duration timeout) throws ExecutionException, TimeoutException {
        Future<T> result = executor.submit(work);
        try {
            return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            result.cancel(true);
        }
    }

    private static Busy interrupted() {
        Thread.currentThread().interrupt();
        return new Busy("The server is ending.");
    }

    /** Returns the message of the application's own fault among the causes, because these messages never hold a secret. */
    private static Optional<String> told(ExecutionException e) {
        return Stream.iterate(e.getCause(), Objects::nonNull, Throwable::getCause)
                .filter(Fault.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }

    private static String typeAndPlace(Throwable thrown) {
        StackTraceElement[] places = thrown.getStackTrace();
        return thrown.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
    }
}
