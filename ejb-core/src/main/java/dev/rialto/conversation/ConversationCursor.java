package dev.rialto.conversation;

import dev.rialto.kernel.DomainException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the list ended. */
record ConversationCursor(@Nullable Instant at, @Nullable UUID id) {
    static ConversationCursor of(ConversationSummary last) {
        return new ConversationCursor(last.lastAt(), last.id());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    static ConversationCursor read(@Nullable String text) {
        if (text == null) {
            return new ConversationCursor(null, null);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            return new ConversationCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            DomainException refused =
                    new DomainException(ConversationError.CONVERSATION_FILTER_INVALID, "cursor", "malformed");
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
