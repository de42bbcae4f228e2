package dev.rialto.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses on the open internet from those of this machine, of a private network or of a cloud's own services. */
public final class PublicAddress {
    private static final int IPV4_BYTES = 4;

    /** Everything of IPv4 that is not handed out to hosts on the internet, and the wire server of one cloud that is. */
    private static final List<Range> CLOSED_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All that is handed out of IPv6: translated and mapped addresses, local ones and multicast are outside of it. */
    private static final Range OPEN_IPV6 = range("2000::/3");

    /** Within it: protocol assignments with Teredo, documentation, and IPv4 in the clothes of 6to4. */
    private static final List<Range> CLOSED_IPV6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    /** Is it a host's own address on the open internet? */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return CLOSED_IPV4.stream().noneMatch(range -> range.holds(bytes));
        }
        return OPEN_IPV6.holds(bytes) && CLOSED_IPV6.stream().noneMatch(range -> range.holds(bytes));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(PublicAddress::range).toList();
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        try {
            return new Range(
                    InetAddress.getByName(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(text + " is no range", e);
        }
    }

    private static final class Range {
        private final byte[] start;
        private final int bits;

        Range(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
