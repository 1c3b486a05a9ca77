package org.sipprovisioning.account.linked;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountMove;
import org.sipprovisioning.account.AccountRemoval;
import org.sipprovisioning.space.CardDavRemoval;
import org.sipprovisioning.space.CardDavServer;

/** Keeps the accounts' credentials for CardDAV servers, whoever asks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class CardDavCredentials {
    @PersistenceContext
    EntityManager em;

    /** In the order of their servers' ids. */
    public List<CardDavCredential> of(Account account) {
        return em.createQuery(
                        "SELECT c FROM CardDavCredential c JOIN FETCH c.server WHERE c.account = :account"
                                + " ORDER BY c.server.id",
                        CardDavCredential.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Another space's server is none. */
    public Optional<CardDavServer> findServer(Account account, long id) {
        return Optional.ofNullable(em.find(CardDavServer.class, id)).filter(server -> server.isOf(account.space()));
    }

    public void add(CardDavCredential credential) {
        em.persist(credential);
    }

    public void remove(CardDavCredential credential) {
        em.remove(credential);
    }

    /** Removes what the account has, as it belongs to the servers of the space that the account leaves. */
    public void accountMoves(@Observes AccountMove event) {
        removeAll(event.account());
    }

    public void accountGoes(@Observes AccountRemoval event) {
        removeAll(event.account());
    }

    public void serverGoes(@Observes CardDavRemoval event) {
        em.createQuery("DELETE FROM CardDavCredential c WHERE c.server = :server")
                .setParameter("server", event.server())
                .executeUpdate();
    }

    private void removeAll(Account account) {
        em.createQuery("DELETE FROM CardDavCredential c WHERE c.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
