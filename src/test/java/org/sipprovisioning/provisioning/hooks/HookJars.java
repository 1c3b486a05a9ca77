package org.sipprovisioning.provisioning.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.sipprovisioning.hook.ProvisioningHook;

/** Compiles Java source that a test gives, and makes a jar with a hook of it, as an operator would. */
final class HookJars {
    private static final String SERVICE = "META-INF/services/" + ProvisioningHook.class.getName();

    private HookJars() {}

    /** Returns a method that adds a section with one entry to every document. */
    static String adding(String section, String value) {
        return "public List<Section> addSections(Context context) { return List.of(Section.of(\"%s\").with(\"value\", \"%s\")); }"
                .formatted(section, value);
    }

    /** Puts a jar into a directory atomically, so that a server sees either the whole jar or none. */
    static Path put(Path jar, String className, String methods) {
        Map<String, byte[]> entries = classes(className, methods);
        entries.put(SERVICE, className.getBytes(UTF_8));
        return put(jar, entries);
    }

    static Path put(Path jar, Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream zip = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new JarEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return put(jar, out.toByteArray());
    }

    static Path putText(Path file, String text) {
        return put(file, text.getBytes(UTF_8));
    }

    private static Path put(Path file, byte[] content) {
        try {
            Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".part");
            Files.write(whole, content);
            return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the class files of a hook by their names in a jar. */
    static Map<String, byte[]> classes(String className, String methods) {
        try {
            Path directory = Files.createTempDirectory("hook");
            Path source = Files.writeString(directory.resolve(className + ".java"), """
                    import java.util.*;
                    import org.sipprovisioning.hook.*;
                    public class %s implements ProvisioningHook { %s }
                    """.formatted(className, methods));
            compile(source, directory);
            return read(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path source, Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(Path.of("target/classes")));
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("--release", "17", "-proc:none"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException(messages.toString());
            }
        }
    }

    private static Map<String, byte[]> read(Path directory) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> found = Files.list(directory)) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return classes;
    }
}
