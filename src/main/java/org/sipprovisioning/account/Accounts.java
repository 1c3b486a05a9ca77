package org.sipprovisioning.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.RealmChange;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceRemoval;

/** Finds and stores accounts. Does not check the caller's rights: {@link AccountService} does so for admins. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Accounts {
    @PersistenceContext
    EntityManager em;

    @Inject
    AccountPlaces places;

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

    /**
     * Returns an account's ha1 of this algorithm; empty if the account is unknown or has no such ha1. The database answers with one row in
     * each case, and no entity is built: how long it takes does not tell whether the account exists.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<String> ha1(SipAddress address, DigestAlgorithm algorithm) {
        return Optional.ofNullable(em.createQuery(ha1Query(algorithm), String.class)
                .setParameter("username", address.username())
                .setParameter("domain", address.domain())
                .getSingleResult());
    }

    /** An aggregate has a row, with NULL in it, also if it has nothing to aggregate. */
    private static String ha1Query(DigestAlgorithm algorithm) {
        return "SELECT MAX(a.credentials." + Credentials.attribute(algorithm)
                + ") FROM Account a WHERE a.username = :username AND a.space.domain = :domain";
    }

    /** Finds the account of a caller. A principal's name is the account's SIP URI. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Account> find(Principal caller) {
        return SipAddress.find(caller.getName()).flatMap(this::find);
    }

    /** Finds the account of a space by its e-mail address. Returns empty if several accounts of the space share the address. */
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

    /** Finds the account with the lowest id among those of a space, or of all spaces, that share an e-mail address. */
    public Optional<Account> firstWithEmail(String email, Optional<Space> space) {
        TypedQuery<Account> query = em.createQuery(
                        "SELECT a FROM Account a WHERE a.email = :email"
                                + (space.isPresent() ? " AND a.space = :space" : "") + " ORDER BY a.id",
                        Account.class)
                .setParameter("email", email)
                .setMaxResults(1);
        space.ifPresent(own -> query.setParameter("space", own));
        return query.getResultList().stream().findFirst();
    }

    private boolean hasAny(Space space) {
        return !em.createQuery("SELECT a.id FROM Account a WHERE a.space = :space", Long.class)
                .setParameter("space", space)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Stores a new account and gives it its id.
     *
     * @throws InvalidInput if the user name is taken
     * @throws Conflict if the space has as many accounts as it may have
     */
    public void add(Account account) {
        requireFree(account.space(), account.username());
        places.take(account.space());
        em.persist(account);
        em.flush();
    }

    /** @throws InvalidInput if the user name is taken in the space */
    public void requireFree(Space space, String username) {
        if (find(new SipAddress(username, space.domain())).isPresent()) {
            throw new InvalidInput("username", "is taken already");
        }
    }

    /**
     * Locks an account until the end of the transaction. The caller does this before the account, or a credential that belongs to it, gets
     * another user name or realm, or before its only key is replaced: another transaction that does the same waits, and then sees the
     * result. At another node of a Galera cluster it does not wait. The write lets the cluster refuse the commit of one of the two.
     */
    public void lock(Account account) {
        em.lock(account, LockModeType.PESSIMISTIC_WRITE);
        em.createNativeQuery("UPDATE account SET locks = locks + 1 WHERE id = ?1")
                .setParameter(1, account.id())
                .executeUpdate();
    }

    public void remove(Account account) {
        places.free(account.space());
        em.remove(account);
    }

    /**
     * Takes a place in the space that an account moves to, and frees the place in the present one.
     *
     * @throws Conflict if the new space has as many accounts as it may have
     */
    public void changePlace(Account account, Space newSpace) {
        places.take(newSpace);
        places.free(account.space());
    }

    /**
     * Deletes the credentials of all accounts of the space.
     *
     * @throws Conflict if the space has accounts and the change does not ask to drop their credentials
     */
    public void realmChanges(@Observes RealmChange change) {
        if (!change.dropCredentials() && hasAny(change.space())) {
            throw new Conflict("The space has accounts whose credentials are of its present realm."
                    + " With ?drop_credentials=true they lose them.");
        }
        em.createQuery(
                        "UPDATE Account a SET a.credentials.md5 = NULL, a.credentials.sha256 = NULL WHERE a.space = :space")
                .setParameter("space", change.space())
                .executeUpdate();
    }

    /** @throws Conflict if the space has accounts */
    public void spaceGoes(@Observes SpaceRemoval removal) {
        if (hasAny(removal.space())) {
            throw new Conflict("The space has accounts.");
        }
    }
}
