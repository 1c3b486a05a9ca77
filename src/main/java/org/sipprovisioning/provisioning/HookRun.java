package org.sipprovisioning.provisioning;

import java.util.Optional;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.lpconfig.DocumentCheck;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.LpConfigXml;
import org.sipprovisioning.provisioning.hooks.HookFailed;
import org.sipprovisioning.provisioning.hooks.Hooks;
import org.sipprovisioning.space.Space;

/**
 * One run of the operator's hooks over a document: first those in Java, then the stylesheets. What each hook makes of the document is
 * checked. If there are no hooks at the start of the run, the document stays as it is.
 */
final class HookRun {
    private final Hooks hooks;
    private final PhoneRequest request;
    private final Optional<DocumentCheck> check;
    private final Optional<Context> context;

    private HookRun(
            Hooks hooks, PhoneRequest request, Space space, Optional<Account> account, Optional<DocumentCheck> check) {
        this.hooks = hooks;
        this.request = request;
        this.check = check;
        this.context = hooks.isEmpty() ? Optional.empty() : Optional.of(HookContext.of(space, account, request));
    }

    /** Starts the run over the base document of a space. */
    static HookRun ofBase(Hooks hooks, PhoneRequest request, Space space) {
        return new HookRun(hooks, request, space, Optional.empty(), Optional.empty());
    }

    /** Starts the run over an account's document. */
    static HookRun ofAccount(Hooks hooks, PhoneRequest request, Account account, DocumentCheck check) {
        return new HookRun(hooks, request, account.space(), Optional.of(account), Optional.of(check));
    }

    /**
     * Runs the hooks in Java.
     *
     * @throws HookFailed if a hook fails, or makes a document that a phone could not use
     * @throws Busy if too many hooks are running
     */
    LpConfig java(LpConfig document) {
        return context.map(told -> hooks.runJava(document, told, this::check)).orElse(document);
    }

    /**
     * Runs the stylesheets, which get the request's parameters too.
     *
     * @throws MalformedRequest if a parameter of the request has a character that no document may hold
     * @throws HookFailed as {@link #java}
     * @throws Busy as {@link #java}
     */
    LpConfig styleSheets(LpConfig document) {
        return context.map(told -> styleSheets(document, told)).orElse(document);
    }

    private LpConfig styleSheets(LpConfig document, Context told) {
        if (hooks.hasStyleSheets()) {
            request.requireDocumentTexts();
        }
        return hooks.runStyleSheets(document, told, this::check);
    }

    private void check(LpConfig completed) {
        LpConfigXml.check(completed);
        check.ifPresent(ofAccount -> ofAccount.require(completed));
    }
}
