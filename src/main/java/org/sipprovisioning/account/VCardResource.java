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
 * {@code /contacts/vcard}: the caller's contacts, for the caller's phone, which removes those that it no longer finds there. 200, with an
 * empty body if there are none. Contacts that are blocked, or in a space that has expired, are left out, as they cannot be reached.
 * Contacts that are not activated yet are included, so that the phone knows them as soon as they have a phone.
 */
@Path("vcard")
@RequestScoped
@Retried
@RolesAllowed("user")
public class VCardResource {
    @Inject
    OwnAccountService own;

    /** Returns the contacts as vCards 4.0. */
    @GET
    public Response vCards() {
        byte[] cards =
                VCards.write(own.contacts().stream().filter(Account::isServed).toList());
        return Response.ok(cards)
                .header(HttpHeaders.CONTENT_TYPE, "text/vcard; charset=utf-8")
                .build();
    }
}
