package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.fault.MalformedRequest;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.TooManyRequests;
import org.sipprovisioning.token.TokenGuard;

/**
 * Builds the URL under which a phone uses a token. It carries the query of the request, because hooks and templates may read the
 * parameters. Building a URL leaves the token as it is.
 */
@RequestScoped
public class TokenUrls {
    @Inject
    TokenGuard guard;

    @Inject
    Origins origins;

    @Inject
    PhoneRequest phone;

    /**
     * Returns the URL of a provisioning token.
     *
     * @param without names of parameters that the URL does not carry
     * @throws NotFound if the token is unknown, used, expired or withdrawn
     * @throws TooManyRequests if this client has tried too many such tokens
     * @throws MalformedRequest if the query is too long for a QR code
     */
    String provisioning(String token, String... without) {
        Account account = guard.holder(token);
        return origins.of(account.space()).provisioning(new Secret(token), query(Set.of(without)));
    }

    /**
     * Returns the URL of an auth token that is attached to an account.
     *
     * @throws NotFound as {@link #provisioning}, and if the token is not attached
     */
    String authToken(String token) {
        Account account = guard.authTokenHolder(token);
        return origins.of(account.space()).authToken(new Secret(token), query(Set.of()));
    }

    private String query(Set<String> without) {
        Set<String> unsaid = new HashSet<>(without);
        unsaid.add(PhoneRequest.RESET_PASSWORD);
        String rest = phone.queryWithout(unsaid);
        if (!phone.asksForReset()) {
            return rest;
        }
        return PhoneRequest.RESET_PASSWORD + (rest.isEmpty() ? "" : "&" + rest);
    }
}
