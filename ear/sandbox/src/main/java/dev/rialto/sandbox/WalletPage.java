package dev.rialto.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The page of the wallet: its owner approves the amount there, or does not. */
final class WalletPage {
    private static final Map<String, TestCard> CHOICES = Map.of(
            "approve", TestCard.APPROVE, "insufficient_funds", TestCard.INSUFFICIENT_FUNDS, "late", TestCard.LATE);

    private final SessionBook book;
    private final Switches switches;
    private final CardPageText text;

    WalletPage(SessionBook book, Switches switches, String publicUrl) {
        this.book = book;
        this.switches = switches;
        this.text = new CardPageText(book, publicUrl);
    }

    void answer(Call call) throws IOException {
        String[] path = call.pathAfter("/wallet/");
        Session session = book.require(path[0]);
        if (!session.isWallet()) {
            throw new Refusal(404, "not_found", "there is no " + call.path());
        }
        String route =
                (call.is("POST") ? "POST" : call.is("GET") ? "GET" : "?") + (path.length > 1 ? " " + path[1] : "");
        switch (route) {
            case "GET" -> show(call, session, 200);
            case "POST" -> choose(call, session);
            case "POST cancel" -> {
                book.cancel(session.id());
                show(call, session, 200);
            }
            default -> throw new Refusal(404, "not_found", "there is no " + call.path());
        }
    }

    private void show(Call call, Session session, int openStatus) throws IOException {
        String asked = call.query().getOrDefault("lang", "");
        Words words = Words.in(
                Opening.LANGUAGES.contains(asked) ? asked : text.view(session).language());
        switch (book.stateOf(session)) {
            case OPEN -> call.page(openStatus, text.wallet(session, words), origin(session));
            case PENDING -> call.page(200, text.pending(session, words), origin(session));
            case EXPIRED -> call.page(410, text.expired(session, words), origin(session));
            default -> goBack(call, session);
        }
    }

    private void choose(Call call, Session session) throws IOException {
        TestCard outcome = CHOICES.get(call.form().getOrDefault("choice", ""));
        if (outcome == null) {
            throw new Refusal(422, "invalid", "choice", "choice must be one of " + CHOICES.keySet());
        }
        Call.pause(switches.happens(Fault.DELAY, session.amount()) ? switches.delayMillis() : 0);
        boolean drops = switches.happens(Fault.DROP_PAGE, session.amount());
        Session.State state = book.pay(session.id(), outcome, switches);
        if (drops) {
            call.drop();
        } else if (state == Session.State.PENDING) {
            // as with a late card, the shopper does not wait for it
            goBack(call, session);
        } else {
            show(call, session, 402);
        }
    }

    private void goBack(Call call, Session session) throws IOException {
        SessionView view = text.view(session);
        String separator = view.returnUrl().contains("?") ? "&" : "?";
        call.redirect(view.returnUrl() + separator + "session=" + view.id());
    }

    private String origin(Session session) {
        URI back = URI.create(text.view(session).returnUrl());
        return back.getScheme() + "://" + back.getRawAuthority();
    }
}
