package org.sipprovisioning.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * The main loop of a process that {@link ChildProcess} has started: each line of its input is a command, and each command is
 * answered by one line that begins with {@link #ANSWER} or {@link #FAILURE}.
 */
interface Worker {
    String ANSWER = "=ok ";
    String FAILURE = "=failed ";

    String run(String[] command) throws Exception;

    static void serve(Worker worker) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(answer(worker, line.split(" ")));
        }
        System.exit(0);
    }

    private static String answer(Worker worker, String[] command) {
        try {
            return ANSWER + worker.run(command);
        } catch (Exception | Error e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return FAILURE + trace.toString().replace("\r", "").replace('\n', '\r');
        }
    }
}
