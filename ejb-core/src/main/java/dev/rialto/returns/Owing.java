package dev.rialto.returns;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.refund.OweRefund;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.RefundKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Owes the buyer what a return gives back. */
@ApplicationScoped
class Owing {
    private final OwedRefunds refunds;

    @Inject
    Owing(OwedRefunds refunds) {
        this.refunds = refunds;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Owing() {
        this(null);
    }

    /** A refund that is owed now, in minor units. */
    record Owed(UUID id, long amount) {}

    /** Owes at most what the part has left: goodwill may have given some of it back before. */
    Optional<Owed> owe(Caller caller, ReturnView about, Money wanted, RefundKind kind) {
        Money left = refunds.left(caller, about.partId());
        Money amount = wanted.isMoreThan(left) ? left : wanted;
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(owe(caller, new OweRefund(about.partId(), amount, kind, reason(about))));
    }

    /** Owes what the buyer paid for a replacement that is not sent. */
    Optional<Owed> oweExtra(Caller caller, ReturnView about) {
        UUID paidBy = about.extraPaidBy();
        return paidBy == null
                ? Optional.empty()
                : Optional.of(owe(
                        caller,
                        new OweRefund(about.partId(), paidBy, about.extra(), RefundKind.DIFFERENCE, reason(about))));
    }

    private static String reason(ReturnView about) {
        return MallNote.GOODS_SENT_BACK.text(about.number());
    }

    private Owed owe(Caller caller, OweRefund refund) {
        return new Owed(refunds.owe(caller, refund), refund.amount().minor());
    }
}
