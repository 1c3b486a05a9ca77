package org.sipprovisioning.provisioning;

import org.sipprovisioning.fault.MalformedRequest;

/** The form of a QR code as the request asks for it: {@code ?format=} png or svg, {@code ?size=} 100 to 1000 pixels. */
record QrCodeForm(boolean isSvg, int pixels) {
    private static final int DEFAULT_SIZE = 300;
    private static final int MIN_SIZE = 100;
    private static final int MAX_SIZE = 1_000;

    /**
     * Reads the two parameters. Without them, the code is a PNG of 300 pixels.
     *
     * @throws MalformedRequest if one has another value
     */
    static QrCodeForm parse(String format, String size) {
        boolean isSvg = "svg".equals(format);
        if (format != null && !isSvg && !"png".equals(format)) {
            throw new MalformedRequest("format must be png or svg.");
        }
        int pixels = size == null ? DEFAULT_SIZE : size.matches("[0-9]{1,4}") ? Integer.parseInt(size) : 0;
        if (pixels < MIN_SIZE || pixels > MAX_SIZE) {
            throw new MalformedRequest("size must be a number from %d to %d.".formatted(MIN_SIZE, MAX_SIZE));
        }
        return new QrCodeForm(isSvg, pixels);
    }
}
