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

/** What users do with their own account. */
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

    /** @throws Forbidden where the caller has just been deleted, blocked, or their space has expired */
    public Account get() {
        return accounts.find(context.getCallerPrincipal())
                .filter(Account::isServed)
                .orElseThrow(() -> new Forbidden("The account is blocked, or its space has expired."));
    }

    public void delete() {
        life.delete(get());
    }

    /** @throws InvalidInput naming {@code old_password} where there is one and this is not it */
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
