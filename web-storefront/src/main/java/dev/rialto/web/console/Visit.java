package dev.rialto.web.console;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request to the console: who asks, in which language, what was typed, what is wrong with it. */
public final class Visit {
    /** Names the dialog that a form was sent from. */
    public static final String DIALOG = "dialog";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String path;
    private final PageMatch match;
    private final Phrases phrases;
    private final Show show;
    private final Entries entries;
    private final House house;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> filled = new HashMap<>();
    private boolean overtaken;
    private boolean stepUpNeeded;
    private int status = HttpServletResponse.SC_OK;

    Visit(HttpServletRequest request, HttpServletResponse response, PageMatch match, Phrases phrases, House house) {
        this.request = request;
        this.response = response;
        this.path = ConsolePath.of(request);
        this.match = match;
        this.phrases = phrases;
        this.house = house;
        this.show = new Show(phrases, house.zone());
        this.entries = new Entries(request);
    }

    public Caller caller() {
        return CallerOf.request(request);
    }

    /** Whose console this is, and in whose clock it counts. */
    public House house() {
        return house;
    }

    public Phrases phrases() {
        return phrases;
    }

    public Show show() {
        return show;
    }

    public Locale locale() {
        return phrases.locale();
    }

    public String language() {
        return phrases.language();
    }

    /** The languages to choose from. */
    public List<String> languages() {
        return Phrases.LANGUAGES;
    }

    /** What the addresses of scripts and styles carry, so that browsers keep them until they change. */
    public String build() {
        return Build.of(request);
    }

    public String say(String key, Object... arguments) {
        return phrases.say(key, arguments);
    }

    /** The address that was asked for, without its query. */
    public String path() {
        return path;
    }

    /** The address of the page itself, also when a form with a file came to another one. */
    public String shownPath() {
        return path;
    }

    /** The name of the page's template. */
    public String view() {
        return match.entry().route().view();
    }

    /** The id in a variable part of the address, which there has this prefix. */
    public UUID id(String prefix) {
        return Ids.parse(prefix, variable(prefix)).orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
    }

    /** A variable part of the address. */
    public String variable(String name) {
        return Optional.ofNullable(match.variables().get(name)).orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
    }

    /** What was typed, or asked for in the address. */
    public Entries entries() {
        return entries;
    }

    /** A part of the query; empty when absent. */
    public String query(String name) {
        return entries.text(name);
    }

    /** The address with the query's other parts kept and these changed: name, value, name, value … */
    public String with(String... changes) {
        return Query.of(request).with(changes).after(path);
    }

    /** The address of the page of one thing; empty when the one who asks may not open it. */
    public Optional<String> address(Class<? extends ConsolePage> page, UUID thing) {
        return Optional.of(PageEntry.of(page))
                .filter(entry -> entry.isFor(caller()))
                .map(entry -> entry.address(thing));
    }

    /** May the one who asks do this? Templates ask it before they show a button. */
    public boolean may(String permission) {
        return caller().may(permission);
    }

    /** Is somebody signed in who may be here? */
    public boolean isStaff() {
        return Who.isStaff(caller());
    }

    public boolean isOperator() {
        return Who.OPERATOR.includes(caller());
    }

    public boolean isSeller() {
        return Who.SELLER.includes(caller());
    }

    /** Is this a form that was sent and came back? */
    public boolean isReturned() {
        return !problems.isEmpty() || !filled.isEmpty();
    }

    /** Shows the form again as it was typed, with this text in one of its inputs. */
    public void fill(String field, String text) {
        filled.put(field, text);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Where in the page the input is with which something is wrong. */
    public String anchor(Problem problem) {
        String dialog = query(DIALOG);
        return "#f-" + (dialog.isEmpty() ? "" : dialog + "-") + problem.field();
    }

    /** What is wrong with one input; empty when nothing is. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    /** Did somebody else change it while this form was open? */
    public boolean isOvertaken() {
        return overtaken;
    }

    /** Is the second factor to be given once more before this form counts? */
    public boolean isStepUpNeeded() {
        return stepUpNeeded;
    }

    /**
     * The version that a form carries: the one that was read; once its reader was told of another's change, the newest, so
     * that saving again is a decision.
     */
    public String freshVersion(@Nullable Object now) {
        return overtaken && now != null ? now.toString() : typed("version", now);
    }

    /** What was typed into an input when its form came back, else the given value. */
    public String typed(String field, @Nullable Object value) {
        if (filled.containsKey(field)) {
            return filled.getOrDefault(field, "");
        }
        if (isReturned() && entries.has(field)) {
            return entries.secret(field);
        }
        return value == null ? "" : value.toString();
    }

    /** The same for one of several inputs that share a name. */
    public String typed(String field, int place, @Nullable Object value) {
        List<String> all = isReturned() ? entries.all(field) : List.of();
        return place < all.size() && place > 0 ? all.get(place) : typed(field, value);
    }

    /** The same for a box, which sends its item when it is ticked and nothing otherwise. */
    public boolean typedTick(String field, String item, boolean value) {
        if (!isReturned()) {
            return value;
        }
        return item.isEmpty() ? entries.has(field) : entries.all(field).contains(item);
    }

    /** Where cookies are set: signing in and out. */
    public HttpServletRequest request() {
        return request;
    }

    /** Where cookies are set: signing in and out. */
    public HttpServletResponse response() {
        return response;
    }

    void refuse(Refusal refusal) {
        overtaken = refusal.overtaken();
        stepUpNeeded = refusal.stepUp();
        problems.addAll(refusal.problems());
        status = refusal.status();
    }

    int status() {
        return status;
    }
}
