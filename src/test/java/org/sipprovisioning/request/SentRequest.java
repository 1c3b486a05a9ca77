package org.sipprovisioning.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;

/** Requests with a body that is all there. */
final class SentRequest {

    private SentRequest() {}

    /** @param caller the name of the caller; empty for a request without a login */
    static HttpServletRequest of(Optional<String> caller, byte[] body) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                SentRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUserPrincipal" ->
                        caller.map(name -> (Principal) () -> name).orElse(null);
                    case "getContentLengthLong" -> (long) body.length;
                    case "getAttribute" -> body(new ByteArrayInputStream(body));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    static SentBody body(InputStream stream) {
        return new SentBody() {
            @Override
            public int read(byte[] buffer, Duration patience) throws IOException {
                return stream.read(buffer);
            }

            @Override
            public void giveUp() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
