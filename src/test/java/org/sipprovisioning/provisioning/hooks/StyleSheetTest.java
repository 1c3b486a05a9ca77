package org.sipprovisioning.provisioning.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.TransformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.lpconfig.Entry;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.UnreadableDocument;

class StyleSheetTest {
    private static final String IDENTITY =
            "<xsl:template match='@*|node()'><xsl:copy><xsl:apply-templates select='@*|node()'/></xsl:copy></xsl:template>";

    @TempDir
    Path directory;

    @Test
    void transformsTheDocument() throws TransformerException {
        LpConfig document = Linphonerc.parse("[sip]\na=<1> & \"2\"\n[empty]").config();
        LpConfig transformed = apply(
                IDENTITY
                        + "<xsl:template match=\"l:section[@name='sip']\"><xsl:copy><xsl:apply-templates select='@*|node()'/>"
                        + "<l:entry name='b' overwrite='true'>2</l:entry></xsl:copy></xsl:template>",
                document,
                HookTests.nobody(Map.of()));

        assertThat(transformed.section("sip").entries())
                .extracting(entry -> entry + "=" + entry.value() + " " + entry.overwrite())
                .containsExactly("a=<1> & \"2\" false", "b=2 true");
        assertThat(transformed.find("empty")).isPresent();
    }

    @Test
    void hasAccountSpaceAndRequestAsParameters() throws TransformerException {
        String names =
                "account.username account.domain account.display_name account.phone account.dictionary.site space.domain";

        assertThat(values(names, HookTests.alice())).isEqualTo("alice|example.org|Alice|+123|berlin|example.org|");
        assertThat(values(names + " request.param.a", HookTests.nobody(Map.of("a", List.of("first", "second")))))
                .isEqualTo("|||||example.org|first|");
    }

    /** One compiled stylesheet serves all requests, so a request must not see the parameters of the one before. */
    @Test
    void seesNothingOfTheRequestBefore() throws TransformerException {
        StyleSheet styleSheet = compile(printing("request.param.a account.username"));
        document(styleSheet, HookTests.nobody(Map.of("a", List.of("secret"))));
        document(styleSheet, HookTests.alice());

        assertThat(value(document(styleSheet, HookTests.nobody(Map.of())))).isEqualTo("||");
    }

    @Test
    void aParameterThatIsNoNameDoesNoHarm() throws TransformerException {
        assertThat(values("space.domain", HookTests.nobody(Map.of("a b/{c}:\u00FC", List.of("x")))))
                .isEqualTo("example.org|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:copy-of select=\"document('%s')\"/>",
                "<xsl:value-of select=\"java:java.nio.file.Files.readString(java:java.nio.file.Path.of('%s'))\"/>",
                "<xsl:value-of select=\"system:getProperty('user.home')\"/>",
                "<xsl:value-of select=\"system-property('user.home')\"/>",
                "<redirect:write file='%s.written'>x</redirect:write>"
            })
    void readsAndWritesNothingElse(String instruction) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "<secret/>");
        String body = printingOnly(instruction.formatted(file.toUri()));

        assertThat(catchThrowable(() -> apply(body, new LpConfig(), HookTests.alice())))
                .isNotNull();
        assertThat(directory).isDirectoryContaining("glob:**/secret").isDirectoryNotContaining("glob:**written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xsl:import href='%s'/>", "<xsl:include href='%s'/>"})
    void bringsInNoOtherStylesheet(String instruction) throws IOException {
        Path other = Files.writeString(directory.resolve("other.xsl"), styleSheet(IDENTITY));

        assertThatThrownBy(() -> compile(instruction.formatted(other.toUri()) + IDENTITY))
                .isInstanceOf(BrokenHook.class);
    }

    @Test
    void reachesNoOtherMachine() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + listener.getLocalPort() + "/";
            assertThat(catchThrowable(() -> apply(
                            printingOnly("<xsl:copy-of select=\"document('" + url + "')\"/>"),
                            new LpConfig(),
                            HookTests.alice())))
                    .isNotNull();
            assertThat(catchThrowable(() -> compile("<xsl:import href='" + url + "'/>")))
                    .isNotNull();
            listener.setSoTimeout(1);
            assertThatThrownBy(listener::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void refusesADoctype() {
        String bomb = "<!DOCTYPE x [<!ENTITY e 'ee'>]>" + styleSheet(IDENTITY);

        assertThatThrownBy(() -> StyleSheet.compile("a.xsl", bomb.getBytes(UTF_8)))
                .isInstanceOf(BrokenHook.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> StyleSheet.compile("a.xsl", "<a>\n<b>".getBytes(UTF_8)))
                .isInstanceOf(BrokenHook.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void saysWhereAStylesheetIsBroken() {
        assertThatThrownBy(() -> compile("\n\n<xsl:template match='/'><xsl:value-of select='$nope'/></xsl:template>"))
                .isInstanceOf(BrokenHook.class)
                .hasMessageContaining("line 7")
                .hasMessageContaining("nope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "<l:other/>",
                "<l:config/><l:config/>",
                "<l:config>text</l:config>",
                "<l:config><l:entry name='a'/></l:config>",
                "<l:config><l:section/></l:config>",
                "<l:config><l:section name=''/></l:config>",
                "<l:config><l:section name='a'>text</l:section></l:config>",
                "<l:config><l:section name='a'><l:section name='b'/></l:section></l:config>",
                "<l:config><l:section name='a'><l:entry>1</l:entry></l:section></l:config>",
                "<l:config><l:section name='a'><l:entry name='b'><l:b/></l:entry></l:section></l:config>"
            })
    void refusesWhatIsNoDocument(String result) {
        assertThat(catchThrowable(() -> apply(printingOnly(result), new LpConfig(), HookTests.alice())))
                .hasRootCauseInstanceOf(UnreadableDocument.class);
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> apply(printingOnly(""), new LpConfig(), HookTests.alice()))
                .isInstanceOf(UnreadableDocument.class);
    }

    /** A phone would join sections and entries of the same name too. */
    @Test
    void joinsWhatHasOneName() throws TransformerException {
        LpConfig joined = apply(
                printingOnly(
                        "<l:config><l:section name='a'><l:entry name='k'>1</l:entry><l:entry name='k'>2</l:entry>"
                                + "</l:section><l:section name='a'><l:entry name='k' overwrite='true'>3</l:entry></l:section></l:config>"),
                new LpConfig(),
                HookTests.alice());

        assertThat(joined.sections()).hasSize(1);
        assertThat(value(joined, "a", "k")).isEqualTo("3");
    }

    @Test
    void aResultThatDoesNotEndIsCutOff() {
        String doubling = "<xsl:template match='/'><l:config><l:section name='a'><l:entry name='k'>"
                + "<xsl:call-template name='more'/></l:entry></l:section></l:config></xsl:template>"
                + "<xsl:template name='more'><xsl:param name='n' select='0'/>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                + "<xsl:if test='$n &lt; 40'><xsl:call-template name='more'><xsl:with-param name='n' select='$n + 1'/></xsl:call-template>"
                + "<xsl:call-template name='more'><xsl:with-param name='n' select='$n + 1'/></xsl:call-template></xsl:if></xsl:template>";

        assertThat(catchThrowable(() -> apply(doubling, new LpConfig(), HookTests.alice())))
                .hasRootCauseInstanceOf(UnreadableDocument.class);
    }

    private static String values(String names, Context context) throws TransformerException {
        return value(document(compile(printing(names)), context));
    }

    private static LpConfig document(StyleSheet styleSheet, Context context) throws TransformerException {
        return styleSheet.apply(new LpConfig(), context);
    }

    private static String value(LpConfig document) {
        return value(document, "values", "all");
    }

    private static String value(LpConfig document, String section, String key) {
        Optional<Entry> entry = document.section(section).find(key);
        return entry.orElseThrow().value();
    }

    /** Returns a stylesheet that writes its parameters, each followed by a bar. */
    private static String printing(String names) {
        StringBuilder body = new StringBuilder();
        List<String> all = List.of(names.split(" "));
        all.forEach(name -> body.append("<xsl:param name='").append(name).append("'/>"));
        body.append("<xsl:template match='/'><l:config><l:section name='values'><l:entry name='all'>");
        all.forEach(name -> body.append("<xsl:value-of select='$").append(name).append("'/>|"));
        return body.append("</l:entry></l:section></l:config></xsl:template>").toString();
    }

    private static String printingOnly(String result) {
        return "<xsl:template match='/'>" + result + "</xsl:template>";
    }

    private static LpConfig apply(String body, LpConfig document, Context context) throws TransformerException {
        return compile(body).apply(document, context);
    }

    private static StyleSheet compile(String body) {
        return StyleSheet.compile("a.xsl", styleSheet(body).getBytes(UTF_8));
    }

    private static String styleSheet(String body) {
        return """
                <xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'
                  xmlns:l='http://www.linphone.org/xsds/lpconfig.xsd' xmlns:java='http://xml.apache.org/xalan/java'
                  xmlns:system='http://xml.apache.org/xalan/java/java.lang.System'
                  xmlns:redirect='http://xml.apache.org/xalan/redirect' extension-element-prefixes='redirect'
                  >%s</xsl:stylesheet>""".formatted(body);
    }
}
