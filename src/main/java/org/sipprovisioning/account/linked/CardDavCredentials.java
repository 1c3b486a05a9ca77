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

/** Stores the credentials of accounts for CardDAV servers. Does not check the caller's rights. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class CardDavCredentials {
    @PersistenceContext
    EntityManager em;

    /** Returns the credentials of an account, in the order of their servers' ids. */
    public List<CardDavCredential> of(Account account) {
        return em.createQuery(
                        "SELECT c FROM CardDavCredential c JOIN FETCH c.server WHERE c.account = :account"
                                + " ORDER BY c.server.id",
                        CardDavCredential.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Finds a server of the account's space. Returns empty for the server of another space. */
    public Optional<CardDavServer> findServer(Account account, long id) {
        return Optional.ofNullable(em.find(CardDavServer.class, id)).filter(server -> server.isOf(account.space()));
    }

    public void add(CardDavCredential credential) {
        em.persist(credential);
    }

    public void remove(CardDavCredential credential) {
        em.remove(credential);
    }

    /** Deletes the credentials of the account, as their servers belong to the space that the account leaves. */
    public void accountMoves(@Observes AccountMove event) {
        removeAll(event.account());
    }

    /** Deletes the credentials of the account. */
    public void accountGoes(@Observes AccountRemoval event) {
        removeAll(event.account());
    }

    /** Deletes the credentials for the server. */
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
