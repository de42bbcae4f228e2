package dev.rialto.system.recharge;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;

/** The plain words of a mail. */
final class Mails {
    private Mails() {}

    static String text(Message mail) throws Exception {
        Object content = mail.getContent();
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("text/plain")) {
                    return String.valueOf(part.getContent());
                }
            }
        }
        return String.valueOf(content);
    }
}
