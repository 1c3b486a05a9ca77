package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.Retried;

/** {@code /api/accounts/me/contacts}: the caller's own. 200, or 404 for who is none of them. */
@Path("accounts/me/contacts")
@RequestScoped
@Retried
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class OwnContactResource {
    @Inject
    OwnAccountService own;

    @GET
    public JsonArray list() {
        return ContactJson.from(own.contacts());
    }

    @GET
    @Path("{sip}")
    public JsonObject get(@PathParam("sip") String sip) {
        return SipAddress.find(sip)
                .flatMap(wanted -> own.contacts().stream()
                        .filter(contact -> contact.address().equals(wanted))
                        .findFirst())
                .map(ContactJson::from)
                .orElseThrow(NotFound::new);
    }
}
