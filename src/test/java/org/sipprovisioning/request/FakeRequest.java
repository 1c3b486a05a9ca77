package org.sipprovisioning.request;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sipprovisioning.settings.Settings;

/** A request that has the headers a test gives it. Every other call of it fails. */
public final class FakeRequest {
    private record Header(String name, String value) {}

    private final List<Header> headers = new ArrayList<>();
    private String remoteAddress = "203.0.113.9";
    private String scheme = "http";
    private String query;

    public static FakeRequest to(String host) {
        return new FakeRequest().with("Host", host);
    }

    /** Adds a header line. The lines keep the order of the calls. */
    public FakeRequest with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    public FakeRequest from(String address) {
        remoteAddress = address;
        return this;
    }

    public FakeRequest over(String newScheme) {
        scheme = newScheme;
        return this;
    }

    /** Sets the query as it stands in the request line, without the question mark. */
    public FakeRequest asking(String newQuery) {
        query = newQuery;
        return this;
    }

    public HttpServletRequest build() {
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
                    case "getMethod" -> "GET";
                    case "getRequestURI" -> "/";
                    case "getQueryString" -> query;
                    case "getAttribute" -> null;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    /** Returns the target of this request as the application sees it. */
    public RequestTarget target(Settings settings) {
        RequestTarget target = new RequestTarget();
        target.request = build();
        target.settings = settings;
        target.ignored = new IgnoredForwarding();
        return target;
    }

    private List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }
}
