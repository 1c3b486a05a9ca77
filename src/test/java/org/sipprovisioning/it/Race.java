package org.sipprovisioning.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a task in several threads at the same moment. */
public final class Race {
    private static final int PATIENCE_SECONDS = 150;

    private Race() {}

    /** A task of one of the runners, who are numbered from 0. */
    @FunctionalInterface
    public interface Task<T> {
        T run(int runner) throws Exception;
    }

    /** Does the same as {@link #run(int, Task)}, for a task that does not depend on the runner. */
    public static <T> List<T> run(int runners, Callable<T> task) {
        return run(runners, runner -> task.call());
    }

    /** Returns the results of all runners, in their order. None begins before all are ready. */
    public static <T> List<T> run(int runners, Task<T> task) {
        CyclicBarrier start = new CyclicBarrier(runners);
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return task.run(runner);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
