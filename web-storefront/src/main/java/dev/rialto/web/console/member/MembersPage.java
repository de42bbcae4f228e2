package dev.rialto.web.console.member;

import dev.rialto.audience.Audience;
import dev.rialto.audience.AudienceCounts;
import dev.rialto.audience.AudienceFilter;
import dev.rialto.audience.MemberLine;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.Listing;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All members, latest first, found by name or address, and by gender, region, age and occupation (D9, D68 to D72); a seller
 * sees those who joined at his storefronts.
 */
@Route(path = "/members", view = "members", permission = "member.view", menu = Section.MEMBERS, rank = 10)
public class MembersPage implements Listing {
    private static final int PAGE = 50;

    private final Audience audience;
    private final Clock clock;
    private Page<MemberLine> members = new Page<>(List.of(), null);
    private AudienceCounts counts = new AudienceCounts(0, Map.of(), Map.of(), Map.of(), Map.of());

    @Inject
    public MembersPage(Audience audience, Clock clock) {
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public List<Column> columns(Visit visit) {
        return Listing.columns(
                visit,
                "field.gender",
                "field.age",
                "field.region",
                "field.occupation",
                "members.joined-at",
                "members.joined");
    }

    @Override
    public Outcome open(Visit visit) {
        AudienceFilter filter = filter(visit);
        if (visit.query("as").equals("csv")) {
            return MemberFileCsv.of(visit, last -> audience.list(visit.caller(), filter.after(last))
                    .items());
        }
        members = audience.list(visit.caller(), filter);
        counts = audience.counts(visit.caller());
        return Outcome.show();
    }

    private static AudienceFilter filter(Visit visit) {
        return new AudienceFilter(
                visit.entries().optional("q").orElse(null),
                visit.entries().optional("gender").orElse(null),
                visit.entries().optional("region").orElse(null),
                visit.entries().optional("age").orElse(null),
                visit.entries().optional("occupation").orElse(null),
                visit.entries().id("after").orElse(null),
                visit.query("as").equals("csv") ? MemberFileCsv.AT_ONCE : PAGE);
    }

    public Page<MemberLine> members() {
        return members;
    }

    /** How many there are in all. */
    public long count() {
        return counts.all();
    }

    /** The four divisions of all members. */
    public List<Division> divisions(Visit visit) {
        return List.of(
                Division.of("gender", MemberWords.genders(visit), counts.byGender(), counts.all()),
                Division.of("age", MemberWords.ages(visit), counts.byAge(), counts.all()),
                Division.of("region", regions(visit), counts.byRegion(), counts.all()),
                Division.of("occupation", MemberWords.occupations(visit), counts.byOccupation(), counts.all()));
    }

    public List<Option> genders(Visit visit) {
        return MemberWords.genders(visit);
    }

    public List<Option> regions(Visit visit) {
        return MemberWords.regions(counts.byRegion(), visit);
    }

    public List<Option> ages(Visit visit) {
        return MemberWords.ages(visit);
    }

    public List<Option> occupations(Visit visit) {
        return MemberWords.occupations(visit);
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("q")
                        + visit.query("gender")
                        + visit.query("region")
                        + visit.query("age")
                        + visit.query("occupation"))
                .isEmpty();
    }

    public String path(MemberLine member) {
        return MemberWords.path(member.accountId());
    }

    public String gender(MemberLine member, Visit visit) {
        return MemberWords.gender(member.gender(), visit);
    }

    public String region(MemberLine member, Visit visit) {
        return MemberWords.region(member.region(), visit);
    }

    public String occupation(MemberLine member, Visit visit) {
        return MemberWords.occupation(member.occupation(), visit);
    }

    public String years(MemberLine member, Visit visit) {
        return MemberWords.years(
                member, LocalDate.ofInstant(Instant.now(clock), visit.house().zone()));
    }
}
