package dev.rialto.web.console.returns;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.refund.DecideRefund;
import dev.rialto.refund.OwedState;
import dev.rialto.refund.RefundApprovals;
import dev.rialto.refund.RefundLimits;
import dev.rialto.refund.RefundQuestion;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Subject;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One refund for the second pair of eyes: who asked, why, what had gone back before and will have after. */
@Route(path = "/refunds/{refund}", view = "refund", permission = "order.view")
public class RefundPage implements ConsolePage {
    private final RefundApprovals approvals;
    private final RefundLimits limits;
    private final StepUp stepUp;
    private @Nullable RefundQuestion question;

    @Inject
    public RefundPage(RefundApprovals approvals, RefundLimits limits, StepUp stepUp) {
        this.approvals = approvals;
        this.limits = limits;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        question = approvals.view(visit.caller(), visit.id("refund"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        Entries entries = visit.entries();
        UUID refund = visit.id("refund");
        long version = entries.whole("version");
        entries.raise();
        stepUp.require(visit);
        DecideRefund decision = new DecideRefund(refund, entries.text("note"), version);
        switch (action) {
            case "approve" -> approvals.approve(visit.caller(), decision);
            case "refuse" -> approvals.refuse(visit.caller(), decision);
            case "ask" -> approvals.askAgain(visit.caller(), decision);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.refund-" + action, entries.text("number"));
    }

    @Override
    public Optional<Subject> edits(Visit visit) {
        return Optional.of(new Subject("refund_owed", visit.id("refund")));
    }

    @Override
    public String title(Visit visit) {
        return question == null
                ? visit.say("page.refund")
                : visit.say("page.refund") + " " + question.refund().number();
    }

    public RefundQuestion question() {
        return Objects.requireNonNull(question);
    }

    public String tone() {
        return ReturnWords.tone(question().refund().state());
    }

    public String orderPath() {
        return "/orders/" + Ids.external("order", question().refund().orderId());
    }

    public boolean isWaiting() {
        return question().refund().state() == OwedState.WAITING;
    }

    public boolean isRefused() {
        return question().refund().state() == OwedState.REFUSED;
    }

    /** Did the reader ask for it, and so cannot let it go? */
    public boolean isOwn(Visit visit) {
        return Objects.equals(question().refund().requestedBy(), visit.caller().account());
    }

    /** Up to how much one person decides alone; null without a limit. */
    public @Nullable Money limit(Visit visit) {
        return limits.terms(visit.caller())
                .limit(question().refund().amount().currency())
                .orElse(null);
    }
}
