package org.sipprovisioning.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A device without an account, whose user is logged in on another device. It makes auth tokens from an address of its
 * own, because the server limits tokens by address.
 */
public record NewDevice(String address) {
    private static final String TOKENS = "/api/accounts/auth_token";

    /** Returns a device at a random address below 127.0.0.0/8, so that tests do not share a limit. */
    public static NewDevice somewhere() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new NewDevice(
                "127.%d.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(256), random.nextInt(1, 255)));
    }

    public RawHttp.Answer post() {
        return post("");
    }

    private RawHttp.Answer post(String headers) {
        return Server.suite()
                .raw()
                .from(address)
                .send("POST " + TOKENS + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n" + headers
                        + "Connection: close\r\n\r\n");
    }

    /** Makes a fresh auth token, which is attached to no account. */
    public String token() {
        return token(post());
    }

    /** Does the same as {@link #token()}, with this {@code User-Agent}, or without one for null. */
    public String tokenAs(String userAgent) {
        return token(post(userAgent == null ? "" : "User-Agent: " + userAgent + "\r\n"));
    }

    private static String token(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).matches("\\{\"token\":\"[A-Za-z0-9_-]{22}\"}");
        return answer.text().substring(10, 32);
    }

    public String tokenOf(Api user) {
        String token = token();
        attach("POST", token, user).is(200);
        return token;
    }

    public static Api.Answer attach(String method, String token, Api user) {
        return user.call(method, TOKENS + "/" + token + "/attach");
    }
}
