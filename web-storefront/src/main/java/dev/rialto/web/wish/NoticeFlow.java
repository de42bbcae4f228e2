package dev.rialto.web.wish;

import dev.rialto.web.port.WishPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Confirming an address and taking wishes to be told back, by the links in mails. Opening a link asks; the post does it, be
 * it from the page or from a mail program with one click (RFC 8058).
 */
@ApplicationScoped
class NoticeFlow implements Flow {
    @Inject
    private WishPort wishes;

    @Override
    public void addresses(Routes routes) {
        routes.get("/stock-notice/{link}", this::ask)
                .post("/stock-notice/{link}", this::confirm)
                .get("/stock-notice/{link}/leave", visit -> page(visit, "leave", ""))
                .post("/stock-notice/{link}/leave", this::leave)
                .get("/account/stock-notices", this::mine)
                .post("/account/stock-notices/cancel", this::cancel);
    }

    private static Answer page(Visit visit, String step, String goods) {
        return Answer.show("stock-notice", new NoticePage(visit.part("link"), step, goods));
    }

    private Answer ask(Visit visit) {
        return page(
                visit, "ask", wishes.about(visit.visitor(), visit.part("link")).named());
    }

    private Answer confirm(Visit visit) {
        wishes.confirm(visit.visitor(), visit.part("link"));
        return page(
                visit,
                "confirmed",
                wishes.about(visit.visitor(), visit.part("link")).named());
    }

    private Answer leave(Visit visit) {
        wishes.leave(visit.visitor(), visit.part("link"));
        return page(visit, "left", "");
    }

    private Answer mine(Visit visit) {
        return visit.isSignedIn()
                ? Answer.show("stock-notices", new AwaitedPage(wishes.awaited(visit.visitor())))
                : Answer.goTo("/account/sign-in?next=stock-notices");
    }

    private Answer cancel(Visit visit) {
        if (visit.isSignedIn()) {
            wishes.cancel(visit.visitor(), visit.text("notice"));
        }
        return Answer.goTo("/account/stock-notices");
    }
}
