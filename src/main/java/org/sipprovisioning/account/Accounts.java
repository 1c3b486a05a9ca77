package org.sipprovisioning.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.space.RealmChange;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceRemoval;

/** Finds and keeps accounts, whoever asks; what an admin may do is {@link AccountService}'s. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Accounts {
    @PersistenceContext
    EntityManager em;

    public Optional<Account> find(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Account> find(SipAddress address) {
        return em
                .createQuery(
                        "SELECT a FROM Account a JOIN FETCH a.space WHERE a.username = :username AND a.space.domain = :domain",
                        Account.class)
                .setParameter("username", address.username())
                .setParameter("domain", address.domain())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whoever is asking: principals are named by their SIP URI. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Account> find(Principal caller) {
        return SipAddress.find(caller.getName()).flatMap(this::find);
    }

    /** Whose address this is in a space; nobody's where several share it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Account> findByEmail(String email, String domain) {
        List<Account> found = em.createQuery(
                        "SELECT a FROM Account a JOIN FETCH a.space WHERE a.email = :email AND a.space.domain = :domain",
                        Account.class)
                .setParameter("email", email)
                .setParameter("domain", domain)
                .setMaxResults(2)
                .getResultList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The first of them: an address may be shared. */
    public List<Account> withEmail(String email) {
        return em.createQuery("SELECT a FROM Account a WHERE a.email = :email ORDER BY a.id", Account.class)
                .setParameter("email", email)
                .getResultList();
    }

    /** Those of one space, or of all. */
    public List<Account> page(Optional<Space> space, int first, int count) {
        return inSpace(
                        "SELECT a FROM Account a JOIN FETCH a.space" + condition(space) + " ORDER BY a.id",
                        Account.class,
                        space)
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    public long count(Optional<Space> space) {
        return inSpace("SELECT COUNT(a) FROM Account a" + condition(space), Long.class, space)
                .getSingleResult();
    }

    public void add(Account account) {
        requireFree(account.space(), account.username());
        requirePlace(account.space());
        em.persist(account);
        em.flush();
    }

    /** @throws InvalidInput if the user name is taken */
    public void requireFree(Space space, String username) {
        if (find(new SipAddress(username, space.domain())).isPresent()) {
            throw new InvalidInput("username", "is taken already");
        }
    }

    /**
     * Keeps others from taking the last place in a limited space until the end of the transaction.
     *
     * @throws Conflict if the space has as many accounts as it may have
     */
    public void requirePlace(Space space) {
        if (space.maxAccounts() > 0) {
            em.lock(space, LockModeType.PESSIMISTIC_WRITE);
            if (count(Optional.of(space)) >= space.maxAccounts()) {
                throw new Conflict("The space has as many accounts as it may have.");
            }
        }
    }

    /** Before it or a credential that belongs to it gets another name or realm: others who do this wait, and see then what came of it. */
    public void lock(Account account) {
        em.lock(account, LockModeType.PESSIMISTIC_WRITE);
    }

    public void remove(Account account) {
        em.remove(account);
    }

    /** Refuses the change while accounts exist, or takes their credentials. */
    public void realmChanges(@Observes RealmChange change) {
        if (count(Optional.of(change.space())) > 0 && !change.dropCredentials()) {
            throw new Conflict("The space has accounts whose credentials are of its present realm."
                    + " With ?drop_credentials=true they lose them.");
        }
        em.createQuery(
                        "UPDATE Account a SET a.credentials.md5 = NULL, a.credentials.sha256 = NULL WHERE a.space = :space")
                .setParameter("space", change.space())
                .executeUpdate();
    }

    public void spaceGoes(@Observes SpaceRemoval removal) {
        if (count(Optional.of(removal.space())) > 0) {
            throw new Conflict("The space has accounts.");
        }
    }

    private static String condition(Optional<Space> space) {
        return space.isPresent() ? " WHERE a.space = :space" : "";
    }

    private <T> TypedQuery<T> inSpace(String query, Class<T> type, Optional<Space> space) {
        TypedQuery<T> typed = em.createQuery(query, type);
        space.ifPresent(s -> typed.setParameter("space", s));
        return typed;
    }
}
