package dev.rialto.message;

import java.util.UUID;

/**
 * A mail claimed for sending.
 *
 * @param attempts tries so far, this one included
 */
public record MailInHand(
        UUID id, int attempts, String fromName, String recipient, String subject, String textBody, String htmlBody) {}
