package org.sipprovisioning.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.settings.Settings;

/** Notes in the trail what happens. Any caller may use it. */
@Stateless
@PermitAll
public class AuditTrail {
    /** A principal's name is the account's SIP URI. Servers differ in how they name an unauthenticated caller. */
    private static final String SIP = "sip:";

    @PersistenceContext
    EntityManager em;

    @Resource
    SessionContext context;

    @Inject
    RequestTarget target;

    @Inject
    AuditFlood flood;

    @Inject
    Settings settings;

    /** Notes an event in the open transaction: if that is rolled back, the event has not happened. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void note(AuditEvent event) {
        add(event);
    }

    /**
     * Notes an event in a transaction of its own: a refusal, or an event that has no other transaction. Does not note a refusal beyond the
     * limit of {@link AuditFlood}.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void noteApart(AuditEvent event) {
        if (!event.refused() || !flood.isTooMany(target.client(), event)) {
            add(event);
        }
    }

    /**
     * Deletes entries that are older than {@code provisioning.audit.retention}, the oldest first.
     *
     * @return how many were found; {@code most} if there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sweep(int most) {
        List<Long> old = em.createQuery(
                        "SELECT e.id FROM AuditEntry e WHERE e.happenedAt < :old ORDER BY e.happenedAt, e.id",
                        Long.class)
                .setParameter("old", Instant.now().minus(settings.auditRetention()))
                .setMaxResults(most)
                .getResultList();
        if (!old.isEmpty()) {
            em.createQuery("DELETE FROM AuditEntry e WHERE e.id IN :old")
                    .setParameter("old", old)
                    .executeUpdate();
        }
        return old.size();
    }

    /** Flushes, as EclipseLink inserts the entries of one transaction in any order, and the ids must tell which came first. */
    private void add(AuditEvent event) {
        Optional<String> caller =
                Optional.of(context.getCallerPrincipal().getName()).filter(name -> name.startsWith(SIP));
        em.persist(new AuditEntry(
                event, event.actor().or(() -> caller), target.client().text(), target.userAgent()));
        em.flush();
    }
}
