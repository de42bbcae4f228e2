package dev.rialto.message;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail claimed for sending.
 *
 * @param attempts tries so far, this one included
 * @param secrets sealed; null when there are none, or once they stand in the texts
 */
public record MailInHand(
        UUID id,
        int attempts,
        String fromName,
        String recipient,
        String subject,
        String textBody,
        String htmlBody,
        @Nullable String unsubscribeAt,
        byte @Nullable [] secrets) {

    /** The same with its secrets where the texts have their marks. */
    MailInHand revealed(Map<String, String> named) {
        String text = textBody;
        String html = htmlBody;
        for (Map.Entry<String, String> secret : named.entrySet()) {
            text = text.replace("{{" + secret.getKey() + "}}", secret.getValue());
            html = html.replace("{{" + secret.getKey() + "}}", secret.getValue());
        }
        return new MailInHand(id, attempts, fromName, recipient, subject, text, html, unsubscribeAt, null);
    }

    @Override
    public String toString() {
        return "mail " + id;
    }
}
