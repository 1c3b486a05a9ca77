package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.sipprovisioning.datasource.ProductPool;

/**
 * The process that only executes statements, in several threads. Command: JDBC URL, user, password, file of the script,
 * threads, milliseconds, generation and number of the first subject.
 */
final class JdbcLoop implements Worker {
    private DataSource pool;

    public static void main(String[] args) throws IOException {
        Worker.serve(new JdbcLoop());
    }

    @Override
    public String run(String[] command) throws Exception {
        if (pool == null) {
            pool = ProductPool.of(command[0], command[1], command[2]);
        }
        Replay replay = new Replay(pool, Script.read(Path.of(command[3])));
        Subject first = new Subject(Integer.parseInt(command[6]), Integer.parseInt(command[7]));
        return run(replay, first, Integer.parseInt(command[4]), Long.parseLong(command[5]))
                .text();
    }

    private static Sample run(Replay replay, Subject first, int threads, long millis) throws Exception {
        Histogram histogram = new ConcurrentHistogram(3);
        AtomicInteger next = new AtomicInteger(first.number());
        long begun = System.nanoTime();
        Callable<Void> loop = () -> {
            while (System.nanoTime() - begun < millis * 1_000_000) {
                long start = System.nanoTime();
                replay.run(new Subject(first.generation(), next.getAndIncrement()).known());
                histogram.recordValue(System.nanoTime() - start);
            }
            return null;
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(executor.submit(loop));
        }
        executor.shutdown();
        for (Future<Void> thread : running) {
            thread.get();
        }
        return new Sample(
                histogram.getTotalCount(),
                System.nanoTime() - begun,
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(99));
    }
}
