package dev.rialto.node.start;

import java.net.URI;

/** Names below {@code .localhost} mean this machine (RFC 6761), also where the resolver does not know them. */
public final class Loopback {
    private static final String ZONE = ".localhost";

    private Loopback() {}

    /** Must the host be named in a header, because its name is not asked for? */
    public static boolean isMeantBy(URI address) {
        return address.getHost().endsWith(ZONE);
    }

    /** The address to connect to. */
    public static String reachable(URI address) {
        return isMeantBy(address)
                ? address.toString().replaceFirst(java.util.regex.Pattern.quote(address.getHost()), "127.0.0.1")
                : address.toString();
    }
}
