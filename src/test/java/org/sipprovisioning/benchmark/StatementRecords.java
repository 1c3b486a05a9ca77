package org.sipprovisioning.benchmark;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipprovisioning.it.Server;

/** Makes the scripts of the JDBC loop of what MariaDB has logged of the product's own requests. */
final class StatementRecords {
    private static final int RECORDINGS = 3;
    private static final int TRIES = 5;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private final Server product;
    private final Recorder recorder;

    StatementRecords(Server product, Recorder recorder) {
        this.product = product;
        this.recorder = recorder;
    }

    /** Writes the script of an operation. Tries again if the recordings differ: some statements are executed once a minute only. */
    Path write(Operation operation, Supplier<Subject> subjects) throws SQLException {
        Path file = Installation.OUTPUT.resolve(operation + ".sql");
        for (int tries = 1; true; tries++) {
            List<Recording> recordings = new ArrayList<>();
            for (int i = 0; i < RECORDINGS; i++) {
                recordings.add(record(operation, subjects.get()));
            }
            try {
                Generalisation.of(recordings).write(file);
                return file;
            } catch (IllegalArgumentException different) {
                if (tries == TRIES) {
                    throw different;
                }
            }
        }
    }

    private Recording record(Operation operation, Subject subject) throws SQLException {
        List<HttpResponse<byte[]>> answers = new ArrayList<>();
        long at = System.currentTimeMillis();
        List<Recording.Line> lines =
                recorder.record(() -> answers.addAll(SingleRequest.send(product, operation, subject)));
        Map<String, String> known = new HashMap<>(subject.known());
        if (operation == Operation.CREATE) {
            Matcher id = ID.matcher(new String(answers.get(0).body()));
            known.put("id", id.find() ? id.group(1) : "");
        }
        return new Recording(at, known, lines);
    }
}
