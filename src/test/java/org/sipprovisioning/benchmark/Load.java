package org.sipprovisioning.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.api.HttpRequestWriter;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.steps.HttpStepCatalog;
import io.netty.buffer.ByteBuf;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * One run of Hyperfoil: clients that each send the next request as soon as the answer has come, on one connection each. All
 * run in one thread. Each answer must have the expected status and length; the first other one ends the benchmark.
 */
final class Load {
    private static final int SHOWN = 2_000;

    private final Operation operation;
    private final Client[] clients;
    private final Subject first;
    private final int[] lengths;
    private final Histogram histogram = new Histogram(3);
    private int used;
    private long begun;
    private long ended;
    private volatile String problem;

    /** @param lengths the length of the body of each answer */
    Load(Operation operation, int connections, Subject first, int... lengths) {
        this.operation = operation;
        this.first = first;
        this.lengths = lengths;
        clients = new Client[connections];
        for (int i = 0; i < connections; i++) {
            clients[i] = new Client();
        }
    }

    private static final class Client {
        private Subject subject;
        private long begun;
        private String challenge;
        private int length;
        private final StringBuilder unexpected = new StringBuilder();
    }

    /** @throws AssertionError with the first unexpected answer */
    Sample run(int port, long millis) {
        StatisticsSnapshot statistics = new StatisticsSnapshot();
        new LocalSimulationRunner(
                        benchmark(port, millis),
                        (phase, step, metric, snapshot, countDown) -> statistics.add(snapshot),
                        null,
                        null)
                .run();
        if (problem != null) {
            throw new AssertionError(operation + ": " + problem);
        }
        if (statistics.errors() > 0 || statistics.invalid > 0 || histogram.getTotalCount() == 0) {
            throw new AssertionError(operation + ": " + statistics);
        }
        return new Sample(
                histogram.getTotalCount(),
                ended - begun,
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(99));
    }

    private Benchmark benchmark(int port, long millis) {
        BenchmarkBuilder benchmark =
                BenchmarkBuilder.builder().name(operation.name()).threads(1);
        HttpPluginBuilder http = benchmark.addPlugin(HttpPluginBuilder::new);
        http.ergonomics().repeatCookies(false).userAgentFromSession(false).autoRangeCheck(false);
        http.http()
                .protocol(Protocol.HTTP)
                .host("127.0.0.1")
                .port(port)
                .allowHttp2(false)
                .sharedConnections(clients.length);
        HttpStepCatalog steps = benchmark
                .addPhase("run")
                .always(clients.length)
                .duration(millis)
                .scenario()
                .initialSequence("operation")
                .step(HttpStepCatalog.SC);
        for (int step = 0; step < operation.steps(); step++) {
            add(steps, step);
        }
        return benchmark.build();
    }

    private void add(HttpStepCatalog steps, int step) {
        var request = steps.httpRequest(operation.isPost() ? HttpMethod.POST : HttpMethod.GET);
        request.path(session -> begin(client(session), step));
        request.headerAppender((session, writer) -> addHeaders(client(session), writer, step));
        if (operation.isPost()) {
            request.body((session, connection) ->
                    body(client(session), connection.context().alloc().buffer()));
        }
        request.handler()
                .status((answer, status) -> readStatus(client(answer.session), status, step))
                .header((answer, name, value) -> readHeader(client(answer.session), name, value))
                .body(unused -> (session, data, offset, size, last) ->
                        readBody(client(session), data, offset, size, last, step))
                .onCompletion(session -> end(client(session), step));
    }

    private Client client(Session session) {
        return clients[session.uniqueId()];
    }

    private String begin(Client client, int step) {
        if (step == 0) {
            client.subject = new Subject(first.generation(), first.number() + used++);
            client.begun = System.nanoTime();
            begun = begun == 0 ? client.begun : begun;
        }
        client.length = 0;
        return operation.path(client.subject);
    }

    private void addHeaders(Client client, HttpRequestWriter writer, int step) {
        operation.headers(client.subject).forEach(writer::putHeader);
        if (step == 1) {
            writer.putHeader("Authorization", Operation.authorization(client.challenge, client.subject));
        }
    }

    private ByteBuf body(Client client, ByteBuf buffer) {
        return buffer.writeBytes(operation.body(client.subject).getBytes(UTF_8));
    }

    private void readStatus(Client client, int status, int step) {
        if (status != operation.statusOf(step)) {
            client.unexpected.append("HTTP ").append(status).append('\n');
        }
    }

    private static void readHeader(Client client, CharSequence name, CharSequence value) {
        if ("www-authenticate".contentEquals(name.toString().toLowerCase(Locale.ROOT))) {
            client.challenge = value.toString();
        }
        if (!client.unexpected.isEmpty()) {
            client.unexpected.append(name).append(": ").append(value).append('\n');
        }
    }

    private void readBody(Client client, ByteBuf data, int offset, int size, boolean last, int step) {
        client.length += size;
        boolean wrongLength = last && Math.abs(client.length - lengths[step]) > operation.tolerance();
        if (wrongLength) {
            client.unexpected.append("%d bytes, not %d%n".formatted(client.length, lengths[step]));
        }
        if (!client.unexpected.isEmpty()) {
            client.unexpected.append(data.toString(offset, Math.min(size, SHOWN), UTF_8));
        }
    }

    private void end(Client client, int step) {
        if (!client.unexpected.isEmpty() && problem == null) {
            problem = operation.path(client.subject) + ": " + client.unexpected;
        }
        if (step == operation.steps() - 1) {
            ended = System.nanoTime();
            histogram.recordValue(ended - client.begun);
        }
    }
}
