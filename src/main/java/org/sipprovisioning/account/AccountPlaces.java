package org.sipprovisioning.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.space.LimitChange;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.Spaces;

/**
 * Holds {@code max_accounts} by a counter for each space with a limit, in the transaction that adds or removes the account. A space without
 * a limit has no counter, because all its new accounts would wait for one row.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AccountPlaces {
    @PersistenceContext
    EntityManager em;

    @Inject
    Spaces spaces;

    @Inject
    AccountList accounts;

    /**
     * Takes a place for a new account. Other transactions that take or free a place of this space wait for the end of this one.
     *
     * @throws Conflict if the space has as many accounts as it may have
     */
    public void take(Space space) {
        if (space.maxAccounts() > 0 && !isTaken(space)) {
            requireCounter(space);
            if (!isTaken(space)) {
                throw new Conflict("The space has as many accounts as it may have.");
            }
        }
    }

    /** Frees the place of an account that is deleted or moves away. */
    public void free(Space space) {
        if (space.maxAccounts() > 0) {
            em.createQuery("UPDATE AccountCount c SET c.accounts = c.accounts - 1"
                            + " WHERE c.spaceId = :space AND c.accounts > 0")
                    .setParameter("space", space.id())
                    .executeUpdate();
        }
    }

    /** Counts the accounts of a space that gets another limit. */
    public void limitChanges(@Observes LimitChange change) {
        // A lock reads the space again. Accounts that are just added to it refer to its row, so this waits for them.
        em.flush();
        if (change.space().maxAccounts() > 0) {
            count(change.space());
        } else {
            em.createQuery("DELETE FROM AccountCount c WHERE c.spaceId = :space")
                    .setParameter("space", change.space().id())
                    .executeUpdate();
        }
    }

    /** Returns the ids of the spaces that have a limit. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Long> limitedSpaces() {
        return em.createQuery("SELECT s.id FROM Space s WHERE s.maxAccounts > 0 ORDER BY s.id", Long.class)
                .getResultList();
    }

    /** Counts the accounts of a space again, because a node of an earlier version adds and removes accounts without the counter. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recount(long spaceId) {
        Space space = em.find(Space.class, spaceId);
        if (space != null && space.maxAccounts() > 0) {
            count(space);
        }
    }

    private boolean isTaken(Space space) {
        int changed = em.createQuery("UPDATE AccountCount c SET c.accounts = c.accounts + 1"
                        + " WHERE c.spaceId = :space AND c.accounts < :max")
                .setParameter("space", space.id())
                .setParameter("max", (long) space.maxAccounts())
                .executeUpdate();
        return changed == 1;
    }

    private void requireCounter(Space space) {
        if (em.find(AccountCount.class, space.id()) == null) {
            count(space);
        }
    }

    /**
     * Counts under the lock of the counter, or of the space if there is no counter yet: a transaction that has taken or freed a place has
     * ended then, and is counted.
     */
    private void count(Space space) {
        AccountCount counter = locked(space);
        if (counter == null) {
            spaces.lock(space);
            counter = locked(space);
        }
        if (counter == null) {
            counter = new AccountCount(space.id());
            em.persist(counter);
        }
        counter.setAccounts(accounts.count(space));
        em.flush();
    }

    private AccountCount locked(Space space) {
        return em.find(AccountCount.class, space.id(), LockModeType.PESSIMISTIC_WRITE);
    }
}
