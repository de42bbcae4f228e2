package dev.rialto.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that somebody else chose and the mall is to call, taken apart strictly: what could be read in two ways is
 * refused rather than guessed.
 *
 * @param host in lower case, without brackets
 * @param path with the query; at least {@code /}
 * @param literal the address itself, when the host is one
 */
record OutgoingTarget(String scheme, String host, int port, String path, Optional<InetAddress> literal) {
    private static final int LONGEST = 2000;
    private static final int LONGEST_HOST = 253;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]+");
    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");

    /** A last label of digits, or of hexadecimal ones, is a number in disguise and not a name. */
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    /** What is wrong with an address. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String code) {
            super(code);
        }

        String code() {
            return String.valueOf(getMessage());
        }
    }

    static OutgoingTarget parse(String text) throws Malformed {
        if (text.length() > LONGEST) {
            throw new Malformed("too_long");
        }
        if (!PRINTABLE.matcher(text).matches()) {
            throw new Malformed("address_invalid");
        }
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Malformed("https_only");
        }
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw new Malformed("credentials_in_address");
        }
        if (uri.getHost() == null || uri.getRawFragment() != null) {
            throw new Malformed("address_invalid");
        }
        return of(uri, scheme);
    }

    private static OutgoingTarget of(URI uri, String scheme) throws Malformed {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        if (port < 1 || port > 65_535) {
            throw new Malformed("address_invalid");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String whole = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        Optional<InetAddress> literal = literal(host);
        if (literal.isEmpty()) {
            requireName(host);
        }
        return new OutgoingTarget(scheme, host.replaceAll("[\\[\\]]", ""), port, whole, literal);
    }

    private static URI uri(String text) throws Malformed {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Malformed("address_invalid");
        }
    }

    /** Only plain digits reach the resolver here, so that no name is looked up. */
    private static Optional<InetAddress> literal(String host) throws Malformed {
        boolean six = host.startsWith("[") && host.endsWith("]");
        String inner = six ? host.substring(1, host.length() - 1) : host;
        if (six ? !IPV6.matcher(inner).matches() : !IPV4.matcher(inner).matches()) {
            if (six) {
                throw new Malformed("host_invalid");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(inner));
        } catch (java.net.UnknownHostException e) {
            throw new Malformed("host_invalid");
        }
    }

    private static void requireName(String host) throws Malformed {
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new Malformed("host_invalid");
            }
        }
        if (host.length() > LONGEST_HOST
                || NUMBER.matcher(labels[labels.length - 1]).matches()) {
            throw new Malformed("host_invalid");
        }
    }
}
