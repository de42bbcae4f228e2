package dev.rialto.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds a page.
 *
 * @param menu the pages that the reader may open
 * @param crumbs the way here from the first page, without this page itself
 * @param note what was just done, in the reader's words; empty for nothing
 */
public record Shell(Menu menu, List<Crumb> crumbs, String note) {

    /** A page above this one. */
    public record Crumb(String view, String path) {}

    public Shell {
        crumbs = List.copyOf(crumbs);
    }

    static Shell of(Visit visit, List<PageEntry> pages, Optional<Note> note) {
        return new Shell(
                Menu.of(pages, visit.caller(), visit.path()),
                crumbs(visit, pages),
                note.map(done -> visit.say(done.key(), done.arguments().toArray()))
                        .orElse(""));
    }

    private static List<Crumb> crumbs(Visit visit, List<PageEntry> pages) {
        List<Crumb> crumbs = new ArrayList<>();
        String path = visit.path();
        for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
            String above = path.substring(0, end);
            pages.stream()
                    .filter(page -> page.route().path().equals(above) && page.isFor(visit.caller()))
                    .map(page -> new Crumb(page.route().view(), above))
                    .forEach(crumbs::add);
        }
        return crumbs;
    }
}
