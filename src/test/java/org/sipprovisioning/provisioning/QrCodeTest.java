package org.sipprovisioning.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipprovisioning.fault.MalformedRequest;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class QrCodeTest {

    private static final String URL =
            "https://sip.example.org:8443/p/provisioning/AAECAwQFBgcICQoLDA0ODw?reset_password";
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 1000})
    void pngIsReadBack(int pixels) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(new QrCode(URL).png(pixels)));

        assertThat(image.getWidth()).isEqualTo(pixels);
        assertThat(image.getHeight()).isEqualTo(pixels);
        assertThat(QrCodes.decode(image)).isEqualTo(URL);
    }

    /** A file would contain the token, and be closed when the process begins to end. */
    @Test
    void pngIsNotWrittenToAFileFirst(@TempDir Path directory) throws Exception {
        Path absent = Files.createDirectory(directory.resolve("absent"));
        ImageIO.setCacheDirectory(absent.toFile());
        Files.delete(absent);
        try {
            assertThat(new QrCode(URL).png(300)).isNotEmpty();
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    @Test
    void svgIsReadBack() throws Exception {
        Element svg = svg(new QrCode(URL).svg(300));
        int modules = Integer.parseInt(svg.getAttribute("viewBox").split(" ")[2]);
        BufferedImage image = new BufferedImage(modules * 4, modules * 4, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, modules * 4, modules * 4);
        graphics.setColor(Color.BLACK);
        String path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");
        assertThat(MODULE.matcher(path).replaceAll("")).isEmpty();
        for (Matcher module = MODULE.matcher(path); module.find(); ) {
            graphics.fillRect(Integer.parseInt(module.group(1)) * 4, Integer.parseInt(module.group(2)) * 4, 4, 4);
        }

        assertThat(svg.getAttribute("width")).isEqualTo("300");
        assertThat(svg.getAttribute("height")).isEqualTo("300");
        assertThat(QrCodes.decode(image)).isEqualTo(URL);
    }

    /** ISO/IEC 18004: the quiet zone is four modules wide on each side. */
    @Test
    void hasItsQuietZone() throws Exception {
        Element svg = svg(new QrCode(URL).svg(300));
        int modules = Integer.parseInt(svg.getAttribute("viewBox").split(" ")[2]);
        String path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");

        assertThat(MODULE.matcher(path).results())
                .extracting(module -> Integer.parseInt(module.group(1)))
                .allMatch(x -> x >= 4 && x < modules - 4)
                .contains(4, modules - 5);
    }

    @Test
    void speaksNoLanguage() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(svg(new QrCode(URL).svg(300)).getAttribute("width")).isEqualTo("300");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void takesTheLongestUrlThatThereCanBe() throws Exception {
        String longest = "https://" + "a".repeat(253) + ":65535/provisioning/" + "t".repeat(22) + "?reset_password";

        assertThat(QrCodes.decode(ImageIO.read(new ByteArrayInputStream(new QrCode(longest).png(300)))))
                .isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource({
        ",,false,300",
        "png,,false,300",
        "svg,,true,300",
        "svg,100,true,100",
        ",1000,false,1000",
        "png,0100,false,100"
    })
    void isMadeInTheFormThatIsWanted(String format, String size, boolean svg, int pixels) {
        assertThat(QrCodeForm.parse(format, size)).isEqualTo(new QrCodeForm(svg, pixels));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''|-",
                "PNG|-",
                "gif|-",
                "-|''",
                "-|99",
                "-|1001",
                "-|0",
                "-|-300",
                "-|+300",
                "-|300px",
                "-|3e2",
                "-|٣٠٠",
                "-|99999999999",
                "svg|99"
            })
    void anyOtherFormIsRefused(String format, String size) {
        assertThatThrownBy(() -> QrCodeForm.parse(format, size)).isInstanceOf(MalformedRequest.class);
    }

    private static Element svg(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }
}
