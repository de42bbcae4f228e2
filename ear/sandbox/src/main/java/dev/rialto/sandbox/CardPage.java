package dev.rialto.sandbox;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/** The hosted card page and its challenge step; the merchant never sees what is typed here. */
final class CardPage {
    static final String ONE_TIME_CODE = "123456";

    private final SessionBook book;
    private final Switches switches;
    private final CardPageText text;

    CardPage(SessionBook book, Switches switches, String publicUrl) {
        this.book = book;
        this.switches = switches;
        this.text = new CardPageText(book, publicUrl);
    }

    void answer(Call call) throws IOException {
        String[] path = call.pathAfter("/pay/");
        Session session = book.require(path[0]);
        String route = (call.is("POST") ? "POST " : call.is("GET") ? "GET " : "? ") + String.join("/", tail(path));
        switch (route) {
            case "GET " -> show(call, session);
            case "POST " -> pay(call, session);
            case "POST challenge" -> challenge(call, session);
            case "POST cancel" -> cancel(call, session);
            default -> throw new Refusal(404, "not_found", "there is no " + call.path());
        }
    }

    private static String[] tail(String[] path) {
        return Arrays.copyOfRange(path, 1, path.length);
    }

    private Words words(Call call, Session session) {
        String asked = call.query().getOrDefault("lang", "");
        return Words.in(
                Opening.LANGUAGES.contains(asked) ? asked : text.view(session).language());
    }

    private void show(Call call, Session session) throws IOException {
        Words words = words(call, session);
        switch (book.stateOf(session)) {
            case OPEN -> form(call, session, words, 200, prefilled(call), Map.of());
            case CHALLENGED -> call.page(200, text.challenge(session, words, ""), origin(session));
            case PENDING -> call.page(200, text.pending(session, words), origin(session));
            case EXPIRED -> call.page(410, text.expired(session, words), origin(session));
            default -> goBack(call, session);
        }
    }

    /** A click on a test card fills the form in. */
    private static CardForm prefilled(Call call) {
        String wanted = call.query().getOrDefault("card", "");
        return Arrays.stream(TestCard.values())
                .filter(card -> card.lastFour().equals(wanted))
                .map(card -> new CardForm(card.printed(), "12/34", "123", false))
                .findFirst()
                .orElse(CardForm.EMPTY);
    }

    private void form(Call call, Session session, Words words, int status, CardForm form, Map<String, String> errors)
            throws IOException {
        call.page(status, text.form(session, words, form, errors), origin(session));
    }

    private void pay(Call call, Session session) throws IOException {
        if (book.stateOf(session) != Session.State.OPEN) {
            show(call, session);
            return;
        }
        Map<String, String> typed = call.form();
        if (typed.containsKey("kept")) {
            payWith(call, session, kept(session, typed.get("kept")), "");
            return;
        }
        CardForm form = CardForm.of(typed);
        Map<String, String> errors = form.errors(LocalDate.ofInstant(book.now(), ZoneOffset.UTC));
        if (!errors.isEmpty()) {
            form(call, session, words(call, session), 422, form, errors);
            return;
        }
        boolean keeps = form.keep() && session.offersToKeep();
        payWith(call, session, TestCard.of(form.digits()).orElseThrow(), keeps ? form.plainExpiry() : "");
    }

    private TestCard kept(Session session, String token) {
        return book.keptFor(session).stream()
                .filter(kept -> kept.token().equals(token))
                .map(KeptCards.Kept::card)
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "not_found", "no such card is kept"));
    }

    private void payWith(Call call, Session session, TestCard card, String expiryToKeep) throws IOException {
        Call.pause(switches.happens(Fault.DELAY, session.amount()) ? switches.delayMillis() : 0);
        boolean drops = switches.happens(Fault.DROP_PAGE, session.amount());
        Session.State state = book.pay(session.id(), card, expiryToKeep, switches);
        if (drops) {
            call.drop();
        } else {
            afterPaying(call, session, state);
        }
    }

    private void afterPaying(Call call, Session session, Session.State state) throws IOException {
        switch (state) {
            case OPEN -> form(call, session, words(call, session), 402, CardForm.EMPTY, Map.of());
            case CHALLENGED -> call.redirect(text.view(session).url() + languageQuery(call));
            default -> goBack(call, session);
        }
    }

    private static String languageQuery(Call call) {
        String asked = call.query().getOrDefault("lang", "");
        return Opening.LANGUAGES.contains(asked) ? "?lang=" + asked : "";
    }

    private void challenge(Call call, Session session) throws IOException {
        String code = call.form().getOrDefault("code", "").replaceAll("\\s", "");
        boolean isRight = book.answerChallenge(session.id(), code.equals(ONE_TIME_CODE));
        if (!isRight && book.stateOf(session) == Session.State.CHALLENGED) {
            call.page(422, text.challenge(session, words(call, session), "code_wrong"), origin(session));
        } else {
            afterPaying(call, session, book.stateOf(session));
        }
    }

    private void cancel(Call call, Session session) throws IOException {
        book.cancel(session.id());
        show(call, session);
    }

    /** To the merchant's return address, and nowhere else. */
    private void goBack(Call call, Session session) throws IOException {
        SessionView view = text.view(session);
        String separator = view.returnUrl().contains("?") ? "&" : "?";
        call.redirect(view.returnUrl() + separator + "session=" + view.id());
    }

    /** The policy of the page must let the form's answer lead back to the merchant. */
    private String origin(Session session) {
        URI back = URI.create(text.view(session).returnUrl());
        return back.getScheme() + "://" + back.getRawAuthority();
    }
}
