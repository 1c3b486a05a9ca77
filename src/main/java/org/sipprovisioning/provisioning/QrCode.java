package org.sipprovisioning.provisioning;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A QR code (ISO/IEC 18004) that holds a URL, with its quiet zone. */
record QrCode(String url) {
    private static final int QUIET_ZONE = 4;

    byte[] png(int pixels) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // By default ImageIO writes to a file first, and closes it when the process begins to end, in the midst of a
        // request
        try (ImageOutputStream memory = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(MatrixToImageWriter.toBufferedImage(matrix(pixels)), "PNG", memory);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory has no I/O errors", e);
        }
        return png.toByteArray();
    }

    String svg(int pixels) {
        BitMatrix modules = matrix(0);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%1$d\" viewBox=\"0 0 %2$d %2$d\""
                        + " shape-rendering=\"crispEdges\" role=\"img\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>"
                        + "<path d=\"%3$s\" fill=\"#000\"/></svg>",
                pixels,
                modules.getWidth(),
                path);
    }

    private BitMatrix matrix(int pixels) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, pixels, pixels, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("A provisioning URL fits into a QR code", e);
        }
    }
}
