package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;

/** {@code /provisioning/documentation}: a page for developers of clients of {@code /provisioning}; open to all. */
@Path("documentation")
@RequestScoped
@Retried
public class DocumentationResource {

    /** Answers the page. */
    @GET
    public Response documentation() {
        return Answers.html(DocumentationPage.HTML, DocumentationPage.CONTENT_SECURITY_POLICY);
    }

    /** Without this method, RESTEasy answers HEAD by {@link ProvisioningResource#headByToken}. */
    @HEAD
    public Response headDocumentation() {
        return documentation();
    }
}
