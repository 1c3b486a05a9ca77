package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux knows of a process, and of the whole machine. */
final class ProcessState {
    /** Linux counts the CPU time of processes in these units (USER_HZ), on every machine that Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int IDLE = 3;
    private static final int IOWAIT = 4;

    /** The columns after these two count the time of guests again. */
    private static final int COLUMNS = 8;

    private ProcessState() {}

    /** Returns the CPU time that the process has used, in user and in kernel mode, all threads together. */
    static long cpuMillis(long pid) {
        return parseCpuMillis(read("/proc/" + pid + "/stat"));
    }

    /** Returns the CPU time that all processes have used. */
    static long machineCpuMillis() {
        return parseMachineCpuMillis(read("/proc/stat"));
    }

    /** Returns the memory that the process uses, with its share of what it uses together with others (PSS). */
    static long pssKilobytes(long pid) {
        return parseNumber("Pss", read("/proc/" + pid + "/smaps_rollup"));
    }

    static long threads(long pid) {
        return parseNumber("Threads", read("/proc/" + pid + "/status"));
    }

    static long parseCpuMillis(String stat) {
        // The second field is the name in parentheses, which may contain anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * MILLIS_PER_TICK;
    }

    static long parseMachineCpuMillis(String stat) {
        long[] columns = Arrays.stream(stat.lines().findFirst().orElseThrow().split(" +"))
                .skip(1)
                .limit(COLUMNS)
                .mapToLong(Long::parseLong)
                .toArray();
        return (Arrays.stream(columns).sum() - columns[IDLE] - columns[IOWAIT]) * MILLIS_PER_TICK;
    }

    static long parseNumber(String name, String text) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(text);
        if (!line.find()) {
            throw new IllegalStateException("No " + name + " in: " + text);
        }
        return Long.parseLong(line.group(1));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
