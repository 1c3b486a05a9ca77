package org.sipprovisioning.account;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.InvalidInput;
import org.sipprovisioning.request.Fields;

/** Reads, changes and deletes the account of the caller. */
@Stateless
@RolesAllowed("user")
public class OwnAccountService {
    private static final String OLD_PASSWORD = "old_password";
    private static final int MAX_PASSWORD = 255;

    @Resource
    SessionContext context;

    @Inject
    Accounts accounts;

    @Inject
    AccountLife life;

    @Inject
    Contacts contacts;

    /**
     * Returns the caller's account.
     *
     * @throws Forbidden if it has just been deleted or blocked, or its space has expired
     */
    public Account get() {
        return accounts.find(context.getCallerPrincipal())
                .filter(Account::isServed)
                .orElseThrow(() -> new Forbidden("The account is blocked, or its space has expired."));
    }

    /** Deletes the caller's account with all that refers to it. */
    public void delete() {
        life.delete(get());
    }

    /**
     * Changes the password. Needs the present one in {@code old_password}, if the account has one.
     *
     * @throws InvalidInput naming {@code old_password} if it is missing or wrong, and {@code password} if it is
     */
    public void changePassword(Fields sent) {
        Account account = get();
        sent.require("password");
        if (!account.credentials().algorithms().isEmpty()) {
            requireOldPassword(account, sent);
        }
        Optional<String> password = AccountFields.password(sent);
        sent.check();
        password.ifPresent(newPassword -> {
            life.withdrawCredentials(account);
            life.setPassword(account, newPassword);
        });
    }

    /** Returns the contacts of the caller's account, in the order of their ids. */
    public List<Account> contacts() {
        return contacts.of(get());
    }

    private static void requireOldPassword(Account account, Fields sent) {
        sent.require(OLD_PASSWORD);
        sent.rawText(OLD_PASSWORD, MAX_PASSWORD)
                .filter(text -> !text.isEmpty() && !account.hasPassword(text))
                .ifPresent(wrong -> sent.reject(OLD_PASSWORD, "is wrong"));
    }
}
