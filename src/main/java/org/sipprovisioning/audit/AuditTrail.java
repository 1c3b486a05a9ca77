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
import java.util.Optional;
import org.sipprovisioning.request.RequestTarget;

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

    /** In the transaction that is open: if that fails, nothing has happened. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void note(Occurrence occurrence) {
        add(occurrence);
    }

    /** In a transaction of its own, for what is refused. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void noteApart(Occurrence occurrence) {
        add(occurrence);
    }

    private void add(Occurrence occurrence) {
        Optional<String> caller =
                Optional.of(context.getCallerPrincipal().getName()).filter(name -> name.startsWith(SIP));
        em.persist(new AuditEvent(
                occurrence, occurrence.actor().or(() -> caller), target.client().text(), target.userAgent()));
    }
}
