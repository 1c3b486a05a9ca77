package org.sipprovisioning.hook;

import java.util.Objects;

/**
 * A SIP domain with its own configuration.
 *
 * @param host by which it is asked over HTTP
 * @param name as people call it
 * @param realm of its accounts' credentials
 * @param algorithm of its accounts' credentials: {@code MD5} or {@code SHA-256}
 */
public record Space(String domain, String host, String name, String realm, String algorithm) {

    public Space {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(realm, "realm");
        Objects.requireNonNull(algorithm, "algorithm");
    }
}
