package dev.rialto.web.console.member;

import dev.rialto.audience.Segment;
import dev.rialto.audience.Segments;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;

/** The saved choices of members. */
@Route(
        path = "/segments",
        view = "segments",
        who = Who.OPERATOR,
        permission = "member.view",
        menu = Section.MEMBERS,
        rank = 40)
public class SegmentsPage implements ConsolePage {
    private final Segments segments;
    private final Categories categories;
    private List<Segment> all = List.of();
    private List<CategoryNode> tree = List.of();

    @Inject
    public SegmentsPage(Segments segments, Categories categories) {
        this.segments = segments;
        this.categories = categories;
    }

    @Override
    public Outcome open(Visit visit) {
        all = segments.list(visit.caller());
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    public List<Segment> segments() {
        return all;
    }

    public String path(Segment segment) {
        return "/segments/" + Ids.external("segment", segment.id());
    }

    /** Who belongs to it, in words. */
    public String words(Segment segment, Visit visit) {
        return SegmentWords.of(segment.criteria(), tree, visit);
    }
}
