package org.sipprovisioning.request;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.settings.Settings;

/**
 * Slows down those who guess. Counted are failures, by client address and, for logins, by the name that was claimed as well: whoever
 * comes from elsewhere is never refused for it. What is right is not counted, so an office behind one address is not slowed down.
 */
@ApplicationScoped
public class Throttle {
    @Inject
    Settings settings;

    @Inject
    RequestTarget target;

    private Limit logins;
    private Limit loginsPerName;
    private Limit tokenLookups;
    private Limit publicPosts;

    @PostConstruct
    void setUp() {
        logins = new Limit(settings.limits().failedLogins());
        loginsPerName = new Limit(settings.limits().failedLoginsPerName());
        tokenLookups = new Limit(settings.limits().failedTokenLookups());
        publicPosts = new Limit(settings.limits().publicPosts());
    }

    /**
     * Before a credential is looked at.
     *
     * @param name who the caller claims to be, if they do
     * @throws TooManyRequests after too many that were wrong
     */
    public void requireLoginAllowed(Optional<String> name) {
        logins.require(network());
        name.ifPresent(claimed -> loginsPerName.require(keyOf(claimed)));
    }

    /** A credential was wrong. */
    public void loginFailed(Optional<String> name) {
        logins.count(network());
        name.ifPresent(claimed -> loginsPerName.count(keyOf(claimed)));
    }

    /** @throws TooManyRequests after too many look-ups of tokens that are not good */
    public void requireTokenLookupAllowed() {
        tokenLookups.require(network());
    }

    /** A token was not good. */
    public void tokenLookupFailed() {
        tokenLookups.count(network());
    }

    /** @throws TooManyRequests beyond the limit of what somebody who is nobody may make */
    public void countPublicPost() {
        if (!publicPosts.count(network())) {
            publicPosts.require(network());
        }
    }

    private String keyOf(String name) {
        return network() + ' ' + name;
    }

    private String network() {
        return target.client().network();
    }
}
