package dev.rialto.returns;

import dev.rialto.refund.RefundMade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Hears that money has gone back, and ends the return that waited for it. */
@ApplicationScoped
class ReturnNews {
    private final ReturnMoves moves;
    private final ReturnLetters letters;

    @Inject
    ReturnNews(ReturnMoves moves, ReturnLetters letters) {
        this.moves = moves;
        this.letters = letters;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnNews() {
        this(null, null);
    }

    void onRefund(@Observes RefundMade news) {
        ReturnView refunded = moves.refunded(news.owedId());
        if (refunded != null) {
            letters.tell(news.caller(), refunded, "refunded", List.of());
        }
    }
}
