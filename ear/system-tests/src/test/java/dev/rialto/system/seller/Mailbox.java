package dev.rialto.system.seller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the mall mailed to one address. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;

    private Mailbox(String address) {
        this.address = address;
    }

    public static Mailbox of(String address) {
        return new Mailbox(address);
    }

    /** The mails there are now whose subject has this part. */
    public List<MimeMessage> with(String subject) {
        try {
            List<MimeMessage> found = new ArrayList<>();
            for (MimeMessage mail : Mall.running().mail().getReceivedMessages()) {
                String to = mail.getRecipients(Message.RecipientType.TO)[0].toString();
                if (to.equals(address) && mail.getSubject().contains(subject)) {
                    found.add(mail);
                }
            }
            return found;
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the newest of so many mails. */
    public MimeMessage await(String subject, int count) {
        Instant limit = Instant.now().plus(PATIENCE);
        List<MimeMessage> found = with(subject);
        while (found.size() < count && Instant.now().isBefore(limit)) {
            Mall.running().mail().waitForIncomingEmail(500, Integer.MAX_VALUE);
            found = with(subject);
        }
        assertThat(found).as(subject + " to " + address).hasSize(count);
        return found.get(count - 1);
    }

    /** What the first group of a pattern finds in the plain text of a mail. */
    public static String find(String pattern, MimeMessage mail) {
        try {
            String text = ((MimeMultipart) mail.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return matcher.group(1);
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
