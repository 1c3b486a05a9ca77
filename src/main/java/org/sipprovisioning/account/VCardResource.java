package org.sipprovisioning.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;

/**
 * {@code /contacts/vcard}: the caller's contacts, for their phone, which takes away those that it no longer finds there. 200, with an
 * empty body where there are none. Contacts who are blocked, or whose space has expired, are left out: nobody reaches them. Those who
 * have not been activated yet are there, so that they are known as soon as they have a phone.
 */
@Path("vcard")
@RequestScoped
@Retried
@RolesAllowed("user")
public class VCardResource {
    @Inject
    OwnAccountService own;

    @GET
    public Response vCards() {
        byte[] cards =
                VCards.write(own.contacts().stream().filter(Account::isServed).toList());
        return Response.ok(cards)
                .header(HttpHeaders.CONTENT_TYPE, "text/vcard; charset=utf-8")
                .build();
    }
}
