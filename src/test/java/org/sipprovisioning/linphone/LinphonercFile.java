package org.sipprovisioning.linphone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.LpConfigXml;

/**
 * A linphonerc on the disk, the server's XML of it beside it unless the server refuses the file, and what liblinphone
 * reads from each.
 */
final class LinphonercFile {
    private final Path path;
    private final byte[] text;
    private Reading ours;
    private LinphonercFault refusal;
    private Map<Path, LibraryReading> library;

    private LinphonercFile(Path path, byte[] text) {
        this.path = path;
        this.text = text;
    }

    /** Writes each text into a numbered file of the directory, and reads all files. */
    static List<LinphonercFile> read(Path directory, List<byte[]> texts) throws IOException {
        Files.createDirectories(directory);
        List<LinphonercFile> files = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (byte[] text : texts) {
            LinphonercFile file = new LinphonercFile(directory.resolve(files.size() + 1 + ".rc"), text);
            files.add(file);
            paths.addAll(file.write());
        }
        Map<Path, LibraryReading> library = LibraryReading.of(directory, paths);
        files.forEach(file -> file.library = library);
        return files;
    }

    private List<Path> write() throws IOException {
        List<Path> written = new ArrayList<>(List.of(Files.write(path, text)));
        if (text.length > 0 && !isLineEnd(text[text.length - 1])) {
            byte[] ended = Arrays.copyOf(text, text.length + 1);
            ended[text.length] = '\n';
            written.add(Files.write(beside(".ended"), ended));
        }
        try {
            byte[] xml = LpConfigXml.write(Linphonerc.parse(text).config());
            ours = Reading.of(LpConfigXml.read(xml));
            written.add(Files.write(beside(".xml"), xml));
        } catch (LinphonercFault fault) {
            refusal = fault;
        } catch (RuntimeException e) {
            throw new IllegalStateException("The server neither reads nor refuses " + path, e);
        }
        return written;
    }

    Path path() {
        return path;
    }

    byte[] text() {
        return text;
    }

    /** Returns the content of the server's XML. */
    Reading ours() {
        return ours;
    }

    Optional<LinphonercFault> refusal() {
        return Optional.ofNullable(refusal);
    }

    LibraryReading library() {
        return library.get(path);
    }

    /** Returns what the library reads if a line end is added to the last line. */
    LibraryReading libraryWithLastLineEnded() {
        return library.getOrDefault(beside(".ended"), library());
    }

    /** Returns the configuration of a phone that has fetched the server's XML. */
    LibraryReading phone() {
        return library.get(beside(".xml"));
    }

    private Path beside(String suffix) {
        return Path.of(path + suffix);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
