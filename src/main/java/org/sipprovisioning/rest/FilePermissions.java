package org.sipprovisioning.rest;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sipprovisioning.settings.DatabaseFile;
import org.sipprovisioning.settings.FileProblem;
import org.sipprovisioning.settings.Settings;

/**
 * Protects the files of this server from other users of the machine, who could read an ha1 or a key there. Narrows at the start what is too
 * wide. Afterwards it looks every ten seconds, and changes nothing.
 */
@Startup
@Singleton
@DependsOn("FirstStart")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FilePermissions {
    private static final Logger LOG = Logger.getLogger(FilePermissions.class.getName());

    @Inject
    Settings settings;

    private final FileProblem problem = new FileProblem(LOG, "Other users of this machine have too many permissions");
    private OwnFiles files;

    @PostConstruct
    void start() {
        files = new OwnFiles(
                settings.dataDirectory(), DatabaseFile.of(ConfigProvider.getConfig(), settings.dataDirectory()));
        try {
            files.narrow();
        } catch (IOException e) {
            problem.report(reason(e));
        }
        look();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        try {
            List<String> found = files.problems();
            if (found.isEmpty()) {
                problem.clear();
            } else {
                problem.report(String.join("; ", found));
            }
        } catch (IOException e) {
            problem.report(reason(e));
        }
    }

    /** Returns what the operator should correct. */
    public Optional<String> problem() {
        return problem.text();
    }

    private static String reason(IOException e) {
        return "The data directory cannot be read: " + e;
    }
}
