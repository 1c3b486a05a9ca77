package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import org.sipprovisioning.lint.Findings;
import org.sipprovisioning.lint.Linter;
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
    private volatile Optional<Findings> findings = Optional.empty();
    private FileStamp stamp;

    /** Returns the reason why the file in its present state is not served. */
    public Optional<String> problem() {
        return problem.text();
    }

    /** Returns what a phone makes of the content in force; empty before the first one. */
    public Optional<Findings> findings() {
        return findings;
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
        LpConfig config = Linphonerc.parse(bytes).config();
        Findings found = Linter.check(new String(bytes, UTF_8), false);
        Optional<String> fault = fault(bytes, config, found);
        if (fault.isPresent()) {
            problem.report(file + fault.get());
            return;
        }
        content = new Content(content.generation + 1, config, bytes.length);
        findings = Optional.of(found);
        problem.clear();
        LOG.info(() -> "Serving " + file);
        found.first().forEach(finding -> LOG.warning(() -> file + ": " + finding));
        if (found.more() > 0) {
            LOG.warning(() -> file + ": " + found.more() + " more findings");
        }
        SipSections.baseWarnings(config).forEach(warning -> LOG.warning(() -> file + ": " + warning));
    }

    /** Returns what the problem says after the name of the file. An empty file is probably one that is being written. */
    private Optional<String> fault(byte[] bytes, LpConfig config, Findings found) {
        if (found.refusal().isPresent()) {
            return found.refusal().map(reason -> " is no linphonerc: " + reason);
        }
        if (content.size > 0 && new String(bytes, UTF_8).isBlank()) {
            return Optional.of(" is empty");
        }
        return SipSections.baseFaults(config).stream().findFirst().map(reason -> ", " + reason);
    }
}
