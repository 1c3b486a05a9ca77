package org.sipprovisioning.provisioning.hooks;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.sipprovisioning.fault.Fault;
import org.sipprovisioning.settings.FileProblem;
import org.sipprovisioning.settings.FileStamp;

/**
 * A file of the hooks' directory. While the file is broken, the hooks of its last good version stay in force. One thread at a time
 * refreshes it.
 */
final class HookFile {
    private static final Logger LOG = Logger.getLogger(HookFile.class.getName());

    private final Path file;
    private final FileProblem problem = new FileProblem(LOG, "A hook's last good version stays in force");
    private FileStamp stamp;
    private volatile LoadedHooks loaded = LoadedHooks.NONE;

    HookFile(Path file) {
        this.file = file;
    }

    /** Whether a file is a jar or a stylesheet, by its name. */
    static boolean isOne(Path file) {
        return isJar(file) || file.toString().endsWith(".xsl");
    }

    LoadedHooks loaded() {
        return loaded;
    }

    List<Hook> hooks() {
        return loaded.hooks();
    }

    /** Returns the reason why the file's present version is not in force. */
    Optional<String> problem() {
        return problem.text();
    }

    /**
     * Loads the file if it has changed.
     *
     * @param copies directory where the copy of a jar is kept while its hooks are in force
     * @param retire takes the hooks of the former version
     */
    void refresh(TrustedOwner trusted, HookCalls calls, Path copies, Consumer<LoadedHooks> retire) {
        try {
            trusted.require(file);
            FileStamp seen = FileStamp.of(file);
            if (!seen.equals(stamp)) {
                stamp = seen;
                LoadedHooks former = loaded;
                loaded = calls.load(() -> load(copies));
                problem.clear();
                LOG.info(() ->
                        "In force: " + loaded.hooks().stream().map(Hook::name).toList());
                retire.accept(former);
            }
        } catch (Fault e) {
            report(e.getMessage());
        } catch (IOException e) {
            stamp = null;
            report(reason(e));
        }
    }

    /** Returns what is wrong with a file or a directory: the reason of a refusal, otherwise the kind of the I/O error. */
    static String reason(IOException e) {
        return e instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getMessage()
                : "It cannot be read: " + e.getClass().getSimpleName();
    }

    private LoadedHooks load(Path copies) throws IOException {
        if (isJar(file)) {
            return HookJar.load(file, copies);
        }
        StyleSheet styleSheet = StyleSheet.compile(file.getFileName().toString(), Files.readAllBytes(file));
        return new LoadedHooks(List.of(styleSheet), () -> {});
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    private void report(String reason) {
        problem.report(file.getFileName() + ": " + reason);
    }
}
