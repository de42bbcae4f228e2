package dev.rialto.order;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Money;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.payment.PaymentView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order as far as the reader may see it: a seller sees only its own part, and the totals are sums over what is seen.
 *
 * @param taxIncluded true when amounts contain their tax
 * @param buyer null once the person was erased
 * @param payment for the buyer while a deposit is awaited, and for the mall
 */
public record OrderView(
        UUID id,
        String number,
        UUID siteId,
        OrderState state,
        PaymentMethod method,
        String currency,
        String language,
        boolean taxIncluded,
        Instant placedAt,
        @Nullable Buyer buyer,
        List<SubOrderView> parts,
        List<OrderEvent> events,
        @Nullable PaymentView payment) {
    public OrderView {
        parts = List.copyOf(parts);
        events = List.copyOf(events);
    }

    /** Something that happened; account is null for the mall's own doing, reason is what staff gave as theirs. */
    public record OrderEvent(
            String kind,
            Instant at,
            @Nullable UUID subOrderId,
            @Nullable UUID accountId,
            @Nullable String reason) {}

    public Money goodsTotal() {
        return sum(SubOrderView::goodsTotal);
    }

    public Money discountTotal() {
        return sum(SubOrderView::discountTotal);
    }

    /** What of the discount is the coupon's. */
    public Money couponTotal() {
        return sum(SubOrderView::couponTotal);
    }

    public Money deliveryTotal() {
        return sum(SubOrderView::deliveryTotal);
    }

    public Money taxTotal() {
        return sum(SubOrderView::taxTotal);
    }

    public Money total() {
        return sum(SubOrderView::total);
    }

    /** May the buyer still call it off? */
    public boolean isCancellable() {
        return state.mayBecome(OrderState.CANCELLED) && liveParts().stream().allMatch(SubOrderView::isCancellable);
    }

    /** The parts that were not called off. */
    public List<SubOrderView> liveParts() {
        return parts.stream()
                .filter(part -> part.state() != SubOrderState.CANCELLED)
                .toList();
    }

    /** The seller of an event, for the timeline. */
    public Optional<String> sellerOf(OrderEvent event) {
        return parts.stream()
                .filter(part -> part.id().equals(event.subOrderId()))
                .map(SubOrderView::sellerName)
                .findFirst();
    }

    OrderView with(@Nullable PaymentView seen) {
        return new OrderView(
                id,
                number,
                siteId,
                state,
                method,
                currency,
                language,
                taxIncluded,
                placedAt,
                buyer,
                parts,
                events,
                seen);
    }

    private Money sum(Function<SubOrderView, Long> part) {
        return new Money(parts.stream().map(part).mapToLong(Long::longValue).sum(), currency);
    }
}
