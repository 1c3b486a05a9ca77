package org.sipprovisioning.provisioning;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Reads QR codes from images. */
final class QrCodes {
    private static final int PIXELS_PER_MODULE = 8;
    private static final int WHITE = 0xFFFFFF;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

    private QrCodes() {}

    static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String decode(BufferedImage image) {
        try {
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
                            // The image has no camera's distortions; the search for a code in a photograph misses some
                            // codes
                            Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("No QR code in the image", e);
        }
    }

    /** Draws the black modules of the SVG's path on a white image, and reads the code of that image. */
    static String decodeSvg(String svg) {
        Matcher viewBox = VIEW_BOX.matcher(svg);
        if (!viewBox.find()) {
            throw new AssertionError("No viewBox: " + svg);
        }
        int side = Integer.parseInt(viewBox.group(1)) * PIXELS_PER_MODULE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        fill(image, 0, 0, side, WHITE);
        Matcher module = MODULE.matcher(svg);
        while (module.find()) {
            int x = Integer.parseInt(module.group(1)) * PIXELS_PER_MODULE;
            int y = Integer.parseInt(module.group(2)) * PIXELS_PER_MODULE;
            fill(image, x, y, PIXELS_PER_MODULE, 0);
        }
        return decode(image);
    }

    private static void fill(BufferedImage image, int left, int top, int side, int colour) {
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                image.setRGB(x, y, colour);
            }
        }
    }
}
