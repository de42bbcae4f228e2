package dev.rialto.message;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param kind what it is about: {@code order_placed}
 * @param tenantId the seller it belongs to; null for the mall's own
 * @param subjectId id of the order, account or other thing it tells about
 * @param fromName the name shown as the sender: the site's
 * @param recipient one address
 * @param unsubscribeAt where one click, or one post, takes back the consent to such mails; null for mails that nobody
 *     can do without
 * @param secrets what stands in the letter as <code>{{name}}</code> and is kept sealed until it is sent
 */
public record OutgoingMail(
        String kind,
        @Nullable UUID tenantId,
        UUID subjectId,
        String fromName,
        String recipient,
        Letter letter,
        @Nullable String unsubscribeAt,
        Map<String, String> secrets) {
    public OutgoingMail {
        secrets = Map.copyOf(secrets);
    }

    /** A mail that says nothing secret. */
    public OutgoingMail(
            String kind,
            @Nullable UUID tenantId,
            UUID subjectId,
            String fromName,
            String recipient,
            Letter letter,
            @Nullable String unsubscribeAt) {
        this(kind, tenantId, subjectId, fromName, recipient, letter, unsubscribeAt, Map.of());
    }

    /** A mail that belongs to something the reader did. */
    public OutgoingMail(
            String kind, @Nullable UUID tenantId, UUID subjectId, String fromName, String recipient, Letter letter) {
        this(kind, tenantId, subjectId, fromName, recipient, letter, null);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "mail " + kind + " about " + subjectId;
    }
}
