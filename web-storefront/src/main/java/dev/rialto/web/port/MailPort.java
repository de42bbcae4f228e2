package dev.rialto.web.port;

/** The way out of news, for readers of mails who are not signed in. */
public interface MailPort {

    /**
     * Is this a link the mall wrote?
     *
     * @throws dev.rialto.kernel.DomainException when it is not
     */
    void check(Visitor visitor, String link);

    /** No more news to whoever this link was mailed to. */
    void unsubscribe(Visitor visitor, String link);

    /** News again, for one who clicked by mistake. */
    void resubscribe(Visitor visitor, String link);
}
