package org.sipprovisioning.linphone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes docs/compatibility.md with the results of this run to {@code target/compatibility.md} when the run ends. */
final class Proofs implements TestWatcher {
    private static final Path DOCUMENT = Path.of("docs/compatibility.md");
    private static final Path WRITTEN = Path.of("target/compatibility.md");
    private static final String BEGIN = "<!-- what the run proved -->\n";
    private static final String END = "<!-- end of what the run proved -->\n";

    private static final Map<String, String> VERSIONS = new ConcurrentSkipListMap<>();

    /** Adds the name and the version of a product that the run uses. */
    static void with(String product, String version) {
        VERSIONS.put(product, version);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        Run.of(context).proved(context);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        Run.of(context).failed.add(context.getRequiredTestMethod().toString());
    }

    /** The results of all test classes of a run. */
    private static final class Run implements AutoCloseable {
        /** The cases of each statement, by the subject and by the statement. */
        private final Map<String, Map<String, Set<String>>> proofs = new TreeMap<>();

        private final Map<String, String> methods = new TreeMap<>();
        private final Set<String> failed = new TreeSet<>();

        static Run of(ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Proofs.class))
                    .getOrComputeIfAbsent(Run.class, type -> new Run(), Run.class);
        }

        void proved(ExtensionContext context) {
            String method = context.getRequiredTestMethod().toString();
            Optional<ExtensionContext> template =
                    context.getParent().filter(parent -> parent.getTestMethod().isPresent());
            String statement = template.orElse(context).getDisplayName();
            methods.put(statement, method);
            Set<String> cases = proofs.computeIfAbsent(about(context), about -> new TreeMap<>())
                    .computeIfAbsent(statement, any -> new TreeSet<>());
            template.ifPresent(parent -> cases.add(context.getDisplayName()));
        }

        private static String about(ExtensionContext context) {
            ExtensionContext ofClass = context;
            while (ofClass.getTestMethod().isPresent()) {
                ofClass = ofClass.getParent().orElseThrow();
            }
            return ofClass.getDisplayName();
        }

        @Override
        public void close() {
            try {
                String document = Files.readString(DOCUMENT, UTF_8);
                String before = document.substring(0, document.indexOf(BEGIN) + BEGIN.length());
                Files.writeString(WRITTEN, before + markdown() + document.substring(document.indexOf(END)), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String markdown() {
            StringBuilder text = new StringBuilder("\nWith ");
            text.append(VERSIONS.entrySet().stream()
                            .map(version -> version.getKey() + " " + version.getValue())
                            .collect(Collectors.joining(", ")))
                    .append(":\n");
            proofs.forEach((about, statements) -> {
                text.append("\n**").append(about).append("**\n\n");
                statements.forEach((statement, cases) -> {
                    if (!failed.contains(methods.get(statement))) {
                        text.append("- ")
                                .append(statement)
                                .append(listed(cases))
                                .append('\n');
                    }
                });
            });
            return text.append('\n').toString();
        }

        private static String listed(Set<String> cases) {
            return cases.stream()
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", ", cases.isEmpty() ? "" : ": ", ""));
        }
    }
}
