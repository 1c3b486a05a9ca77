package org.sipprovisioning.security.apikey;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.AccessWithdrawn;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountRemoval;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.CredentialsReplaced;
import org.sipprovisioning.account.Secret;

/**
 * Stores the API keys, and finds a key with its account. Does not check the caller's rights.
 *
 * <p>Locks an account's row before the rows of its keys. It therefore observes the withdrawal of access last: the observers that store
 * tokens lock the rows of the tokens before the account's row.
 */
@Stateless
public class ApiKeys {
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    public Optional<ApiKey> find(Secret key) {
        return em
                .createQuery("SELECT k FROM ApiKey k JOIN FETCH k.account WHERE k.hash = :hash", ApiKey.class)
                .setParameter("hash", key.hash())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Returns all keys except the users' own, which no other caller may see. */
    public List<ApiKey> ofAdmins() {
        return em
                .createQuery("SELECT k FROM ApiKey k LEFT JOIN FETCH k.account WHERE k.kind IN :kinds", ApiKey.class)
                .setParameter("kinds", EnumSet.complementOf(EnumSet.of(ApiKey.Kind.USER)))
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(ApiKey::id))
                .toList();
    }

    public void add(ApiKey key) {
        em.persist(key);
        em.flush();
    }

    public void remove(ApiKey key) {
        em.remove(key);
    }

    /** Replaces the user's key of the account by a new one. The account has at most one, even after simultaneous calls. */
    public Secret renewUserKey(Account account) {
        Secret secret = Secret.random(ApiKey.BITS);
        removeUserKey(account);
        add(new ApiKey(account, secret, ApiKey.Kind.USER, ApiKey.Kind.USER.text()));
        return secret;
    }

    /** Records a use, unless another request has recorded one within the last minute. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordUse(ApiKey key, Instant now) {
        em.createQuery("UPDATE ApiKey k SET k.lastUsedAt = :now"
                        + " WHERE k.id = :id AND (k.lastUsedAt IS NULL OR k.lastUsedAt < :due)")
                .setParameter("now", now)
                .setParameter("id", key.id())
                .setParameter("due", now.minus(ApiKey.RECORDED_EVERY))
                .executeUpdate();
    }

    /** Makes this the only configured key. Does not store it if an equal key of another kind exists. */
    public void configure(ApiKey key, Secret secret) {
        em.createQuery("DELETE FROM ApiKey k WHERE k.kind = :kind AND k.hash <> :hash")
                .setParameter("kind", ApiKey.Kind.CONFIGURED)
                .setParameter("hash", secret.hash())
                .executeUpdate();
        if (find(secret).isEmpty()) {
            em.persist(key);
        }
    }

    /**
     * Deletes users' keys that are not valid any more because they have not been used for too long.
     *
     * @return how many were found; {@code most} if there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sweepIdle(int most) {
        return sweep("k.lastUsedAt < :idle ORDER BY k.lastUsedAt", most);
    }

    /** Does the same as {@link #sweepIdle} for keys that have never been used. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sweepUnused(int most) {
        return sweep("k.lastUsedAt IS NULL AND k.createdAt < :idle ORDER BY k.createdAt", most);
    }

    /** Deletes the user's key of an account that loses its access. */
    public void withdraw(@Observes @Priority(LAST) AccessWithdrawn event) {
        removeUserKey(event.account());
    }

    /** Deletes the user's key of an account that gets another password. */
    public void withdraw(@Observes @Priority(LAST) CredentialsReplaced event) {
        removeUserKey(event.account());
    }

    /** Deletes all keys of a deleted account. */
    public void removeAll(@Observes AccountRemoval event) {
        em.createQuery("DELETE FROM ApiKey k WHERE k.account = :account")
                .setParameter("account", event.account())
                .executeUpdate();
    }

    private int sweep(String condition, int most) {
        List<Long> idle = em.createQuery("SELECT k.id FROM ApiKey k WHERE k.kind = :user AND " + condition, Long.class)
                .setParameter("user", ApiKey.Kind.USER)
                .setParameter("idle", Instant.now().minus(ApiKey.USER_KEY_IDLE))
                .setMaxResults(most)
                .getResultList();
        if (!idle.isEmpty()) {
            em.createQuery("DELETE FROM ApiKey k WHERE k.id IN :idle")
                    .setParameter("idle", idle)
                    .executeUpdate();
        }
        return idle.size();
    }

    private void removeUserKey(Account account) {
        accounts.lock(account);
        em.createQuery("DELETE FROM ApiKey k WHERE k.account = :account AND k.kind = :user")
                .setParameter("account", account)
                .setParameter("user", ApiKey.Kind.USER)
                .executeUpdate();
    }
}
