package org.sipprovisioning.hook;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A SIP user, {@code sip:username@domain}.
 *
 * @param username raw, not escaped as in a URI
 * @param activated whether it was before this request
 * @param dictionary what the operator keeps with the account, by key
 */
public record Account(
        String username,
        String domain,
        Optional<String> displayName,
        Optional<String> email,
        Optional<String> phone,
        boolean activated,
        Map<String, String> dictionary) {

    public Account {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(phone, "phone");
        dictionary = Map.copyOf(dictionary);
    }
}
