package org.sipprovisioning.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.sipprovisioning.benchmark.constant.ConstantApplication;

/** Makes the WAR that sends constant answers, and keeps the answers for it. */
final class ConstantWar {
    /** What the server itself adds to each answer. */
    private static final Set<String> OF_THE_SERVER = Set.of("content-length", "date", "connection", "keep-alive");

    private final Path directory;

    ConstantWar(Path directory) {
        this.directory = directory;
    }

    Path make() {
        Path war = directory.resolve("constant.war");
        Path descriptors = Path.of("src/main/webapp/WEB-INF");
        WebArchive archive =
                ShrinkWrap.create(WebArchive.class, "constant.war").addPackage(ConstantApplication.class.getPackage());
        for (String name : List.of("beans.xml", "jboss-web.xml", "glassfish-web.xml", "ibm-web-ext.xml")) {
            archive.addAsWebInfResource(descriptors.resolve(name).toFile(), name);
        }
        archive.as(ZipExporter.class).exportTo(war.toFile(), true);
        return war;
    }

    /** @param answers the answers to the operation's requests, in their order */
    void keep(Operation operation, List<HttpResponse<byte[]>> answers) {
        try {
            for (int step = 0; step < answers.size(); step++) {
                Path file = directory.resolve(operation + "." + step);
                Files.writeString(Path.of(file + ".head"), head(answers.get(step)), StandardCharsets.ISO_8859_1);
                Files.write(Path.of(file + ".body"), answers.get(step).body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(HttpResponse<byte[]> answer) {
        return answer.statusCode() + "\n"
                + headers(answer)
                        .filter(line -> !OF_THE_SERVER.contains(
                                line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining("\n"));
    }

    /** Returns the lines of the head, sorted; each a name in lower case, colon, space, value. */
    static Stream<String> headers(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> header.getKey().toLowerCase(Locale.ROOT) + ": " + value))
                .sorted();
    }
}
