package dev.rialto.staff;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses as written in settings: {@code 203.0.113.0/24}, {@code 2001:db8::/32} or one address.
 *
 * @param start the first bytes tell the range
 * @param bits how many bits of them count
 */
public record AddressRange(List<Byte> start, int bits) {
    /** Digits only, so that no name is ever looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    public AddressRange {
        start = List.copyOf(start);
    }

    /**
     * Reads a list separated by commas; an empty text is an empty list.
     *
     * @throws IllegalStateException naming what is no range
     */
    public static List<AddressRange> list(String setting, String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> parse(part)
                        .orElseThrow(() -> new IllegalStateException(
                                setting + " must list addresses or ranges such as 203.0.113.0/24, not " + part)))
                .toList();
    }

    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address = bytes(slash < 0 ? text : text.substring(0, slash));
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (address.isEmpty() || (slash >= 0 && !length.matches("[0-9]{1,3}"))) {
            return Optional.empty();
        }
        int most = address.get().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(length);
        return bits > most ? Optional.empty() : Optional.of(new AddressRange(boxed(address.get()), bits));
    }

    /** Is the address, as a container tells it, within the range? */
    public boolean contains(String address) {
        return bytes(address).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] address) {
        if (address.length != start.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (start.get(bit / 8) & mask)) {
                return false;
            }
        }
        return true;
    }

    /** An IPv4 address in IPv6 clothes comes out as IPv4. */
    private static Optional<byte[]> bytes(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        String unscoped = plain.contains("%") ? plain.substring(0, plain.indexOf('%')) : plain;
        boolean four = unscoped.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        if (!LITERAL.matcher(unscoped).matches() || (!four && !unscoped.contains(":"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(unscoped).getAddress());
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxes = new Byte[bytes.length];
        Arrays.setAll(boxes, place -> bytes[place]);
        return List.of(boxes);
    }
}
