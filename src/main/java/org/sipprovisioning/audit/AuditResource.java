package org.sipprovisioning.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.request.Page;
import org.sipprovisioning.request.PageQuery;

/**
 * {@code GET /api/audit}: the entries of the trail about the calling admin's space, for a super admin all entries, the latest first. 200
 * with a page of entries; 422 naming the parameter that is wrong.
 */
@Path("audit")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    AuditReader reader;

    /** Returns a page of entries. */
    @GET
    public JsonObject list(@BeanParam AuditQuery query, @BeanParam PageQuery pageQuery) {
        Page page = pageQuery.page();
        AuditReader.Found found = reader.find(query.filter(), page);
        JsonArrayBuilder data = Json.createArrayBuilder();
        found.entries().forEach(entry -> data.add(AuditEntryJson.from(entry)));
        return page.json(data.build(), found.slice(), found.total());
    }
}
