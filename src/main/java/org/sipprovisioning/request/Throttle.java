package org.sipprovisioning.request;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.settings.Settings;

/**
 * Slows down clients that guess credentials or tokens. Counts failures by client address and, for logins, also by client address and
 * claimed name, so that a client at another address is never refused for them. Does not count successes, so that an office behind one
 * address is not slowed down. Of public POST requests, it counts all.
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
     * Refuses a login before its credential is checked.
     *
     * @param name the name that the client claims, if the credential has one
     * @throws TooManyRequests after too many failed logins
     */
    public void requireLoginAllowed(Optional<String> name) {
        logins.require(network());
        name.ifPresent(claimed -> loginsPerName.require(keyOf(claimed)));
    }

    /** Counts a login whose credential was wrong. */
    public void loginFailed(Optional<String> name) {
        logins.count(network());
        name.ifPresent(claimed -> loginsPerName.count(keyOf(claimed)));
    }

    /** @throws TooManyRequests after too many look-ups of invalid tokens */
    public void requireTokenLookupAllowed() {
        tokenLookups.require(network());
    }

    /** Counts a look-up of an invalid token. */
    public void tokenLookupFailed() {
        tokenLookups.count(network());
    }

    /**
     * Counts a POST that needs no login.
     *
     * @throws TooManyRequests beyond the limit
     */
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
