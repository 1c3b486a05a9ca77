package org.sipprovisioning.provisioning.hooks;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sipprovisioning.settings.FileProblem;
import org.sipprovisioning.settings.Settings;

/**
 * The directory that {@code provisioning.hooks.dir} names. It holds jars with hooks, and stylesheets. The operator may add, replace and
 * remove files while the server runs.
 */
@ApplicationScoped
public class HookDirectory {
    private static final Logger LOG = Logger.getLogger(HookDirectory.class.getName());

    /** How long a former version is kept: a call that has begun with it may still load classes. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private record Retired(LoadedHooks hooks, Instant since) {}

    @Inject
    Settings settings;

    @Inject
    HookCalls calls;

    private final FileProblem problem = new FileProblem(LOG, "The hooks' directory is not read");
    private final Deque<Retired> retired = new ArrayDeque<>();
    private volatile SortedMap<String, HookFile> files = new TreeMap<>();
    private Path copies;
    private TrustedOwner trusted;

    @PreDestroy
    void end() {
        files.values().forEach(file -> retire(file.loaded()));
        closeRetired(Instant.MAX);
        try {
            if (copies != null) {
                Files.delete(copies);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Copies of the hooks' files stay behind", e);
        }
    }

    /** Returns the hooks in force, in the order of their files' names. */
    List<Hook> hooks() {
        return files.values().stream().flatMap(file -> file.hooks().stream()).toList();
    }

    /** Returns what the operator should correct. */
    List<String> problems() {
        return Stream.concat(problem.text().stream(), files.values().stream().flatMap(file -> file.problem().stream()))
                .toList();
    }

    /** Loads the files that are new or have changed, and retires the hooks of those that are gone. */
    @PostConstruct
    void refresh() {
        settings.hooksDirectory().ifPresent(this::refresh);
    }

    private synchronized void refresh(Path directory) {
        closeRetired(Instant.now().minus(GRACE));
        try {
            if (copies == null) {
                copies = Files.createTempDirectory("provisioning-hooks");
                trusted = TrustedOwner.asMakerOf(copies);
            }
            trusted.require(directory);
            refreshFiles(list(directory));
            problem.clear();
        } catch (IOException e) {
            problem.report(directory + ": " + HookFile.reason(e));
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(HookFile::isOne).toList();
        }
    }

    private void refreshFiles(List<Path> found) {
        SortedMap<String, HookFile> seen = new TreeMap<>();
        for (Path path : found) {
            String name = path.getFileName().toString();
            HookFile file = Optional.ofNullable(files.get(name)).orElseGet(() -> new HookFile(path));
            file.refresh(trusted, calls, copies, this::retire);
            seen.put(name, file);
        }
        SortedMap<String, HookFile> former = files;
        files = seen;
        former.forEach((name, file) -> {
            if (!seen.containsKey(name)) {
                LOG.info(() -> "No longer in force: " + name);
                retire(file.loaded());
            }
        });
    }

    private void retire(LoadedHooks hooks) {
        retired.add(new Retired(hooks, Instant.now()));
    }

    private void closeRetired(Instant until) {
        while (!retired.isEmpty() && retired.peek().since.isBefore(until)) {
            try {
                retired.remove().hooks.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A hook that is no longer in force has left a copy of its file", e);
            }
        }
    }
}
