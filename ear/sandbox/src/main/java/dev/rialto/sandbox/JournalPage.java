package dev.rialto.sandbox;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The journal as a page for people and as JSON, newest first; and the front page. */
final class JournalPage {
    private static final int ROWS = 200;

    private final Journal journal;
    private final Template page = new Template("journal.html");
    private final Template front = new Template("front.html");
    private final Words words = Words.in("en");

    JournalPage(Journal journal) {
        this.journal = journal;
    }

    void answer(Call call) throws IOException {
        Map<String, String> query = call.query();
        String session = query.getOrDefault("session", "");
        int limit = limit(query.getOrDefault("limit", String.valueOf(ROWS)));
        List<Entry> entries = journal.newest(limit, session.isEmpty() ? null : session);
        if (call.path().equals("/journal.json")) {
            call.json(200, Map.of("entries", entries));
        } else {
            call.page(200, page.fill(words, Map.of("rows", rows(entries), "session", session)), "");
        }
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > Journal.KEPT) {
            throw new Refusal(422, "invalid", "limit", "limit must be from 1 to " + Journal.KEPT);
        }
        return Integer.parseInt(text);
    }

    private static String rows(List<Entry> entries) {
        return entries.stream().map(JournalPage::row).collect(Collectors.joining("\n"));
    }

    private static String row(Entry entry) {
        String kind = entry.kind().name().toLowerCase(Locale.ROOT);
        return "<tr><td class=\"number\">" + entry.number() + "</td><td><time>" + entry.at()
                + "</time></td><td><span class=\"kind "
                + kind + "\">" + kind.replace('_', ' ') + "</span></td><td><a href=\"/journal?session="
                + Template.escape(entry.session()) + "\">" + Template.escape(entry.session()) + "</a></td><td>"
                + Template.escape(entry.requestId() == null ? "" : entry.requestId()) + "</td><td>" + details(entry)
                + "</td></tr>";
    }

    private static String details(Entry entry) {
        return new TreeMap<>(entry.detail())
                .entrySet().stream()
                        .map(detail ->
                                "<b>" + Template.escape(detail.getKey()) + "</b> " + Template.escape(detail.getValue()))
                        .collect(Collectors.joining("<br>"));
    }

    void front(Call call) throws IOException {
        String cards = Arrays.stream(TestCard.values())
                .map(card -> "<tr><td>" + card.printed() + "</td><td>"
                        + Template.escape(words.of("card." + card.name().toLowerCase(Locale.ROOT))) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        String faults = Arrays.stream(Fault.values())
                .map(fault -> "<tr><td><code>" + fault.label() + "</code></td><td class=\"number\">" + fault.amount()
                        + "</td><td>" + Template.escape(words.of("fault." + fault.label())) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        call.page(200, front.fill(words, Map.of("cards", cards, "faults", faults)), "");
    }
}
