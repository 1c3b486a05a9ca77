package org.sipprovisioning.provisioning;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LinphonercFault;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.SipSections;
import org.sipprovisioning.settings.FileProblem;
import org.sipprovisioning.settings.FileStamp;
import org.sipprovisioning.settings.Settings;

/**
 * The file that {@code provisioning.linphonerc} names: the base of all spaces without entries of their own. While the file is bad or
 * missing, the last good content stays in force, and {@link #problem()} gives the reason.
 */
@ApplicationScoped
public class LinphonercFile {
    private static final Logger LOG = Logger.getLogger(LinphonercFile.class.getName());

    /**
     * A good content of the file.
     *
     * @param generation 0 for the empty content before the first good one; each good content has the next number
     * @param size in bytes
     */
    record Content(long generation, LpConfig config, int size) {}

    @Inject
    Settings settings;

    private final FileProblem problem = new FileProblem(LOG, "The last good linphonerc stays in force");
    private volatile Content content = new Content(0, new LpConfig(), 0);
    private FileStamp stamp;

    /** Returns the reason why the file in its present state is not served. */
    public Optional<String> problem() {
        return problem.text();
    }

    Content content() {
        return content;
    }

    /** Reads the file if it has changed. */
    @PostConstruct
    void refresh() {
        settings.linphonerc().ifPresent(this::refresh);
    }

    private synchronized void refresh(Path file) {
        try {
            FileStamp seen = FileStamp.of(file);
            if (!seen.equals(stamp)) {
                stamp = seen;
                read(file);
            }
        } catch (LinphonercFault e) {
            problem.report(file + ", " + e.getMessage());
        } catch (IOException e) {
            stamp = null;
            problem.report(file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private void read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Linphonerc parsed = Linphonerc.parse(bytes);
        List<String> faults = SipSections.baseFaults(parsed.config());
        if (!faults.isEmpty()) {
            problem.report(file + ", " + faults.get(0));
            return;
        }
        content = new Content(content.generation + 1, parsed.config(), bytes.length);
        problem.clear();
        LOG.info(() -> "Serving " + file);
        Stream.concat(parsed.warnings().stream(), SipSections.baseWarnings(parsed.config()).stream())
                .forEach(warning -> LOG.warning(() -> file + ": " + warning));
    }
}
