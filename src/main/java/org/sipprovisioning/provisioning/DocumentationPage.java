package org.sipprovisioning.provisioning;

/** What {@code /provisioning} and all below it answer, for those who write against it. */
final class DocumentationPage {
    private static final PageTemplate TEMPLATE = new PageTemplate("documentation");
    static final String HTML = TEMPLATE.html();
    static final String CONTENT_SECURITY_POLICY = TEMPLATE.contentSecurityPolicy();

    private DocumentationPage() {}
}
