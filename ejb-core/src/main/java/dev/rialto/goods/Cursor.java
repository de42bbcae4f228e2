package dev.rialto.goods;

import dev.rialto.kernel.DomainException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Where a page of a list ended: the sort key and the id of its last row, opaque to those who pass it back. */
record Cursor(List<String> parts) {
    private static final String SEPARATOR = "|";

    static Cursor at(Object... parts) {
        return new Cursor(java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor of so many parts, of which the first names the list.
     *
     * @throws DomainException {@link GoodsError#INVALID_GOODS} naming the cursor
     */
    static Cursor read(String text, String list, int parts) {
        try {
            Cursor cursor = new Cursor(
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1)));
            if (cursor.parts.size() != parts || !cursor.parts.get(0).equals(list)) {
                throw wrong();
            }
            return cursor;
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    long number(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    double decimal(int part) {
        try {
            return Double.parseDouble(parts.get(part));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    Instant instant(int part) {
        try {
            return Instant.parse(parts.get(part));
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    UUID id(int part) {
        try {
            return UUID.fromString(parts.get(part));
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static DomainException wrong() {
        return GoodsError.INVALID_GOODS.because("cursor", "invalid");
    }
}
