package org.sipprovisioning.security.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSHeader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.space.PublicKeyPem;
import org.sipprovisioning.space.SingleSignOn;

/** Finds the keys with which issuers sign their tokens. Each node keeps the fetched keys for itself, for a while. */
@ApplicationScoped
public class SigningKeys {
    private static final long MAX_KEPT = 1_000;

    @Inject
    Settings settings;

    private final Cache<URI, RemoteKeys> remote =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();
    private final Cache<String, PublicKey> given =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    /** Returns the keys that may have signed a token with this header: the configured key, or the fetched ones. */
    public List<PublicKey> of(SingleSignOn signOn, JWSHeader header) {
        return signOn.publicKey()
                .map(pem -> List.of(given.get(pem, PublicKeyPem::parse)))
                .or(() -> signOn.jwksUrl()
                        .map(url -> remote.get(url, this::remoteKeys).matching(header)))
                .orElse(List.of());
    }

    private RemoteKeys remoteKeys(URI url) {
        GuardedConnections connections = new GuardedConnections(settings.oidcAllowPrivate());
        return new RemoteKeys(new JwksFetch(url, connections)::fetch, Clock.systemUTC());
    }
}
