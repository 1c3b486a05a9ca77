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

    private static final String BUTTON =
            "<p><a class=\"button\" href=\"linphone-config:{url}\">Open in Linphone</a></p>";

    private static final String NO_BUTTON =
            "<p>A button cannot open the Linphone app, because this address begins with <b>http:</b> and not with <b>https:</b>.</p>";

    /**
     * Returns the page. Its button has the whole URL after {@code linphone-config:}. With {@code linphone-config://}, versions of the
     * Android app before 6.0.21 look for a server without a name. No form of the link makes an app request an {@code http:} URL.
     */
    String html() {
        boolean opens = url.startsWith("https:");
        return TEMPLATE.html()
                .replace("{open}", opens ? BUTTON : NO_BUTTON)
                .replace("{scan}", opens ? "Or scan" : "Scan")
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
