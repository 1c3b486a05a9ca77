package org.sipprovisioning;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that files and methods of the main code stay small. */
@EnabledIf("thereIsCode")
class SizeTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TEST = Pattern.compile("(?m)^ +@(?:Test|ParameterizedTest|RepeatedTest|Property)\\b");

    static boolean thereIsCode() {
        return Files.exists(MAIN);
    }

    @Test
    void noFileIsLongerThan250Lines() throws IOException {
        assertThat(linesByFile()).allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(250));
    }

    @Test
    void halfOfTheFilesHaveAtMost55Lines() throws IOException {
        assertThat(percentile(50, linesByFile().values())).isLessThanOrEqualTo(55);
    }

    @Test
    void nineInTenMethodsHaveAtMost12Lines() throws IOException {
        assertThat(percentile(90, linesOfMethods())).isLessThanOrEqualTo(12);
    }

    @Test
    void noPackageHasMoreThan40Files() throws IOException {
        assertThat(sources(MAIN).stream().collect(groupingBy(Path::getParent, counting())))
                .allSatisfy((directory, files) -> assertThat(files).isLessThanOrEqualTo(40));
    }

    @Test
    void thereAre55TestsPerThousandLines() throws IOException {
        long tests = 0;
        for (Path file : sources(TESTS)) {
            tests += TEST.matcher(Files.readString(file)).results().count();
        }
        int lines = linesByFile().values().stream().mapToInt(Integer::intValue).sum();

        assertThat(tests * 1000 / lines).isGreaterThanOrEqualTo(55);
    }

    private static int percentile(int percent, Collection<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static Map<Path, Integer> linesByFile() throws IOException {
        Map<Path, Integer> lines = new TreeMap<>();
        for (Path file : sources(MAIN)) {
            lines.put(file, Files.readAllLines(file).size());
        }
        return lines;
    }

    /** Returns the length of each method's body in lines, both braces included. */
    private static List<Integer> linesOfMethods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Integer> lines = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources(MAIN)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void unused) {
                        BlockTree body = method.getBody();
                        if (body != null) {
                            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, body));
                            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, body));
                            lines.add((int) (last - first + 1));
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        }
        return lines;
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }
}
