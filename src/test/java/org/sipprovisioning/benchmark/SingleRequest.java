package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.sipprovisioning.it.Server;

/** Executes one operation alone, outside the measured time. */
final class SingleRequest {

    private SingleRequest() {}

    /** Returns the answers to the operation's requests. Fails if one has an unexpected status. */
    static List<HttpResponse<byte[]>> send(Server server, Operation operation, Subject subject) {
        List<HttpResponse<byte[]>> answers = new ArrayList<>();
        for (int step = 0; step < operation.steps(); step++) {
            HttpRequest.Builder request = server.request(operation.path(subject));
            operation.headers(subject).forEach(request::header);
            if (operation.isPost()) {
                request.POST(BodyPublishers.ofString(operation.body(subject)));
            }
            if (step == 1) {
                String challenge =
                        answers.get(0).headers().firstValue("WWW-Authenticate").orElseThrow();
                request.header("Authorization", Operation.authorization(challenge, subject));
            }
            HttpResponse<byte[]> answer = send(server, request.build());
            if (answer.statusCode() != operation.statusOf(step)) {
                throw new AssertionError(operation + ": " + answer + " " + new String(answer.body()));
            }
            answers.add(answer);
        }
        return answers;
    }

    private static HttpResponse<byte[]> send(Server server, HttpRequest request) {
        try {
            return server.client().send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
