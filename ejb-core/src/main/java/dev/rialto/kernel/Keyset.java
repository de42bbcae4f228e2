package dev.rialto.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended in a list that is ordered by a time and an id, newest first. As text it is opaque to those who pass it
 * back.
 *
 * @param at the time of the last row; null, with the id, before the first page
 */
public record Keyset(@Nullable Instant at, @Nullable UUID id) {

    public static String after(Instant at, UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what {@link #after} wrote; null stands for the first page.
     *
     * @throws DomainException the refusal, naming the cursor
     */
    public static Keyset read(@Nullable String text, ErrorCode refusal) {
        if (text == null) {
            return new Keyset(null, null);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            return new Keyset(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            DomainException refused = refusal.because("cursor", "invalid");
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
