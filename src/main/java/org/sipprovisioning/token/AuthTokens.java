package org.sipprovisioning.token;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.account.AccessWithdrawn;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.account.CredentialsReplaced;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.audit.Reason;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.settings.Settings;

/** Issues, attaches, consumes and withdraws auth tokens. Attaching and consuming are conditional updates, so that each happens once. */
@Stateless
@PermitAll
public class AuthTokens {
    private static final String IS_LIVE = "t.hash = :hash AND t.usedAt IS NULL AND t.expiresAt > :now";
    private static final String IS_ATTACHED = IS_LIVE + " AND t.accountId IS NOT NULL";

    @Resource
    SessionContext context;

    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail trail;

    @Inject
    RequestTarget target;

    @Inject
    Settings settings;

    /** @throws NotFound if {@code provisioning.auth-token} is false: a token is then as unknown, and a route as if it did not exist */
    public void requireSwitchedOn() {
        if (!settings.authTokens()) {
            throw new NotFound();
        }
    }

    /** Issues a new token, which belongs to no account yet, to the client of the request. */
    public Secret issue() {
        Secret secret = Secret.random(TokenHash.BITS);
        em.persist(new AuthToken(secret, Requester.of(target)));
        trail.note(AuditEvent.of(AuditEvent.Type.AUTH_TOKEN_ISSUED));
        return secret;
    }

    /**
     * Attaches a token to the caller's account, and returns the client that had requested the token.
     *
     * @throws NotFound if the token is unknown, expired or attached already, or the caller's account is not served
     */
    @RolesAllowed("user")
    public Requester attach(String token) {
        String hash = hash(token);
        Account caller = accounts.find(context.getCallerPrincipal())
                .filter(Account::isServed)
                .orElseThrow(NotFound::new);
        int attached = em.createQuery(
                        "UPDATE AuthToken t SET t.accountId = :account WHERE " + IS_LIVE + " AND t.accountId IS NULL")
                .setParameter("account", caller.id())
                .setParameter("hash", hash)
                .setParameter("now", Instant.now())
                .executeUpdate();
        if (attached != 1) {
            throw new NotFound();
        }
        Requester requester = em.find(AuthToken.class, hash).requester();
        AuditEvent event = caller.undergoes(AuditEvent.Type.AUTH_TOKEN_ATTACHED);
        trail.note(requester.text().map(event::saying).orElse(event));
        return requester;
    }

    /**
     * Uses an attached token up, as {@link ProvisioningTokens#consume} does, and returns its account.
     *
     * @throws NotFound if the token is unknown, not attached, used, withdrawn or expired, or its account is not served
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Account consume(String token) {
        String hash = hash(token);
        int consumed = em.createQuery("UPDATE AuthToken t SET t.usedAt = :now WHERE " + IS_ATTACHED)
                .setParameter("now", Instant.now())
                .setParameter("hash", hash)
                .executeUpdate();
        if (consumed != 1) {
            throw new NotFound();
        }
        Account account = holder(token).filter(Account::isServed).orElseThrow(NotFound::new);
        trail.note(account.undergoes(AuditEvent.Type.AUTH_TOKEN_CONSUMED));
        return account;
    }

    /**
     * Returns the account of a token that could be consumed now. Changes nothing.
     *
     * @throws NotFound if the token could not be consumed
     */
    public Account requireLive(String token) {
        String hash = hash(token);
        return em
                .createQuery("SELECT t FROM AuthToken t WHERE " + IS_ATTACHED, AuthToken.class)
                .setParameter("now", Instant.now())
                .setParameter("hash", hash)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(found -> accounts.find(found.accountId()))
                .filter(Account::isServed)
                .orElseThrow(NotFound::new);
    }

    /** Finds out why a token was refused, and whose it is. A token that is unknown or not attached has no account. */
    public RefusedToken refused(String token) {
        if (!settings.authTokens()) {
            return new RefusedToken(holder(token), Optional.of(Reason.SWITCHED_OFF));
        }
        return findRow(token)
                .map(found -> RefusedToken.of(found.fault(), holder(token)))
                .orElseGet(RefusedToken::unknown);
    }

    private Optional<Account> holder(String token) {
        return findRow(token)
                .flatMap(found -> Optional.ofNullable(found.accountId()))
                .flatMap(accounts::find);
    }

    private Optional<AuthToken> findRow(String token) {
        return TokenHash.find(token).flatMap(hash -> Optional.ofNullable(em.find(AuthToken.class, hash)));
    }

    /** Deletes the tokens of the account. */
    public void withdraw(@Observes AccessWithdrawn event) {
        removeOf(event.account());
    }

    /** Deletes the tokens of the account. */
    public void withdraw(@Observes CredentialsReplaced event) {
        removeOf(event.account());
    }

    /**
     * Deletes expired tokens.
     *
     * @return how many were found; {@code most} if there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sweep(int most) {
        List<String> expired = em.createQuery(
                        "SELECT t.hash FROM AuthToken t WHERE t.expiresAt < :now ORDER BY t.expiresAt", String.class)
                .setParameter("now", Instant.now())
                .setMaxResults(most)
                .getResultList();
        if (!expired.isEmpty()) {
            em.createQuery("DELETE FROM AuthToken t WHERE t.hash IN :expired")
                    .setParameter("expired", expired)
                    .executeUpdate();
        }
        return expired.size();
    }

    private String hash(String token) {
        requireSwitchedOn();
        return TokenHash.get(token);
    }

    private void removeOf(Account account) {
        em.createQuery("DELETE FROM AuthToken t WHERE t.accountId = :account")
                .setParameter("account", account.id())
                .executeUpdate();
    }
}
