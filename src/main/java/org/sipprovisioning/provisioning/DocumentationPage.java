package org.sipprovisioning.provisioning;

/** The page that documents {@code /provisioning} and the paths below it for the developers of clients. */
final class DocumentationPage {
    private static final PageTemplate TEMPLATE = new PageTemplate("documentation");
    static final String HTML = TEMPLATE.html();
    static final String CONTENT_SECURITY_POLICY = TEMPLATE.contentSecurityPolicy();

    private DocumentationPage() {}
}
