package org.example.provisioning;

import java.util.List;
import java.util.Optional;
import org.sipprovisioning.hook.Account;
import org.sipprovisioning.hook.Context;
import org.sipprovisioning.hook.ProvisioningHook;
import org.sipprovisioning.hook.Section;

/** Shows each of the three ways to complete a phone's document. It keeps nothing, as many threads ask it at once. */
public final class ExampleHook implements ProvisioningHook {
    private static final int MIN_EXPIRES = 60;
    private static final int MAX_EXPIRES = 86_400;

    /**
     * {@code ?expires=600}: how many seconds a registration lives. Whoever makes the URL chooses the parameters, so only a plain number
     * within bounds gets through, and a key that says where calls go would be a bad choice.
     */
    @Override
    public Section completeProxy(Context context, Section proxy) {
        return context.request()
                .parameter("expires")
                .filter(ExampleHook::isLifetime)
                .map(seconds -> proxy.with("reg_expires", seconds))
                .orElse(proxy);
    }

    /**
     * The account's dictionary may name the user to log in as ({@code sip_userid}), where the SIP server knows it by another name. The
     * credentials of its external account and of its address books stay as they are.
     */
    @Override
    public Section completeAuthInfo(Context context, Section authInfo) {
        return context.account()
                .filter(account -> isOwn(authInfo, account, context))
                .map(account -> account.dictionary().get("sip_userid"))
                .map(userid -> authInfo.with("userid", userid))
                .orElse(authInfo);
    }

    /** A section for our own app: every phone learns its domain, and an account's phone its site. */
    @Override
    public List<Section> addSections(Context context) {
        Section app = Section.of("app").with("domain", context.space().domain());
        Optional<String> site =
                context.account().map(account -> account.dictionary().get("site"));
        return List.of(site.map(name -> app.with("site", name)).orElse(app));
    }

    private static boolean isLifetime(String text) {
        if (!text.matches("[1-9][0-9]{1,4}")) {
            return false;
        }
        int seconds = Integer.parseInt(text);
        return seconds >= MIN_EXPIRES && seconds <= MAX_EXPIRES;
    }

    /** No two credentials of a document have the same user name and realm. */
    private static boolean isOwn(Section authInfo, Account account, Context context) {
        return authInfo.find("username").equals(Optional.of(account.username()))
                && authInfo.find("realm").equals(Optional.of(context.space().realm()));
    }
}
