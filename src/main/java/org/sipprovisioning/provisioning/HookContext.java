package org.sipprovisioning.provisioning;

import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.Request;
import org.sipprovisioning.space.DigestAlgorithm;
import org.sipprovisioning.space.Space;

/** Makes the context that hooks get: copies of the server's data, as types of the hooks' own package. */
final class HookContext {

    private HookContext() {}

    static Context of(Space space, Optional<Account> account, PhoneRequest request) {
        return new Context(
                account.map(HookContext::account),
                new org.sipprovisioning.hook.Space(
                        space.domain(),
                        space.host(),
                        space.name(),
                        space.realm(),
                        space.algorithm().token()),
                new Request(request.parameters(), request.headers()),
                account.flatMap(present -> present.credentials().ha1(space.algorithm()))
                        .map(ha1 -> space.algorithm())
                        .map(DigestAlgorithm::token));
    }

    private static org.sipprovisioning.hook.Account account(Account account) {
        return new org.sipprovisioning.hook.Account(
                account.username(),
                account.space().domain(),
                account.displayName(),
                account.email(),
                account.phone(),
                account.isActivated(),
                account.dictionary());
    }
}
