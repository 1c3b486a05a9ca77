package org.sipprovisioning.space;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sipprovisioning.settings.HostName;
import org.sipprovisioning.settings.Port;

/**
 * The address at which a phone finds a registrar or an outbound proxy: {@code host[:port]} or a SIP URI (RFC 3261 §25.1), also in angle
 * brackets. It has no user part (RFC 3261 §10.2) and no headers.
 */
public final class SipServer {
    private static final String TOKEN = "[a-zA-Z0-9.!%*_+`'~-]+";
    private static final String PARAM_CHARS = "(?:[a-zA-Z0-9\\[\\]/:&+$_.!~*'()-]|%[0-9a-fA-F]{2})++";
    private static final Pattern PARAMETERS = Pattern.compile("(?:;" + PARAM_CHARS + "(?:=" + PARAM_CHARS + ")?)*+");
    private static final Pattern TRANSPORT = Pattern.compile("transport=" + TOKEN);

    /** Finds the parts only: {@link HostName} then checks the host, and {@link Port} the port. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?<scheme>sips?):)?(?<host>\\[[^\\]]*]|[^:;?\\[\\]@]+)(?::(?<port>[0-9]{1,5}))?(?<parameters>;.*)?",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_LENGTH = 1_024;

    private final String scheme;
    private final String hostPort;
    private final String parameters;

    private SipServer(String scheme, String hostPort, String parameters) {
        this.scheme = scheme;
        this.hostPort = hostPort;
        this.parameters = parameters;
    }

    /** @throws IllegalArgumentException with the reason, if the text is not such an address */
    public static SipServer parse(String text) {
        boolean bracketed = text.startsWith("<") && text.endsWith(">");
        Matcher address = ADDRESS.matcher(bracketed ? text.substring(1, text.length() - 1) : text);
        if (text.length() > MAX_LENGTH || !address.matches()) {
            throw new IllegalArgumentException("must be host[:port] or a SIP URI without user part and headers");
        }
        String scheme = address.group("scheme") == null
                ? "sip"
                : address.group("scheme").toLowerCase(Locale.ROOT);
        String host = HostName.parse(address.group("host"));
        return new SipServer(scheme, host + port(address.group("port")), parameters(address.group("parameters")));
    }

    /**
     * Returns the address as the linphonerc has it, {@code <sip:host[:port];transport=…>}.
     *
     * @param defaultTransport the transport, unless the address names one or has the scheme {@code sips}
     */
    public String uri(String defaultTransport) {
        boolean transportKnown = "sips".equals(scheme) || split(parameters).anyMatch(SipServer::isTransport);
        String transport = transportKnown ? "" : ";transport=" + defaultTransport;
        return '<' + scheme + ':' + hostPort + transport + parameters + '>';
    }

    /** Whether the address is this domain without port and parameters. The scheme does not count. */
    public boolean isJust(String domain) {
        return hostPort.equals(domain) && parameters.isEmpty();
    }

    private static String port(String port) {
        if (port == null) {
            return "";
        }
        return ":" + Port.find(port).orElseThrow(() -> new IllegalArgumentException(Port.REASON));
    }

    private static String parameters(String parameters) {
        if (parameters == null) {
            return "";
        }
        if (!PARAMETERS.matcher(parameters).matches()) {
            throw new IllegalArgumentException("must have URI parameters as in RFC 3261");
        }
        List<String> names =
                split(parameters).map(parameter -> parameter.split("=", 2)[0]).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException("must have each URI parameter once");
        }
        if (names.contains("transport") && split(parameters).noneMatch(SipServer::isTransport)) {
            throw new IllegalArgumentException("must have a transport such as ;transport=tls");
        }
        return parameters;
    }

    private static boolean isTransport(String parameter) {
        return TRANSPORT.matcher(parameter).matches();
    }

    /** Returns the parameters in lower case: names and transports are compared without regard to case (RFC 3261 §19.1.4). */
    private static Stream<String> split(String parameters) {
        return Arrays.stream(parameters.toLowerCase(Locale.ROOT).split(";")).skip(1);
    }
}
