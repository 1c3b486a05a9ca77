package org.sipprovisioning.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.sipprovisioning.request.Page;

/** Reads the trail for admins: the entries of their own space, for super admins all entries. */
@Stateless
@RolesAllowed("admin")
public class AuditReader {
    /** A page of entries, and the number of entries on all pages. */
    public record Found(List<AuditEntry> entries, long total) {}

    @PersistenceContext
    EntityManager em;

    @Resource
    SessionContext context;

    /** Finds the entries of a page, the latest first. */
    public Found find(AuditFilter asked, Page page) {
        AuditFilter filter = context.isCallerInRole("super_admin") ? asked : asked.in(domainOfCaller());
        TypedQuery<AuditEntry> entries =
                query("SELECT e FROM AuditEntry e" + filter.where() + " ORDER BY e.id DESC", AuditEntry.class, filter);
        List<AuditEntry> found = page.first()
                .map(first ->
                        entries.setFirstResult(first).setMaxResults(page.size()).getResultList())
                .orElse(List.of());
        return new Found(
                found,
                query("SELECT COUNT(e) FROM AuditEntry e" + filter.where(), Long.class, filter)
                        .getSingleResult());
    }

    private <T> TypedQuery<T> query(String text, Class<T> type, AuditFilter filter) {
        TypedQuery<T> query = em.createQuery(text, type);
        filter.parameters().forEach(query::setParameter);
        return query;
    }

    /** Returns the domain of the caller. A principal's name is the account's SIP URI. */
    private String domainOfCaller() {
        String uri = context.getCallerPrincipal().getName();
        return uri.substring(uri.lastIndexOf('@') + 1);
    }
}
