package dev.rialto.order;

import dev.rialto.refund.RefundApproved;
import dev.rialto.refund.RefundKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears that a second person let goodwill go: only now the timeline and the buyer are told. */
@ApplicationScoped
class GoodwillNews {
    private final OrderSteps steps;

    @Inject
    GoodwillNews(OrderSteps steps) {
        this.steps = steps;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodwillNews() {
        this(null);
    }

    void onApproval(@Observes RefundApproved news) {
        if (news.kind() == RefundKind.GOODWILL) {
            steps.goodwillApproved(news.caller(), news.subOrderId(), news.amount(), news.reason());
        }
    }
}
