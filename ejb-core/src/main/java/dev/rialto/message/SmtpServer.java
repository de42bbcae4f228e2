package dev.rialto.message;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** The SMTP server of the installation. */
final class SmtpServer {
    private static final String TIMEOUT_MILLIS = "20000";

    private final MailSettings settings;
    private final Session session;

    SmtpServer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /**
     * Sends one mail and waits for the server's answer.
     *
     * @throws jakarta.mail.internet.AddressException when the recipient is not one plain address
     */
    void send(MailInHand mail, Instant now) throws MessagingException {
        MimeMessage message = new StableMessage(session, mail.id(), settings.from());
        message.setFrom(sender(mail.fromName()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(oneLine(mail.recipient()), true));
        message.setSubject(oneLine(mail.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        if (mail.unsubscribeAt() != null) {
            message.setHeader("List-Unsubscribe", "<" + oneLine(mail.unsubscribeAt()) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(alternatives(mail));
        message.saveChanges();
        try (Transport transport = session.getTransport()) {
            transport.connect(
                    settings.host(), settings.port(), nullIfEmpty(settings.user()), nullIfEmpty(settings.password()));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private InternetAddress sender(String name) throws MessagingException {
        try {
            return new InternetAddress(settings.from(), oneLine(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private static MimeMultipart alternatives(MailInHand mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.textBody(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.htmlBody(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** A line end in a header would begin another header. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @SuppressWarnings("NullAway")
    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Properties properties(MailSettings settings) {
        String protocol = settings.transport() == MailSettings.Security.TLS ? "smtps" : "smtp";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "auth", String.valueOf(!settings.user().isEmpty()));
        properties.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.put(prefix + "timeout", TIMEOUT_MILLIS);
        properties.put(prefix + "writetimeout", TIMEOUT_MILLIS);
        boolean upgraded = settings.transport() == MailSettings.Security.STARTTLS;
        properties.put(prefix + "starttls.enable", String.valueOf(upgraded));
        properties.put(prefix + "starttls.required", String.valueOf(upgraded));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    /** Keeps one Message-ID over all tries. */
    private static final class StableMessage extends MimeMessage {
        private final UUID id;
        private final String from;

        StableMessage(Session session, UUID id, String from) {
            super(session);
            this.id = id;
            this.from = from;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + from.substring(from.indexOf('@')) + ">");
        }
    }
}
