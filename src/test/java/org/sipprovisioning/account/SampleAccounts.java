package org.sipprovisioning.account;

import static org.sipprovisioning.request.Sent.fields;

import org.sipprovisioning.request.Fields;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;

/** Makes accounts as the API and the database do, without either of them. */
public final class SampleAccounts {
    private SampleAccounts() {}

    /** @param json the optional fields, and the password */
    public static Account of(Space space, String username, String json) {
        Account account = SampleSpaces.kept(new Account(space, username), 7);
        account.created();
        Fields sent = fields(json);
        AccountFields fields = new AccountFields(sent);
        fields.applyTo(account);
        sent.check();
        fields.password().ifPresent(account::setPassword);
        return account;
    }

    public static Account blocked(Account account) {
        account.setBlocked(true);
        return account;
    }

    /** Changes the account as linking and unlinking an external account does. */
    public static Account onceWithExternal(Account account) {
        account.linkedExternal();
        return account;
    }
}
