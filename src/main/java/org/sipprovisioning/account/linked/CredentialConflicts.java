package org.sipprovisioning.account.linked;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Stream;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Identity;
import org.sipprovisioning.account.IdentityChange;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.space.RealmChange;

/**
 * Refuses credentials that a phone could not keep beside each other: those of an account, of its external account and for CardDAV servers
 * must differ in user name or realm, whichever is set last. The caller has locked the account ({@code Accounts.lock}).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class CredentialConflicts {
    private static final String FIELD = "username";

    @PersistenceContext
    EntityManager em;

    @Inject
    ExternalAccounts externals;

    @Inject
    CardDavCredentials cardDavs;

    /** @throws InvalidInput if another credential of the account has the account's present user name and realm */
    public void identityChanges(@Observes IdentityChange change) {
        Account account = change.account();
        refuse(account.identity(), Stream.concat(ofExternal(account), ofCardDavs(account)));
    }

    /** @throws InvalidInput if the account, or its credential for a CardDAV server, has the same user name and realm */
    public void refuse(ExternalAccount external) {
        Account account = external.account();
        refuse(external.identity(), Stream.concat(Stream.of(account.identity()), ofCardDavs(account)));
    }

    /** @throws InvalidInput if another credential of the account has the same user name and realm */
    public void refuse(CardDavCredential credential) {
        Account account = credential.account();
        Stream<Identity> sip = Stream.concat(Stream.of(account.identity()), ofExternal(account));
        Stream<Identity> others = cardDavs.of(account).stream()
                .filter(other -> !other.isForSameServer(credential))
                .map(CardDavCredential::identity);
        refuse(credential.identity(), Stream.concat(sip, others));
    }

    /**
     * Runs before the observer that wants credentials to be dropped, so that no admin is asked to drop them for a realm that is refused.
     *
     * @throws InvalidInput if an account of the space has another credential with its user name and the new realm
     */
    public void realmChanges(@Observes @Priority(Interceptor.Priority.APPLICATION) RealmChange change) {
        em.createQuery(
                        "SELECT a FROM Account a WHERE a.space = :space AND ("
                                + "EXISTS (SELECT e FROM ExternalAccount e WHERE e.account = a AND e.secret.username = a.username"
                                + " AND COALESCE(e.secret.realm, e.domain) = :realm)"
                                + " OR EXISTS (SELECT c FROM CardDavCredential c WHERE c.account = a"
                                + " AND c.secret.username = a.username AND c.secret.realm = :realm)) ORDER BY a.id",
                        Account.class)
                .setParameter("space", change.space())
                .setParameter("realm", change.newRealm())
                .setMaxResults(1)
                .getResultList()
                .forEach(account -> {
                    throw new InvalidInput(
                            "realm",
                            "must not be that of another credential of " + account.username()
                                    + " with the same username");
                });
    }

    private Stream<Identity> ofExternal(Account account) {
        return externals.of(account).map(ExternalAccount::identity).stream();
    }

    private Stream<Identity> ofCardDavs(Account account) {
        return cardDavs.of(account).stream().map(CardDavCredential::identity);
    }

    private static void refuse(Identity identity, Stream<Identity> others) {
        if (others.anyMatch(identity::equals)) {
            throw new InvalidInput(
                    FIELD,
                    "must not be that of another credential of the account (its own, its external account's, one for a"
                            + " CardDAV server) in realm " + identity.realm());
        }
    }
}
