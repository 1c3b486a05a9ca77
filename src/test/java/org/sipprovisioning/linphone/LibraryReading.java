package org.sipprovisioning.linphone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipprovisioning.linphone.CProgram.Output;
import org.sipprovisioning.lpconfig.LpConfigXml;

/** What liblinphone reads from a file; of an XML, what a phone has that knew nothing before. */
final class LibraryReading {
    private static final CProgram PROGRAM = CProgram.compile("linphonerc");

    private final Reading reading = new Reading();
    private String section = "";
    private String xml = "";
    private String failure = "";

    /** Reads all the files at once; a list of them is left in the directory. */
    static Map<Path, LibraryReading> of(Path directory, List<Path> files) throws IOException {
        Path list = Files.write(
                directory.resolve("list"), files.stream().map(Path::toString).toList());
        Map<Path, LibraryReading> readings = new HashMap<>();
        LibraryReading current = new LibraryReading();
        for (Output output : PROGRAM.run(list.toString())) {
            if (output.kind().equals("file")) {
                current = new LibraryReading();
                readings.put(Path.of(output.field(0)), current);
            } else {
                current.add(output);
            }
        }
        return readings;
    }

    private void add(Output output) {
        switch (output.kind()) {
            case "section" -> reading.section(section = output.field(0));
            case "entry" -> reading.put(section, output.field(0), output.field(1));
            case "converted" -> xml = output.field(0);
            case "refused" -> failure = "refused";
            case "crash" -> failure = output.field(0);
            default -> throw new IllegalArgumentException(output.kind());
        }
    }

    Reading reading() {
        return reading;
    }

    /** What the library's own XML of a linphonerc says. */
    Reading converted() {
        return Reading.of(LpConfigXml.read(xml.getBytes(UTF_8)));
    }

    /** Empty, or why the library read nothing. */
    String failure() {
        return failure;
    }
}
