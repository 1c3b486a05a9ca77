package org.sipprovisioning.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;

/** A device whose user is logged in to another one: it makes auth tokens, from an address of its own, as these are counted. */
public record NewDevice(String address) {
    private static final String TOKENS = "/api/accounts/auth_token";

    /** At an address that no other test has. */
    public static NewDevice somewhere() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new NewDevice(
                "127.%d.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(256), random.nextInt(1, 255)));
    }

    public RawHttp.Answer post() {
        return Server.suite()
                .raw()
                .from(address)
                .send("POST " + TOKENS
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** A fresh one, attached to nobody. */
    public String token() {
        RawHttp.Answer answer = post();
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
