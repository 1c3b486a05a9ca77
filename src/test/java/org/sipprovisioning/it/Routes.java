package org.sipprovisioning.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of docs/routes.md, which says which caller may send which request. */
public final class Routes {
    private static final Path FILE = Path.of("docs/routes.md");

    /** The kinds of caller, in the order of the table's columns. */
    public enum Caller {
        NOBODY,
        USER,
        OTHER_ADMIN,
        ADMIN,
        SUPER_ADMIN
    }

    /**
     * A row of the table.
     *
     * @param path the path with its templates
     * @param status the status that each caller gets
     * @param changesState whether the request changes something, so that it is refused to pages of other sites
     */
    public record Route(String method, String path, Map<Caller, Integer> status, boolean changesState) {

        /** Returns method and path. */
        public String name() {
            return method + " " + path;
        }

        /** Returns the name, because test reports show it. */
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
