package org.sipprovisioning.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipprovisioning.request.Cursor;
import org.sipprovisioning.request.LongList;
import org.sipprovisioning.request.MergedList;
import org.sipprovisioning.request.Page;
import org.sipprovisioning.request.Slice;
import org.sipprovisioning.request.Total;
import org.sipprovisioning.request.Totals;

/**
 * Reads the trail for admins: the entries of their own space, for super admins all entries. The latest come first, by their time and then
 * by their id. For each filter an index holds the keys in this order, together with what else the filter asks for; the entries are then
 * read by their ids.
 */
@Stateless
@RolesAllowed("admin")
public class AuditReader {
    /** A page of entries, and the number of entries on all pages. */
    public record Found(List<AuditEntry> entries, Slice slice, Total total) {}

    @PersistenceContext
    EntityManager em;

    @Resource
    SessionContext context;

    @Inject
    Totals totals;

    /** Finds the entries of a page. */
    public Found find(AuditFilter asked, Page page) {
        AuditFilter filter = context.isCallerInRole("super_admin") ? asked : asked.in(domainOfCaller());
        LongList list = new MergedList(filter.parts().stream()
                .<LongList>map(part -> new Keys(filter, part))
                .toList());
        Slice slice = page.cut(list);
        return new Found(entries(slice.ids()), slice, totals.of(list, slice));
    }

    private List<AuditEntry> entries(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em
                        .createQuery("SELECT e FROM AuditEntry e WHERE e.id IN :ids", AuditEntry.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .sorted(Comparator.comparing(entry -> ids.indexOf(entry.id())))
                        .toList();
    }

    private <T> TypedQuery<T> query(
            String selection,
            Class<T> type,
            AuditFilter.Conditions filter,
            Optional<Cursor> beyond,
            boolean backwards,
            String order) {
        List<String> texts = new ArrayList<>(filter.texts());
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        beyond.ifPresent(key -> {
            texts.add(
                    (backwards
                            ? "e.happenedAt >= :time AND (e.happenedAt > :time OR e.id > :id)"
                            : "e.happenedAt <= :time AND (e.happenedAt < :time OR e.id < :id)"));
            parameters.put("time", Instant.ofEpochMilli(key.rank()));
            parameters.put("id", key.id());
        });
        String where = new AuditFilter.Conditions(texts, parameters).where();
        TypedQuery<T> query = em.createQuery("SELECT " + selection + " FROM AuditEntry e" + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** Returns the domain of the caller. A principal's name is the account's SIP URI. */
    private String domainOfCaller() {
        String uri = context.getCallerPrincipal().getName();
        return uri.substring(uri.lastIndexOf('@') + 1);
    }

    private final class Keys implements LongList {
        private final AuditFilter filter;
        private final AuditFilter.Conditions part;

        Keys(AuditFilter filter, AuditFilter.Conditions part) {
            this.filter = filter;
            this.part = part;
        }

        @Override
        public String name() {
            return "audit " + filter.space().orElse("");
        }

        @Override
        public boolean isFiltered() {
            return filter.isPresent();
        }

        @Override
        public boolean isNewestFirst() {
            return true;
        }

        @Override
        public List<Cursor> keys(Optional<Cursor> beyond, boolean backwards, int skip, int count) {
            String order = backwards ? " ORDER BY e.happenedAt, e.id" : " ORDER BY e.happenedAt DESC, e.id DESC";
            return query("e.happenedAt, e.id", Object[].class, part, beyond, backwards, order)
                    .setFirstResult(skip)
                    .setMaxResults(count)
                    .getResultList()
                    .stream()
                    .map(key -> new Cursor(((Instant) key[0]).toEpochMilli(), (Long) key[1]))
                    .toList();
        }

        @Override
        public long count(Optional<Cursor> beyond, boolean backwards) {
            return query("COUNT(e.id)", Long.class, part, beyond, backwards, "").getSingleResult();
        }
    }
}
