package org.sipprovisioning.provisioning;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A request with the headers that it is given; whatever else is asked of it fails. */
final class FakeRequest {
    private record Header(String name, String value) {}

    private final List<Header> headers = new ArrayList<>();
    private String remoteAddress = "203.0.113.9";
    private String scheme = "http";

    static FakeRequest to(String host) {
        return new FakeRequest().with("Host", host);
    }

    /** Lines, in the order of a request. */
    FakeRequest with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    FakeRequest from(String address) {
        remoteAddress = address;
        return this;
    }

    FakeRequest over(String newScheme) {
        scheme = newScheme;
        return this;
    }

    HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" ->
                        values((String) arguments[0]).stream().findFirst().orElse(null);
                    case "getHeaders" -> Collections.enumeration(values((String) arguments[0]));
                    case "getHeaderNames" ->
                        Collections.enumeration(
                                headers.stream().map(Header::name).toList());
                    case "getRemoteAddr" -> remoteAddress;
                    case "getScheme" -> scheme;
                    case "getServerName" -> "server.internal";
                    case "getContextPath" -> "";
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }
}
