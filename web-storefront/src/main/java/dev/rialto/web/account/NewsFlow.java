package dev.rialto.web.account;

import dev.rialto.web.port.MailPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Unsubscribing by the link in a mail, without signing in. Opening the link asks; the post does it, be it from the page or
 * from a mail program with one click (RFC 8058).
 */
@ApplicationScoped
class NewsFlow implements Flow {
    @Inject
    private MailPort mail;

    @Override
    public void addresses(Routes routes) {
        routes.get("/unsubscribe/{link}", this::ask)
                .post("/unsubscribe/{link}", this::leave)
                .post("/unsubscribe/{link}/back", this::back);
    }

    private Answer ask(Visit visit) {
        mail.check(visit.visitor(), visit.part("link"));
        return Answer.show("unsubscribe", new NewsPage(visit.part("link"), "ask"));
    }

    private Answer leave(Visit visit) {
        mail.unsubscribe(visit.visitor(), visit.part("link"));
        return Answer.show("unsubscribe", new NewsPage(visit.part("link"), "left"));
    }

    private Answer back(Visit visit) {
        mail.resubscribe(visit.visitor(), visit.part("link"));
        return Answer.show("unsubscribe", new NewsPage(visit.part("link"), "back"));
    }
}
