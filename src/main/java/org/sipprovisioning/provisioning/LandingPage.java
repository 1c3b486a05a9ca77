package org.sipprovisioning.provisioning;

/**
 * The page that a browser gets under the URL of a live token. It shows how to get the URL into the phone.
 *
 * @param url the token's URL, with its query
 */
record LandingPage(String url) {
    private static final int QR_CODE_PIXELS = 300;
    private static final PageTemplate TEMPLATE = new PageTemplate("landing");
    static final String CONTENT_SECURITY_POLICY = TEMPLATE.contentSecurityPolicy();

    String html() {
        return TEMPLATE.html()
                .replace("{app-url}", escape(url.replaceFirst("^https?:", "linphone-config:")))
                .replace("{url}", escape(url))
                .replace("{qr-code}", new QrCode(url).svg(QR_CODE_PIXELS));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
