package org.sipprovisioning.account;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sipprovisioning.audit.AuditEvent;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.Conflict;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.request.Fields;
import org.sipprovisioning.request.Page;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.Spaces;

/**
 * Creates, reads, changes and deletes accounts for admins. An admin manages the accounts of the own space, a super admin all accounts. An
 * account that the admin does not manage is not found.
 */
@Stateless
@RolesAllowed("admin")
public class AccountService {
    @Resource
    SessionContext context;

    @Inject
    Accounts accounts;

    @Inject
    AccountList list;

    @Inject
    Spaces spaces;

    @Inject
    AccountLife life;

    @Inject
    AuditTrail trail;

    /**
     * Creates an account in the space that is named, or in the caller's.
     *
     * @throws InvalidInput if a field is wrong or missing, the space is unknown or the user name is taken
     * @throws Forbidden if a caller who is not a super admin names another domain
     * @throws Conflict if the space has as many accounts as it may have
     */
    public Account create(Fields sent) {
        sent.require("username", "password");
        AccountFields fields = new AccountFields(sent);
        Caller caller = caller();
        Space space = space(caller.domainFor(fields.domain()), sent);
        Account account = new Account(space, fields.username().orElse(null));
        fields.applyTo(account);
        sent.check();
        fields.password().ifPresent(account::setPassword);
        accounts.add(account);
        trail.note(account.undergoes(AuditEvent.Type.ACCOUNT_CREATED));
        return account;
    }

    /** @throws NotFound if the account does not exist or the caller does not manage it */
    public Account get(long id) {
        return visible(caller(), accounts.find(id));
    }

    /**
     * Finds an account by {@code user@domain} or by its SIP URI.
     *
     * @throws NotFound if there is no such account, or the caller does not manage it
     */
    public Account getByAddress(String sip) {
        return visible(caller(), SipAddress.find(sip).flatMap(accounts::find));
    }

    /**
     * Finds the account with the lowest id among those that the caller manages: several accounts may share an e-mail address.
     *
     * @throws NotFound if there is no such account
     */
    public Account getByEmail(String email) {
        return accounts.firstWithEmail(email, managed(caller())).orElseThrow(NotFound::new);
    }

    /** Returns a page of the accounts that the caller manages. */
    public AccountList.Found list(Page page) {
        return list.find(managed(caller()), page);
    }

    /**
     * Changes the fields of an account that are in the request. A new user name or domain needs the password.
     *
     * @throws NotFound if the account does not exist or the caller does not manage it
     * @throws InvalidInput if a field is wrong, the space is unknown, the user name is taken, or another credential of the account has
     *     its user name and realm
     * @throws Forbidden if a caller who is not a super admin names another domain
     * @throws Conflict if the new space has as many accounts as it may have
     */
    public Account update(long id, Fields sent) {
        Caller caller = caller();
        Account account = visible(caller, accounts.find(id));
        sent.keep("username", "domain", "password");
        AccountFields fields = new AccountFields(sent);
        Space space = space(
                caller.domainFor(
                        Optional.of(fields.domain().orElse(account.space().domain()))),
                sent);
        boolean moves = !account.isOf(space)
                || fields.username()
                        .filter(name -> !name.equals(account.username()))
                        .isPresent();
        if (moves && fields.password().isEmpty()) {
            sent.reject("password", "is required with a new username or domain");
        }
        if (sent.isFalse("activated")) {
            life.withdrawAccess(account);
        }
        if (fields.password().isPresent()) {
            life.withdrawCredentials(account);
        }
        fields.applyTo(account);
        sent.check();
        if (moves) {
            move(account, space, fields.username().orElse(account.username()));
        }
        fields.password().ifPresent(password -> life.setPassword(account, password));
        trail.note(account.undergoes(AuditEvent.Type.ACCOUNT_CHANGED));
        return account;
    }

    /** Activates an account, or deactivates it and revokes the access to it. */
    public Account setActivated(long id, boolean activated) {
        Account account = get(id);
        if (!activated) {
            life.withdrawAccess(account);
        }
        account.setActivated(activated);
        trail.note(account.undergoes(AuditEvent.Type.ACCOUNT_CHANGED).saying(activated ? "activated" : "deactivated"));
        return account;
    }

    /** Unblocks an account, or blocks it and revokes the access to it. */
    public Account setBlocked(long id, boolean blocked) {
        Account account = get(id);
        if (blocked) {
            life.withdrawAccess(account);
        }
        account.setBlocked(blocked);
        trail.note(account.undergoes(AuditEvent.Type.ACCOUNT_CHANGED).saying(blocked ? "blocked" : "unblocked"));
        return account;
    }

    public void delete(long id) {
        life.delete(get(id));
    }

    private void move(Account account, Space space, String username) {
        accounts.requireFree(space, username);
        if (!account.isOf(space)) {
            accounts.changePlace(account, space);
            life.leaveSpace(account);
        }
        account.move(space, username);
    }

    private Space space(String domain, Fields sent) {
        return spaces.find(domain).orElseThrow(() -> sent.refusal("domain", "is no space"));
    }

    /** Returns the space that the caller manages; empty if the caller manages all spaces. */
    private static Optional<Space> managed(Caller caller) {
        return caller.isSuper()
                ? Optional.empty()
                : Optional.of(caller.account().space());
    }

    private static Account visible(Caller caller, Optional<Account> found) {
        return found.filter(account -> caller.sees(account.space())).orElseThrow(NotFound::new);
    }

    private Caller caller() {
        return accounts.find(context.getCallerPrincipal())
                .map(account -> new Caller(account, context.isCallerInRole(Roles.SUPER_ADMIN)))
                .orElseThrow(NotFound::new);
    }
}
