package dev.rialto.web.console.member;

import dev.rialto.audience.Audience;
import dev.rialto.audience.MemberLine;
import dev.rialto.audience.Segment;
import dev.rialto.audience.SegmentCriteria;
import dev.rialto.audience.SegmentMailings;
import dev.rialto.audience.SegmentMailings.Mailing;
import dev.rialto.audience.SegmentMailings.Sent;
import dev.rialto.audience.Segments;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One segment: who belongs to it, how many they are, the first of them, and the mails it got. */
@Route(path = "/segments/{segment}", view = "segment", who = Who.OPERATOR, permission = "member.view")
public class SegmentPage implements ConsolePage {
    private static final int FIRST = 20;

    private final Segments segments;
    private final SegmentMailings mailings;
    private final Audience audience;
    private final Categories categories;
    private Map<String, Long> regions = Map.of();
    private List<CategoryNode> tree = List.of();
    private @Nullable Segment segment;
    private Segments.Size size = new Segments.Size(0, 0);
    private List<MemberLine> members = List.of();
    private List<Sent> sent = List.of();

    @Inject
    public SegmentPage(Segments segments, SegmentMailings mailings, Audience audience, Categories categories) {
        this.segments = segments;
        this.mailings = mailings;
        this.audience = audience;
        this.categories = categories;
    }

    @Override
    public Outcome open(Visit visit) {
        regions = audience.counts(visit.caller()).byRegion();
        tree = categories.tree(visit.caller(), visit.language());
        if (isNew(visit)) {
            return Outcome.show();
        }
        Segment found = segments.view(visit.caller(), visit.id("segment"));
        if (visit.query("as").equals("csv")) {
            return MemberFileCsv.of(
                    visit, last -> segments.members(visit.caller(), found.criteria(), last, MemberFileCsv.AT_ONCE));
        }
        segment = found;
        size = segments.size(visit.caller(), found.criteria());
        members = segments.members(visit.caller(), found.criteria(), null, FIRST);
        sent = mailings.sent(visit.caller(), found.id());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        return switch (action) {
            case "save" -> save(visit);
            case "delete" -> delete(visit);
            case "mail" -> mail(visit);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome save(Visit visit) {
        SegmentCriteria criteria = read(visit);
        String name = visit.entries().text("name");
        if (isNew(visit)) {
            UUID id = segments.create(visit.caller(), name, criteria);
            return Outcome.go("/segments/" + Ids.external("segment", id), "done.segment-saved", name);
        }
        long version = visit.entries().whole("version");
        visit.entries().raise();
        Segment before = segments.view(visit.caller(), visit.id("segment"));
        segments.update(visit.caller(), new Segment(before.id(), name, criteria, before.updatedAt(), version));
        return Outcome.go(visit.path(), "done.segment-saved", name);
    }

    private static SegmentCriteria read(Visit visit) {
        Entries entries = visit.entries();
        @Nullable String currency = entries.optional("currency").orElse(null);
        @Nullable Integer days = entries.wholeOrNone("days").map(Long::intValue).orElse(null);
        @Nullable
        Integer orders = entries.wholeOrNone("leastOrders").map(Long::intValue).orElse(null);
        @Nullable
        Long amount =
                currency == null ? null : entries.minor("leastAmount", currency).orElse(null);
        entries.check(currency != null || entries.text("leastAmount").isEmpty(), "currency", "required");
        entries.raise();
        return new SegmentCriteria(
                entries.optional("gender").orElse(null),
                entries.optional("region").orElse(null),
                entries.optional("age").orElse(null),
                entries.optional("occupation").orElse(null),
                days,
                orders,
                amount == null && orders == null ? null : currency,
                amount,
                entries.ticked("newsOnly"),
                entries.id("category").orElse(null));
    }

    private Outcome delete(Visit visit) {
        Segment gone = segments.view(visit.caller(), visit.id("segment"));
        segments.delete(visit.caller(), gone.id());
        return Outcome.go("/segments", "done.segment-deleted", gone.name());
    }

    private Outcome mail(Visit visit) {
        Segment to = segments.view(visit.caller(), visit.id("segment"));
        UUID id = visit.entries()
                .id("mailing")
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("mailing", "required"));
        mailings.send(
                visit.caller(),
                new Mailing(
                        id,
                        to.id(),
                        visit.entries().text("subject"),
                        visit.entries().text("body")));
        return Outcome.go(visit.path(), "done.segment-mailed", to.name());
    }

    @Override
    public String title(Visit visit) {
        return segment == null ? visit.say("segments.new") : segment.name();
    }

    public @Nullable Segment segment() {
        return segment;
    }

    public Segments.Size size() {
        return size;
    }

    public List<MemberLine> members() {
        return members;
    }

    public List<Sent> sent() {
        return sent;
    }

    /** Carried by the form, so that pressing the button twice sends once. */
    public String nextMailing() {
        return SegmentMailings.nextId().toString();
    }

    public String path(MemberLine member) {
        return MemberWords.path(member.accountId());
    }

    public String words(Visit visit) {
        return segment == null ? "" : SegmentWords.of(segment.criteria(), tree, visit);
    }

    public List<Option> genders(Visit visit) {
        return MemberWords.genders(visit);
    }

    public List<Option> regions(Visit visit) {
        Map<String, Long> known = new HashMap<>(regions);
        if (segment != null && segment.criteria().region() != null) {
            known.putIfAbsent(segment.criteria().region(), 0L);
        }
        return MemberWords.regions(known, visit);
    }

    public List<Option> ages(Visit visit) {
        return MemberWords.ages(visit);
    }

    public List<Option> occupations(Visit visit) {
        return MemberWords.occupations(visit);
    }

    /** Major categories and those below them. */
    public List<Option> categories() {
        return SegmentWords.categories(tree)
                .map(node -> new Option(node.id().toString(), node.name()))
                .toList();
    }

    public String category() {
        UUID category = segment == null ? null : segment.criteria().category();
        return category == null ? "" : category.toString();
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(code -> new Option(code, code))
                .toList();
    }

    public String amount(Visit visit) {
        return segment == null || segment.criteria().currency() == null
                ? ""
                : visit.show()
                        .plain(
                                segment.criteria().leastAmount(),
                                segment.criteria().currency());
    }

    private static boolean isNew(Visit visit) {
        return visit.variable("segment").equals("new");
    }
}
