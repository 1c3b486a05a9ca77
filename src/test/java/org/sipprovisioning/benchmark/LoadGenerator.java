package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.util.Arrays;

/**
 * The process that sends the requests (docs/adr/0039). Command: operation, port, connections, milliseconds, generation and
 * number of the first subject, and the expected length of the body of each answer.
 */
final class LoadGenerator implements Worker {

    public static void main(String[] args) throws IOException {
        Worker.serve(new LoadGenerator());
    }

    @Override
    public String run(String[] command) {
        int[] lengths =
                Arrays.stream(command).skip(6).mapToInt(Integer::parseInt).toArray();
        Load load = new Load(
                Operation.valueOf(command[0]),
                Integer.parseInt(command[2]),
                new Subject(Integer.parseInt(command[4]), Integer.parseInt(command[5])),
                lengths);
        return load.run(Integer.parseInt(command[1]), Long.parseLong(command[3]))
                .text();
    }
}
