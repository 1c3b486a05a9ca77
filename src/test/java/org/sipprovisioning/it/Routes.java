package org.sipprovisioning.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of docs/routes.md: which request is for whom. */
public final class Routes {
    private static final Path FILE = Path.of("docs/routes.md");

    /** In the order of the table's columns. */
    public enum Caller {
        NOBODY,
        USER,
        OTHER_ADMIN,
        ADMIN,
        SUPER_ADMIN
    }

    /**
     * A row.
     *
     * @param path with its templates
     * @param status what each caller gets
     * @param changesState refused to pages of other sites
     */
    public record Route(String method, String path, Map<Caller, Integer> status, boolean changesState) {

        /** Method and path. */
        public String name() {
            return method + " " + path;
        }

        /** As the report of a test has it. */
        @Override
        public String toString() {
            return name();
        }
    }

    private Routes() {}

    public static List<Route> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(Routes::route)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route route(String row) {
        String[] cells = row.substring(2).split(" \\| | \\|$");
        String[] request = cells[0].replace("`", "").split(" ");
        Map<Caller, Integer> status = new EnumMap<>(Caller.class);
        for (Caller caller : Caller.values()) {
            status.put(caller, Integer.valueOf(cells[1 + caller.ordinal()]));
        }
        return new Route(request[0], request[1], status, cells[1 + Caller.values().length].equals("403"));
    }
}
