package org.sipprovisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;

/** Tests the examples that operators copy. The build itself compiles and tests examples/hook. */
class HookExamplesTest {
    private static final Path HOOK = Path.of("examples/hook");
    private static final Path EXAMPLE = HOOK.resolve("src/main/java/org/example/provisioning/ExampleHook.java");
    private static final Path GUIDE = Path.of("docs/hooks.md");
    private static final Path STYLESHEET = Path.of("examples/xslt/sip-identity.xsl");
    private static final String APP_DOMAIN = "<entry name=\"app_domain\" overwrite=\"true\">sip.example.org</entry>";
    private static final Map<String, String> NO_ACCOUNT = Map.of("space.domain", "sip.example.org");
    private static final Map<String, String> ALICE =
            Map.of("space.domain", "sip.example.org", "account.username", "alice & co");

    @Test
    void whatIsCopiedNamesTheVersionThatIsBuilt() throws IOException {
        String built = version("<hook\\.version>", Path.of("pom.xml"));
        String dependency = "<artifactId>provisioning-hook</artifactId>\\s*<version>";

        assertThat(version(dependency, HOOK.resolve("pom.xml"))).isEqualTo(built);
        assertThat(version(dependency, GUIDE)).isEqualTo(built);
    }

    @Test
    void guideQuotesTheExamplesAsTheyAre() throws IOException {
        assertThat(Files.readString(GUIDE))
                .contains("```java\n" + Files.readString(EXAMPLE) + "```")
                .contains("```xml\n" + Files.readString(STYLESHEET) + "```");
    }

    @Test
    void stylesheetCompletesTheSection() throws Exception {
        String sip = "<entry name=\"media_encryption\">srtp</entry><entry name=\"app_user\">bob</entry>";

        assertThat(transformed("<section name=\"sip\">" + sip + "</section>", ALICE))
                .isEqualTo(config("<section name=\"sip\"><entry name=\"media_encryption\">srtp</entry>"
                        + APP_DOMAIN
                        + "<entry name=\"app_user\" overwrite=\"true\">alice &amp; co</entry></section>"));
    }

    @Test
    void stylesheetMakesTheSectionWhereThereIsNone() throws Exception {
        String net = "<section name=\"net\"><entry name=\"mtu\" overwrite=\"true\">1300</entry></section>";

        assertThat(transformed(net, NO_ACCOUNT))
                .isEqualTo(config(net + "<section name=\"sip\">" + APP_DOMAIN + "</section>"));
    }

    private static String version(String before, Path file) throws IOException {
        return Pattern.compile(before + "([0-9.]+)<")
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String transformed(String sections, Map<String, String> parameters) throws TransformerException {
        Transformer transformer =
                TransformerFactory.newDefaultInstance().newTransformer(new StreamSource(STYLESHEET.toFile()));
        parameters.forEach(transformer::setParameter);
        StringWriter written = new StringWriter();
        transformer.transform(new StreamSource(new StringReader(config(sections))), new StreamResult(written));
        return written.toString();
    }

    private static String config(String sections) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><config xmlns=\"http://www.linphone.org/xsds/lpconfig.xsd\">"
                + sections + "</config>";
    }
}
