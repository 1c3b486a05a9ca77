package org.sipprovisioning.security.apikey;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.AccessWithdrawn;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountRemoval;
import org.sipprovisioning.account.CredentialsReplaced;
import org.sipprovisioning.account.Secret;

/**
 * Finds the account that a key proves, and keeps the keys, whoever asks. Locks an account's row before those of its keys, and so is told
 * last when access is withdrawn: those who keep tokens lock theirs before the account's.
 */
@Stateless
public class ApiKeys {
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

    @PersistenceContext
    EntityManager em;

    public Optional<ApiKey> find(Secret key) {
        return em
                .createQuery("SELECT k FROM ApiKey k JOIN FETCH k.account WHERE k.hash = :hash", ApiKey.class)
                .setParameter("hash", key.hash())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** All but the users' own, which are nobody else's business. */
    public List<ApiKey> ofAdmins() {
        return em.createQuery(
                        "SELECT k FROM ApiKey k JOIN FETCH k.account WHERE k.kind <> :user ORDER BY k.id", ApiKey.class)
                .setParameter("user", ApiKey.Kind.USER)
                .getResultList();
    }

    public void add(ApiKey key) {
        em.persist(key);
        em.flush();
    }

    public void remove(ApiKey key) {
        em.remove(key);
    }

    /** A fresh key in place of the account's former one, of which there is one at most, however many are asked for at once. */
    public Secret renewUserKey(Account account) {
        Secret secret = Secret.random(ApiKey.BITS);
        removeUserKey(account);
        add(new ApiKey(account, secret, ApiKey.Kind.USER, ApiKey.Kind.USER.text()));
        return secret;
    }

    /** Nothing, if another request has done so within the last minute. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordUse(ApiKey key, Instant now) {
        em.createQuery("UPDATE ApiKey k SET k.lastUsedAt = :now"
                        + " WHERE k.id = :id AND (k.lastUsedAt IS NULL OR k.lastUsedAt < :due)")
                .setParameter("now", now)
                .setParameter("id", key.id())
                .setParameter("due", now.minus(ApiKey.RECORDED_EVERY))
                .executeUpdate();
    }

    /** Makes this the one configured key; an equal one of another kind serves as well. */
    public void configure(ApiKey key, Secret secret) {
        em.createQuery("DELETE FROM ApiKey k WHERE k.kind = :kind AND k.hash <> :hash")
                .setParameter("kind", ApiKey.Kind.CONFIGURED)
                .setParameter("hash", secret.hash())
                .executeUpdate();
        if (find(secret).isEmpty()) {
            em.persist(key);
        }
    }

    /** Forgets the users' keys that are dead. */
    public void sweep() {
        em.createQuery("DELETE FROM ApiKey k WHERE k.kind = :user AND k.createdAt < :idle"
                        + " AND (k.lastUsedAt IS NULL OR k.lastUsedAt < :idle)")
                .setParameter("user", ApiKey.Kind.USER)
                .setParameter("idle", Instant.now().minus(ApiKey.USER_KEY_IDLE))
                .executeUpdate();
    }

    public void withdraw(@Observes @Priority(LAST) AccessWithdrawn event) {
        removeUserKey(event.account());
    }

    public void withdraw(@Observes @Priority(LAST) CredentialsReplaced event) {
        removeUserKey(event.account());
    }

    public void removeAll(@Observes AccountRemoval event) {
        em.createQuery("DELETE FROM ApiKey k WHERE k.account = :account")
                .setParameter("account", event.account())
                .executeUpdate();
    }

    private void removeUserKey(Account account) {
        em.lock(account, LockModeType.PESSIMISTIC_WRITE);
        em.createQuery("DELETE FROM ApiKey k WHERE k.account = :account AND k.kind = :user")
                .setParameter("account", account)
                .setParameter("user", ApiKey.Kind.USER)
                .executeUpdate();
    }
}
