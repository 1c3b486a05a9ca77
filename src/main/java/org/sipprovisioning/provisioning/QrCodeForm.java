package org.sipprovisioning.provisioning;

import org.sipprovisioning.fault.MalformedRequest;

/** How a QR code is wanted: {@code ?format=} png or svg, {@code ?size=} 100 to 1000 pixels. */
record QrCodeForm(boolean isSvg, int pixels) {
    private static final int DEFAULT_SIZE = 300;
    private static final int MIN_SIZE = 100;
    private static final int MAX_SIZE = 1_000;

    /** @throws MalformedRequest for anything else */
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
