package dev.rialto.web.console.audit;

import dev.rialto.kernel.Page;
import dev.rialto.staff.AuditEntry;
import dev.rialto.staff.AuditFilter;
import dev.rialto.staff.AuditTrail;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit: what was done, by whom, when and why; found by any of these, and taken away as CSV (D35). */
@Route(path = "/audit", view = "audit", permission = "audit.view", menu = Section.SETTINGS, rank = 60)
public class AuditPage implements ConsolePage {
    private static final String THING = "audit.thing.";
    private static final String DEED = "audit.deed.";
    private static final int SHOWN = 50;
    private static final int IN_FILE = 5000;
    private static final List<String> THINGS = List.of(
            "goods",
            "category",
            "stock",
            "card-goods",
            "order",
            "payment",
            "deposit",
            "refund",
            "chargeback",
            "conversation",
            "coupon",
            "seller",
            "verification",
            "terms",
            "storefront",
            "site",
            "domain",
            "page",
            "delivery",
            "tax",
            "commission",
            "settlement",
            "payout",
            "bank_account",
            "bank_file",
            "bank_entry",
            "channel",
            "card-provider",
            "card-product",
            "card",
            "code-batch",
            "code",
            "provider",
            "member",
            "segment",
            "remark",
            "notice",
            "staff",
            "credential",
            "webhook",
            "request",
            "sandbox",
            "openid");

    private final AuditTrail audit;
    private Page<AuditEntry> entries = new Page<>(List.of(), null);

    @Inject
    public AuditPage(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return file(visit);
        }
        entries = audit.list(visit.caller(), filter(visit, SHOWN));
        return Outcome.show();
    }

    private static AuditFilter filter(Visit visit, int limit) {
        String thing = visit.query("thing");
        return new AuditFilter(
                visit.query("who"),
                THINGS.contains(thing) ? thing + "." : "",
                visit.query("subject"),
                day(visit, "from").map(day -> start(visit, day)).orElse(null),
                day(visit, "until").map(day -> start(visit, day.plusDays(1))).orElse(null),
                cursor(visit),
                limit);
    }

    private static @Nullable String cursor(Visit visit) {
        String after = visit.query("after");
        if (after.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(after).toString();
        } catch (IllegalArgumentException noCursor) {
            throw ConsoleError.NO_SUCH_PAGE.now();
        }
    }

    private static Optional<LocalDate> day(Visit visit, String name) {
        try {
            return Optional.of(visit.query(name))
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Instant start(Visit visit, LocalDate day) {
        return day.atStartOfDay(visit.house().zone()).toInstant();
    }

    private Outcome file(Visit visit) {
        CsvFile file = new CsvFile(
                "at",
                "who",
                "on behalf",
                "seller",
                "action",
                "kind",
                "subject",
                "reason",
                "before",
                "after",
                "request");
        for (AuditEntry entry :
                audit.list(visit.caller(), filter(visit, IN_FILE)).items()) {
            file.add(
                    entry.at().toString(),
                    text(entry.name()),
                    entry.onBehalf() ? "yes" : "",
                    text(entry.sellerName()),
                    entry.action(),
                    entry.subjectKind(),
                    entry.subjectId(),
                    text(entry.reason()),
                    text(entry.before()),
                    text(entry.after()),
                    entry.traceId());
        }
        return new Outcome.Send("audit.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    public Page<AuditEntry> entries() {
        return entries;
    }

    /** Was anything looked for? */
    public boolean isFiltered(Visit visit) {
        return !(visit.query("who")
                        + visit.query("thing")
                        + visit.query("subject")
                        + visit.query("from")
                        + visit.query("until"))
                .isEmpty();
    }

    /** The things that actions are about, for the filter. */
    public List<Option> things(Visit visit) {
        return THINGS.stream()
                .map(thing -> new Option(thing, visit.say(THING + word(thing))))
                .sorted(Comparator.comparing(
                        Option::label, Collator.getInstance(visit.phrases().locale())))
                .toList();
    }

    /** What was done, in the reader's words; as it is stored where there are none. */
    public String deed(Visit visit, String action) {
        int dot = action.indexOf('.');
        String thing = THING + word(action.substring(0, Math.max(dot, 0)));
        String deed = DEED + word(action.substring(dot + 1));
        return visit.phrases().has(thing) && visit.phrases().has(deed)
                ? visit.say("audit.said", visit.say(thing), visit.say(deed))
                : action;
    }

    /** The address of the thing's own page; empty when there is none. */
    public String place(Visit visit, AuditEntry entry) {
        return AuditedThings.page(visit, entry).orElse("");
    }

    private static String word(String stored) {
        return stored.replace('-', '_');
    }
}
