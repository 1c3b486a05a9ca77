package org.sipprovisioning.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.sipprovisioning.request.ClientText;
import org.sipprovisioning.request.RequestTarget;

/**
 * The client that has requested an auth token. The user who attaches the token compares it with the device that shows the token, because
 * an attacker may have requested the token instead.
 */
@Embeddable
public class Requester {
    private static final int MAX_ADDRESS = 64;
    private static final int MAX_AGENT = 255;

    @Column(name = "requester_address")
    private String address;

    @Column(name = "requester_agent")
    private String userAgent;

    protected Requester() {}

    private Requester(String address, String userAgent) {
        this.address = address;
        this.userAgent = userAgent;
    }

    /** Returns the client that has sent this request. */
    static Requester of(RequestTarget target) {
        return new Requester(
                ClientText.clean(target.client().text(), MAX_ADDRESS).orElse(null),
                ClientText.clean(target.userAgent(), MAX_AGENT).orElse(null));
    }

    /** Returns a client of which nothing is known. */
    static Requester unknown() {
        return new Requester();
    }

    /** Returns its numeric address. */
    Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** Returns the header {@code User-Agent} of its request. */
    Optional<String> userAgent() {
        return Optional.ofNullable(userAgent);
    }

    /** Returns address and agent in words, for the audit trail; empty if the address is unknown. */
    Optional<String> text() {
        return address()
                .map(from -> "requested from " + from
                        + userAgent().map(agent -> " by " + agent).orElse(""));
    }
}
