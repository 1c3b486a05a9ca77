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

/** {@code /api/accounts/me/contacts}: the contacts of the caller's account. 200; 404 if the address is not that of a contact. */
@Path("accounts/me/contacts")
@RequestScoped
@Retried
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class OwnContactResource {
    @Inject
    OwnAccountService own;

    /** Returns all contacts. */
    @GET
    public JsonArray list() {
        return ContactJson.from(own.contacts());
    }

    /** Returns the contact with this {@code user@domain} or SIP URI. */
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
