package org.sipprovisioning.account.linked;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.AccountService;
import org.sipprovisioning.account.Accounts;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.space.CardDavServer;

/** Creates, changes and removes the credentials of accounts for the CardDAV servers of their space, for admins. */
@Stateless
@RolesAllowed("admin")
public class CardDavCredentialService {
    @Inject
    AccountService accounts;

    @Inject
    Accounts all;

    @Inject
    CardDavCredentials credentials;

    @Inject
    CredentialConflicts conflicts;

    @Inject
    AuditTrail trail;

    /**
     * Creates a credential, or changes the fields that are in the request. Needs the password again if user name, realm or algorithm
     * changes.
     *
     * @throws NotFound if the caller does not manage the account, or the server is not of the account's space
     * @throws InvalidInput if a field is wrong or missing, or another credential of the account has the same user name and realm
     */
    public CardDavCredential put(long accountId, long serverId, Fields sent) {
        Account account = accounts.get(accountId);
        all.lock(account);
        CardDavServer server = credentials.findServer(account, serverId).orElseThrow(NotFound::new);
        CardDavCredential credential = find(account, serverId).orElseGet(() -> new CardDavCredential(account, server));
        new CardDavCredentialFields(sent).applyTo(credential);
        conflicts.refuse(credential);
        if (credential.isNew()) {
            credentials.add(credential);
        }
        note(account, AuditEvent.Type.CARDDAV_CREDENTIAL_CHANGED, serverId);
        return credential;
    }

    /** @throws NotFound if the caller does not manage the account, or there is no such credential */
    public void remove(long accountId, long serverId) {
        Account account = accounts.get(accountId);
        credentials.remove(find(account, serverId).orElseThrow(NotFound::new));
        note(account, AuditEvent.Type.CARDDAV_CREDENTIAL_REMOVED, serverId);
    }

    private Optional<CardDavCredential> find(Account account, long serverId) {
        return credentials.of(account).stream()
                .filter(credential -> credential.serverId() == serverId)
                .findFirst();
    }

    private void note(Account account, AuditEvent.Type type, long serverId) {
        trail.note(account.undergoes(type).saying("CardDAV server " + serverId));
    }
}
