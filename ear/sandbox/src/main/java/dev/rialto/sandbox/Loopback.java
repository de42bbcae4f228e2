package dev.rialto.sandbox;

import java.net.URI;
import java.util.Optional;

/** Names under {@code .localhost} are this machine (RFC 6761), which not every resolver knows. */
final class Loopback {
    /** The system property that lets the HTTP client send a Host header of our own. */
    static final String ALLOW_HOST_HEADER = "jdk.httpclient.allowRestrictedHeaders";

    private Loopback() {}

    private static boolean isNamed(URI address) {
        return address.getHost() != null && address.getHost().endsWith(".localhost");
    }

    /** The address to connect to. */
    static URI reachable(URI address) {
        if (!isNamed(address)) {
            return address;
        }
        int port = address.getPort() < 0 ? ("https".equals(address.getScheme()) ? 443 : 80) : address.getPort();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(address.getScheme() + "://127.0.0.1:" + port + address.getRawPath() + query);
    }

    /** The host that is meant, when it is not the one connected to. */
    static Optional<String> hostHeader(URI address) {
        return isNamed(address) ? Optional.of(address.getRawAuthority()) : Optional.empty();
    }
}
