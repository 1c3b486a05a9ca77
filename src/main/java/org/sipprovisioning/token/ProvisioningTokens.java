package org.sipprovisioning.token;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sipprovisioning.account.AccessWithdrawn;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.settings.Settings;

/**
 * Issues, consumes and withdraws provisioning tokens. Always locks a token's row before its account's, so that no two transactions
 * wait for each other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ProvisioningTokens {
    private static final String IS_LIVE =
            "t.hash = :hash AND t.usedAt IS NULL AND (t.expiresAt IS NULL OR t.expiresAt > :now)";

    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    Settings settings;

    @Inject
    AuditTrail trail;

    /**
     * Issues a new token, which replaces the account's former one.
     *
     * @throws Conflict if the account is blocked or its space has expired
     */
    public ProvisioningToken.Issued issue(Account account) {
        if (!account.isServed()) {
            throw new Conflict("The account is blocked, or its space has expired.");
        }
        ProvisioningToken token = em.find(ProvisioningToken.class, account.id(), LockModeType.PESSIMISTIC_WRITE);
        if (token == null) {
            token = new ProvisioningToken(account);
        }
        ProvisioningToken.Issued issued =
                token.renew(settings.tokenLifetime().map(Instant.now().truncatedTo(ChronoUnit.MILLIS)::plus));
        em.merge(token);
        em.flush();
        trail.note(account.undergoes(AuditEvent.Type.TOKEN_ISSUED));
        return issued;
    }

    /**
     * Uses a token up and returns its account. A simultaneous call waits for the end of this transaction, and then finds the token used, or
     * still usable if this transaction was rolled back.
     *
     * @throws NotFound if the token is unknown, used, replaced, withdrawn or expired, or its account is not served
     */
    public Account consume(String token) {
        String hash = TokenHash.get(token);
        int consumed = em.createQuery("UPDATE ProvisioningToken t SET t.usedAt = :now WHERE " + IS_LIVE)
                .setParameter("now", Instant.now())
                .setParameter("hash", hash)
                .executeUpdate();
        if (consumed != 1) {
            throw new NotFound();
        }
        Account account = findRow(token)
                .flatMap(found -> accounts.find(found.accountId()))
                .filter(Account::isServed)
                .orElseThrow(NotFound::new);
        trail.note(account.undergoes(AuditEvent.Type.TOKEN_CONSUMED));
        return account;
    }

    /**
     * Returns the account of a token that could be consumed now. Changes nothing.
     *
     * @throws NotFound if the token could not be consumed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Account requireLive(String token) {
        String hash = TokenHash.get(token);
        return em
                .createQuery("SELECT t FROM ProvisioningToken t WHERE " + IS_LIVE, ProvisioningToken.class)
                .setParameter("now", Instant.now())
                .setParameter("hash", hash)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(found -> accounts.find(found.accountId()))
                .filter(Account::isServed)
                .orElseThrow(NotFound::new);
    }

    /** Finds out why a token was refused, and whose it is. A token that is unknown, replaced or withdrawn has no account. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public RefusedToken refused(String token) {
        return findRow(token)
                .map(found -> RefusedToken.of(found.fault(), accounts.find(found.accountId())))
                .orElseGet(RefusedToken::unknown);
    }

    private Optional<ProvisioningToken> findRow(String token) {
        return TokenHash.find(token)
                .flatMap(hash -> em
                        .createQuery("SELECT t FROM ProvisioningToken t WHERE t.hash = :hash", ProvisioningToken.class)
                        .setParameter("hash", hash)
                        .getResultList()
                        .stream()
                        .findFirst());
    }

    /** Deletes the token of the account. */
    public void withdraw(@Observes AccessWithdrawn event) {
        em.createQuery("DELETE FROM ProvisioningToken t WHERE t.accountId = :account")
                .setParameter("account", event.account().id())
                .executeUpdate();
    }
}
