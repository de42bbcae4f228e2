package dev.rialto.web.console.settlement;

import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberRoll;
import dev.rialto.payout.PayoutReads;
import dev.rialto.payout.PayoutRunView;
import dev.rialto.payout.PayoutState;
import dev.rialto.payout.PayoutView;
import dev.rialto.payout.Payouts;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of payouts: approved by another person, cancelled, fetched for the bank, and what the bank sent back. */
@Route(path = "/settlement/payouts/{payoutrun}", view = "payout-run", who = Who.OPERATOR, permission = "payout.prepare")
public class PayoutRunPage implements ConsolePage {
    private static final String RETURNED = "returned.";

    private final PayoutReads reads;
    private final Payouts payouts;
    private final StepUp stepUp;
    private final MemberRoll roll;
    private @Nullable PayoutRunView run;
    private List<PayoutView> list = List.of();
    private Map<UUID, String> names = Map.of();

    @Inject
    public PayoutRunPage(PayoutReads reads, Payouts payouts, StepUp stepUp, MemberRoll roll) {
        this.reads = reads;
        this.payouts = payouts;
        this.stepUp = stepUp;
        this.roll = roll;
    }

    @Override
    public Outcome open(Visit visit) {
        UUID id = visit.id("payoutrun");
        run = reads.run(visit.caller(), id);
        if (visit.query("as").equals("xml")) {
            return new Outcome.Send(run().number() + ".xml", "application/xml", payouts.file(visit.caller(), id));
        }
        list = reads.payouts(visit.caller(), id);
        names = roll.names(
                visit.caller(),
                Stream.of(run().preparedBy(), run().decidedBy())
                        .filter(Objects::nonNull)
                        .toList());
        return Outcome.show();
    }

    @Override
    public String title(Visit visit) {
        return run == null ? visit.say("page.payout-run") : visit.say("payouts.run", run.number());
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID id = visit.id("payoutrun");
        Entries entries = visit.entries();
        long version = entries.whole("version");
        entries.raise();
        if (action.equals("approve")) {
            stepUp.require(visit);
            payouts.approve(visit.caller(), id, version);
            return Outcome.go(visit.path(), "done.payout-approved");
        }
        if (action.equals("cancel")) {
            payouts.cancel(visit.caller(), id, entries.text("reason"), version);
            return Outcome.go(visit.path(), "done.payout-cancelled");
        }
        if (action.startsWith(RETURNED)) {
            stepUp.require(visit);
            UUID payout = Ids.parse("payout", action.substring(RETURNED.length()))
                    .orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
            payouts.returned(visit.caller(), payout, entries.text("reason"), version);
            return Outcome.go(visit.path(), "done.payout-returned", entries.text("reference"));
        }
        throw ConsoleError.UNKNOWN_ACTION.now();
    }

    public PayoutRunView run() {
        return Objects.requireNonNull(run);
    }

    public List<PayoutView> payouts() {
        return list;
    }

    public boolean isApprovable(Visit visit) {
        return visit.may("payout.approve") && run().waitsFor(visit.caller().account());
    }

    public String name(@Nullable UUID account) {
        return account == null ? "" : names.getOrDefault(account, "—");
    }

    public String key(PayoutView payout) {
        return Ids.external("payout", payout.id());
    }

    public boolean isReturnable(PayoutView payout, Visit visit) {
        return payout.state() == PayoutState.SENT && visit.may("payout.approve");
    }

    public String tone() {
        return PayoutWords.tone(run());
    }

    public String tone(PayoutView payout) {
        return PayoutWords.tone(payout.state());
    }
}
