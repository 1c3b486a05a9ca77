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
 * Which space a request is for, and what the absolute URLs of its answer begin with: {@code provisioning.public-url}, or the
 * request's own host where we answer for it. A URL made of any other Host header would send a phone to whoever made it up.
 */
@RequestScoped
public class Origins {
    @Inject
    RequestTarget target;

    @Inject
    Settings settings;

    @Inject
    SpaceCatalog spaces;

    /** The space whose host was asked, else the default one. */
    Space space() {
        return spaces.answeringFor(target.authority().map(Authority::host));
    }

    /** @throws UnknownHost where URLs are made of the request's host, and we do not answer for that */
    Origin of(Space space) {
        return settings.publicUrl().map(url -> configured(url, space)).orElseGet(this::requested);
    }

    /** @throws UnknownHost as {@link #of} */
    public void requireKnownHost() {
        if (settings.publicUrl().isEmpty()) {
            requested();
        }
    }

    /** Whether a page of this origin (RFC 6454) is one of ours. */
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
