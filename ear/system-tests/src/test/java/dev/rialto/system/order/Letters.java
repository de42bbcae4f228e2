package dev.rialto.system.order;

import dev.rialto.system.Mall;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The mails that people get. */
final class Letters {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Letters() {}

    /** Subject and text of the mail to this address that contains this; waits for it. */
    static String to(String email, String word) throws Exception {
        Instant limit = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(limit)) {
            for (MimeMessage mail : Mall.running().mail().getReceivedMessages()) {
                String text = mail.getSubject() + "\n" + text(mail);
                if (mail.getAllRecipients()[0].toString().equals(email) && text.contains(word)) {
                    return text;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no mail to " + email + " with " + word);
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart parts)) {
            return part.isMimeType("text/plain") ? part.getContent().toString() : "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            text.append(text(inner));
        }
        return text.toString();
    }
}
