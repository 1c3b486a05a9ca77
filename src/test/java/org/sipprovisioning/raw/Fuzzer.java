package org.sipprovisioning.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.sipprovisioning.raw.Finding.Kind;
import org.sipprovisioning.raw.Message.End;

/**
 * Sends mutated requests to a server, and reports the faults of its answers and of its log. The seed and the number of a request are all
 * that its mutations depend on.
 */
final class Fuzzer {
    /** Where the requests come from, and which secrets the log must not show. */
    interface Source {
        /** Returns the request of this number, mutated. */
        Message request(Random random);

        /** Tells the source what came. */
        default void answered(Message request, int status) {}

        /** Whether the answer is one that only a resource gives. */
        boolean isFromResource(int status);

        /** Returns the secrets in the requests so far. */
        List<String> secrets();
    }

    /** What was found. */
    record Report(List<Finding> findings, Map<Integer, Integer> statuses, int reached, int sent) {}

    private static final int THREADS = 4;
    private static final int BATCH = 100;
    private static final int REPETITIONS = 3;
    /** What a log adds to a line: time, level, thread and logger. */
    private static final int LOG_PREFIX = 512;

    private static final int VERSION_NOT_SUPPORTED = 505;

    private final int port;
    private final Source source;
    private final Log log;
    private final long seed;
    private final Duration patience;
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());

    /** @param patience how long an answer may take */
    Fuzzer(int port, Source source, Log log, long seed, Duration patience) {
        this.port = port;
        this.source = source;
        this.log = log;
        this.seed = seed;
        this.patience = patience;
    }

    Report run(int requests) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int first = 0; first < requests; first += BATCH) {
                batch(threads, first, Math.min(requests, first + BATCH));
            }
        } finally {
            threads.shutdownNow();
        }
        int reached = statuses.entrySet().stream()
                .filter(entry -> source.isFromResource(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Report(List.copyOf(findings), Map.copyOf(statuses), reached, requests);
    }

    private void batch(ExecutorService threads, long from, long to) throws InterruptedException {
        List<Callable<byte[]>> tasks = LongStream.range(from, to)
                .<Callable<byte[]>>mapToObj(number -> () -> one(number))
                .toList();
        byte[] longest = new byte[0];
        for (var sent : threads.invokeAll(tasks)) {
            try {
                longest = sent.get().length > longest.length ? sent.get() : longest;
            } catch (ExecutionException e) {
                throw new IllegalStateException("seed " + seed, e.getCause());
            }
        }
        checkLog(longest);
    }

    private byte[] one(long number) {
        Random random = new Random(seed * 31 + number);
        Message message = source.request(random);
        byte[] request = message.bytes();
        String from = "127." + (1 + random.nextInt(250)) + '.' + random.nextInt(250) + '.' + (1 + random.nextInt(250));
        Exchange exchange = Exchange.send(port, from, request, patience, false);
        for (int i = 0; i < REPETITIONS && isHang(message, exchange); i++) {
            exchange = Exchange.send(port, from, request, patience, false);
        }
        statuses.merge(exchange.status(), 1, Integer::sum);
        source.answered(message, exchange.status());
        Exchange last = exchange;
        fault(message, exchange).ifPresent(kind -> findings.add(new Finding(kind, number, detail(last), request)));
        return request;
    }

    private static String detail(Exchange exchange) {
        return exchange.ending() + " " + exchange.answers() + " " + exchange.rest();
    }

    private static boolean isHang(Message message, Exchange exchange) {
        return message.end == End.CLEAR
                && exchange.ending() == Exchange.Ending.SILENT
                && exchange.answers().isEmpty()
                && exchange.rest().isEmpty();
    }

    private static Optional<Kind> fault(Message message, Exchange exchange) {
        int status = exchange.status();
        boolean isOtherVersion = status == VERSION_NOT_SUPPORTED && !message.version.equals("HTTP/1.1");
        if (status >= 500 && !isOtherVersion) {
            return Optional.of(Kind.SERVER_ERROR);
        }
        if (isHang(message, exchange)) {
            return Optional.of(Kind.HANG);
        }
        if (message.isPathBroken && status >= 200 && status < 400) {
            return Optional.of(Kind.BROKEN_PATH_SERVED);
        }
        return exchange.rest().isEmpty() ? Optional.empty() : Optional.of(Kind.WRONG_LENGTH);
    }

    /** @param longest the longest request of those that the new lines of the log can be about */
    private void checkLog(byte[] longest) {
        for (String line : log.added()) {
            if (line.length() > longest.length + LOG_PREFIX) {
                findings.add(new Finding(Kind.LONG_LOG_LINE, -1, line, longest));
            }
            source.secrets().stream()
                    .filter(line::contains)
                    .findFirst()
                    .ifPresent(secret ->
                            findings.add(new Finding(Kind.SECRET_IN_LOG, -1, line, secret.getBytes(ISO_8859_1))));
        }
    }
}
