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

/**
 * The configuration that liblinphone reads from a file. If the file is an XML, it is the configuration of a phone that
 * had none before.
 */
final class LibraryReading {
    private static final CProgram PROGRAM = CProgram.compile("linphonerc");

    private final Reading reading = new Reading();
    private String section = "";
    private String xml = "";
    private String failure = "";

    /** Reads all files at once. Leaves a list of them in the directory. */
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

    /** Returns the content of the XML that the library itself makes of a linphonerc. */
    Reading converted() {
        return Reading.of(LpConfigXml.read(xml.getBytes(UTF_8)));
    }

    /** Returns why the library read nothing. Returns an empty string if it read the file. */
    String failure() {
        return failure;
    }
}
