package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.sipprovisioning.fault.UnknownHost;
import org.sipprovisioning.request.Authority;
import org.sipprovisioning.request.RequestTarget;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceCatalog;

/**
 * Finds the space that a request is for, and the origin of the absolute URLs in the answer: {@code provisioning.public-url}, or the
 * request's host if the server answers for it. A URL with any other Host header would send the phone to a host of an attacker's choice.
 */
@RequestScoped
public class Origins {
    @Inject
    RequestTarget target;

    @Inject
    Settings settings;

    @Inject
    SpaceCatalog spaces;

    /** Returns the space that has the request's host, otherwise the default space. */
    Space space() {
        return spaces.answeringFor(target.authority().map(Authority::host));
    }

    /**
     * Returns the origin of the URLs of a space.
     *
     * @throws UnknownHost if URLs take the request's host, and the server does not answer for this host
     */
    Origin of(Space space) {
        return settings.publicUrl().map(url -> configured(url, space)).orElseGet(this::requested);
    }

    /**
     * Refuses a request that no URL could be made for.
     *
     * @throws UnknownHost as {@link #of}
     */
    public void requireKnownHost() {
        if (settings.publicUrl().isEmpty()) {
            requested();
        }
    }

    /** Whether the pages of this origin (RFC 6454) are the application's. */
    boolean isOwn(String origin) {
        Optional<Authority> authority = target.authority();
        return authority
                        .map(this::origin)
                        .filter(own -> own.serialized().equals(origin))
                        .isPresent()
                || settings.publicUrl().isPresent() && of(space()).serialized().equals(origin);
    }

    private Origin configured(URI url, Space space) {
        boolean isDefault = space.domain().equals(settings.defaultSpace());
        return Origin.of(url.getScheme(), isDefault ? url.getHost() : space.host(), url.getPort(), url.getRawPath());
    }

    private Origin requested() {
        return target.authority().filter(this::isKnown).map(this::origin).orElseThrow(UnknownHost::new);
    }

    private Origin origin(Authority authority) {
        return Origin.of(target.scheme(), authority.host(), authority.port(), target.contextPath());
    }

    private boolean isKnown(Authority authority) {
        return authority.isLoopback()
                || settings.allowedHosts().contains(authority.host())
                || spaces.byHost(authority.host()).isPresent();
    }
}
