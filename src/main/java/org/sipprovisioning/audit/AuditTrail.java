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
import java.util.Optional;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.settings.Settings;

/** Where everyone notes what happened. */
@Stateless
@PermitAll
public class AuditTrail {
    /** Principals of ours are named by their SIP URI; how a server calls somebody who is nobody differs. */
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

    /** In the transaction that is open: if that fails, nothing has happened. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void note(AuditEvent event) {
        add(event);
    }

    /** In a transaction of its own, for what is refused or has no other; of too many refusals in a minute, no more are noted. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void noteApart(AuditEvent event) {
        if (!event.refused() || !flood.isTooMany(target.client(), event)) {
            add(event);
        }
    }

    /** Forgets what is older than the operator wants it to be. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void sweep() {
        em.createQuery("DELETE FROM AuditEntry e WHERE e.happenedAt < :old")
                .setParameter("old", Instant.now().minus(settings.auditRetention()))
                .executeUpdate();
    }

    /** Flushed, as EclipseLink inserts those of one transaction in any order: the ids tell what came first. */
    private void add(AuditEvent event) {
        Optional<String> caller =
                Optional.of(context.getCallerPrincipal().getName()).filter(name -> name.startsWith(SIP));
        em.persist(new AuditEntry(
                event, event.actor().or(() -> caller), target.client().text(), target.userAgent()));
        em.flush();
    }
}
