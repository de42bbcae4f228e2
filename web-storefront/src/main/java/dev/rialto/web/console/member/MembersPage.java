package dev.rialto.web.console.member;

import dev.rialto.kernel.Page;
import dev.rialto.membership.MemberRoll;
import dev.rialto.membership.MemberSummary;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** All members, latest first, found by name or address (D9, D68); a seller sees those who joined at his storefronts. */
@Route(path = "/members", view = "members", permission = "member.view", menu = Section.MEMBERS)
public class MembersPage implements ConsolePage {
    private static final int PAGE = 50;

    private final MemberRoll roll;
    private Page<MemberSummary> members = new Page<>(List.of(), null);
    private long count;

    @Inject
    public MembersPage(MemberRoll roll) {
        this.roll = roll;
    }

    @Override
    public Outcome open(Visit visit) {
        members = roll.list(
                visit.caller(),
                new MemberRoll.Filter(
                        visit.entries().optional("q").orElse(null),
                        null,
                        visit.entries().optional("after").orElse(null),
                        PAGE));
        Map<?, Long> bySite = roll.countBySite(visit.caller());
        count = bySite.values().stream().mapToLong(Long::longValue).sum();
        return Outcome.show();
    }

    public Page<MemberSummary> members() {
        return members;
    }

    /** How many there are in all. */
    public long count() {
        return count;
    }
}
