package dev.rialto.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the card page shows. */
final class CardPageText {
    private static final List<String> LANGUAGES = List.of("ko", "en", "ja", "zh");
    private static final Map<String, String> NAMES = Map.of("ko", "한국어", "en", "English", "ja", "日本語", "zh", "中文");

    private final SessionBook book;
    private final String publicUrl;
    private final Template layout = new Template("layout.html");
    private final Template form = new Template("card.html");
    private final Template challenge = new Template("challenge.html");
    private final Template wallet = new Template("wallet.html");
    private final Template notice = new Template("notice.html");

    CardPageText(SessionBook book, String publicUrl) {
        this.book = book;
        this.publicUrl = publicUrl;
    }

    SessionView view(Session session) {
        return session.view(book.now(), publicUrl);
    }

    String form(Session session, Words words, CardForm typed, Map<String, String> errors) {
        Map<String, String> values = common(session, words);
        values.put("number", typed.number());
        values.put("expiry", typed.expiry());
        for (String field : List.of("number", "expiry", "cvc")) {
            values.put(field + ".error", error(field, errors, words));
            values.put(field + ".state", state(field, errors));
        }
        values.put("message", errors.isEmpty() ? decline(session, words) : summary(errors, words));
        values.put("cards", cards(session, words));
        values.put("kept", kept(session, words));
        values.put("offer", offer(session, words, typed));
        return page(words, values, "title", form.fill(words, values), "");
    }

    private String decline(Session session, Words words) {
        String reason = view(session).reason();
        if (reason == null) {
            return "";
        }
        String kind = session.isWallet() ? "wallet_declined." : "declined.";
        return alert(words.of(kind + reason) + " " + words.of(session.isWallet() ? "wallet_again" : "try_again"));
    }

    private static String summary(Map<String, String> errors, Words words) {
        String links = errors.entrySet().stream()
                .map(error -> "<li><a href=\"#" + error.getKey() + "\">" + Template.escape(words.of(error.getValue()))
                        + "</a></li>")
                .collect(Collectors.joining());
        return "<div class=\"alert\" role=\"alert\"><p>" + Template.escape(words.of("check_fields")) + "</p><ul>"
                + links + "</ul></div>";
    }

    private static String alert(String text) {
        return "<div class=\"alert\" role=\"alert\"><p>" + Template.escape(text) + "</p></div>";
    }

    private static String error(String field, Map<String, String> errors, Words words) {
        return errors.containsKey(field)
                ? "<p class=\"error\" id=\"" + field + "-error\">" + Template.escape(words.of(errors.get(field)))
                        + "</p>"
                : "";
    }

    private static String state(String field, Map<String, String> errors) {
        return errors.containsKey(field) ? "aria-invalid=\"true\" aria-describedby=\"" + field + "-error\"" : "";
    }

    /** Cards that were kept before; one press pays. */
    private String kept(Session session, Words words) {
        String forms = book.keptFor(session).stream()
                .map(card -> "<form method=\"post\" action=\"/pay/" + session.id() + "?lang=" + words.language()
                        + "\"><input type=\"hidden\" name=\"kept\" value=\"" + card.token()
                        + "\"><button class=\"main\">"
                        + Template.escape(words.of("pay_with", card.lastFour(), card.expiry())) + "</button></form>")
                .collect(Collectors.joining("\n"));
        return forms.isEmpty()
                ? ""
                : "<div class=\"kept\"><h2>" + Template.escape(words.of("kept_cards")) + "</h2>" + forms + "<h2>"
                        + Template.escape(words.of("other_card")) + "</h2></div>";
    }

    private static String offer(Session session, Words words, CardForm typed) {
        return session.offersToKeep()
                ? "<p class=\"check\"><label><input type=\"checkbox\" name=\"keep\" value=\"yes\""
                        + (typed.keep() ? " checked" : "") + "><span>" + Template.escape(words.of("keep_card"))
                        + "</span></label></p>"
                : "";
    }

    private String cards(Session session, Words words) {
        return Arrays.stream(TestCard.values())
                .map(card -> "<tr><td><a class=\"use\" href=\"/pay/" + session.id() + "?lang=" + words.language()
                        + "&amp;card=" + card.lastFour() + "\">" + card.printed() + "</a></td><td>"
                        + Template.escape(words.of("card." + card.name().toLowerCase(Locale.ROOT))) + "</td></tr>")
                .collect(Collectors.joining("\n"));
    }

    String challenge(Session session, Words words, String wrong) {
        Map<String, String> values = common(session, words);
        values.put("message", wrong.isEmpty() ? "" : alert(words.of(wrong)));
        values.put("state", wrong.isEmpty() ? "" : "aria-invalid=\"true\"");
        values.put("sent", words.of("code_sent", session.cardLastFour()));
        values.put("hint", words.of("code_hint", CardPage.ONE_TIME_CODE));
        return page(words, values, "challenge_title", challenge.fill(words, values), "");
    }

    String wallet(Session session, Words words) {
        Map<String, String> values = common(session, words);
        values.put("message", decline(session, words));
        return page(words, values, "wallet_title", wallet.fill(words, values), "");
    }

    /** Looks again by itself until the approval is there. */
    String pending(Session session, Words words) {
        return notice(session, words, "pending", "<meta http-equiv=\"refresh\" content=\"2\">");
    }

    String expired(Session session, Words words) {
        return notice(session, words, "expired", "");
    }

    private String notice(Session session, Words words, String kind, String head) {
        Map<String, String> values = common(session, words);
        values.put("heading", words.of(kind + "_title"));
        values.put("text", words.of(kind + "_text"));
        return page(words, values, kind + "_title", notice.fill(words, values), head);
    }

    private Map<String, String> common(Session session, Words words) {
        SessionView view = view(session);
        Map<String, String> values = new HashMap<>();
        values.put("session", view.id());
        values.put("lang", words.language());
        values.put("amount", words.money(view.amount(), view.currency()));
        values.put("reference", view.merchantReference());
        values.put("back", view.returnUrl());
        values.put("languages", languages(session, words));
        return values;
    }

    private static String languages(Session session, Words words) {
        return LANGUAGES.stream()
                .map(language ->
                        "<a lang=\"" + language + "\" href=\"" + session.pagePath() + "?lang=" + language + "\""
                                + (language.equals(words.language()) ? " aria-current=\"true\"" : "") + ">"
                                + NAMES.get(language)
                                + "</a>")
                .collect(Collectors.joining("\n"));
    }

    private String page(Words words, Map<String, String> values, String title, String body, String head) {
        Map<String, String> outer = new HashMap<>(values);
        outer.put("page_title", words.of(title));
        outer.put("head", head);
        outer.put("body", body);
        return layout.fill(words, outer);
    }
}
