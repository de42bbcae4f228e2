package dev.rialto.web.console;

import dev.rialto.kernel.Ids;
import dev.rialto.staff.SavedView;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a list is looked at right now: which columns, by which view, and what else there is to choose. */
public final class ListLook {
    private static final String COLUMN = "column";
    /** What of an address is no way to look at a list. */
    private static final Set<String> PASSING = Set.of("after", "lang", "ask", "as", "do");

    private final Visit visit;
    private final String list;
    private final List<Listing.Column> columns;
    private final Set<String> chosen;
    private final Map<String, List<String>> query;
    private final List<SavedView> views;

    ListLook(Visit visit, Listing page, List<SavedView> views) {
        this.visit = visit;
        this.list = visit.view();
        this.columns = page.columns(visit);
        this.views = List.copyOf(views);
        this.query = new LinkedHashMap<>(Query.of(visit.request()).parts());
        query.keySet().removeAll(PASSING);
        this.chosen = new LinkedHashSet<>(visit.entries().all(COLUMN));
        chosen.retainAll(columns.stream().map(Listing.Column::key).toList());
    }

    /**
     * A column to tick.
     *
     * @param shown whether it is in the table now
     */
    public record Choice(String key, String label, boolean shown) {}

    /** A view to go to. */
    public record Way(
            String id, String name, String href, boolean current, boolean own, boolean shared, String author) {}

    /** Is a column shown? All are while none was chosen. */
    public boolean shows(String column) {
        return chosen.isEmpty() || chosen.contains(column);
    }

    /** The name by which views know this list. */
    public String list() {
        return list;
    }

    public String path() {
        return visit.path();
    }

    public List<Choice> columns() {
        return columns.stream()
                .map(column -> new Choice(column.key(), visit.say(column.label()), shows(column.key())))
                .toList();
    }

    /** The address's filters, for forms that change something else. */
    public List<Option> filters() {
        return options(name -> !name.equals(COLUMN));
    }

    /** The chosen columns, for the form of the filters. */
    public List<Option> chosenColumns() {
        return options(COLUMN::equals);
    }

    private List<Option> options(java.util.function.Predicate<String> wanted) {
        List<Option> options = new ArrayList<>();
        query.forEach((name, values) -> {
            if (wanted.test(name)) {
                values.stream()
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> options.add(new Option(name, value)));
            }
        });
        return options;
    }

    /** What a view of this look keeps. */
    public String query() {
        return options(name -> true).stream()
                .map(option -> encoded(option.value()) + "=" + encoded(option.label()))
                .collect(Collectors.joining("&"));
    }

    /** Is there something to keep under a name? */
    public boolean isKeepable() {
        return !query().isEmpty() && views().stream().noneMatch(Way::current);
    }

    public List<Way> views() {
        Set<String> now = parts(query());
        return views.stream()
                .map(view -> new Way(
                        Ids.external("view", view.id()),
                        view.name(),
                        view.query().isEmpty() ? visit.path() : visit.path() + "?" + view.query(),
                        parts(view.query()).equals(now),
                        view.own(),
                        view.shared(),
                        view.author()))
                .toList();
    }

    /** The parts of a query in no order, read and written anew so that only what they mean counts. */
    private static Set<String> parts(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
