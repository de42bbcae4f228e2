package dev.rialto.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail claimed for sending.
 *
 * @param attempts tries so far, this one included
 */
public record MailInHand(
        UUID id,
        int attempts,
        String fromName,
        String recipient,
        String subject,
        String textBody,
        String htmlBody,
        @Nullable String unsubscribeAt) {}
