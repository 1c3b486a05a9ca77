package org.sipprovisioning.provisioning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.fault.Retried;

/**
 * {@code /provisioning/me}: the document of the caller's account, 200, any number of times. 401 without a login, 403 for a blocked account,
 * an expired space, and a {@code reset_password} that another site's page sends; otherwise the statuses of {@link ProvisioningResource}.
 */
@Path("me")
@RequestScoped
@Retried
@RolesAllowed("user")
public class OwnDocumentResource {
    @Inject
    Provisioner provisioner;

    @Inject
    OwnAccountService own;

    @Inject
    PhoneRequest phone;

    @Inject
    Visitor visitor;

    @Inject
    ForeignPages foreignPages;

    @Inject
    DocumentAnswers documents;

    /** Answers the document. With {@code reset_password} the account gets a new password. Does not activate the account. */
    @GET
    public Response me() {
        visitor.requirePhone();
        if (phone.asksForReset()) {
            foreignPages.refuse();
        }
        return documents.answer(() -> provisioner.forCaller(phone.asksForReset()));
    }

    /** Answers the status of {@link #me} and composes no document. */
    @HEAD
    public Response headMe() {
        visitor.requirePhone();
        own.get();
        return documents.head();
    }
}
