package dev.rialto.rest.v1.webhook;

import dev.rialto.kernel.Ids;
import dev.rialto.rest.v1.Wire;
import dev.rialto.webhook.AttemptView;
import dev.rialto.webhook.DispatchView;
import dev.rialto.webhook.SentNews;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News on its way to an endpoint; body and tries stand in the answer about one alone. */
public record Dispatch(
        String id,
        String eventId,
        String type,
        long sequence,
        String state,
        int attempts,
        @Nullable Instant nextAt,
        Instant createdAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable String body,
        @Nullable List<Attempt> tries) {

    /** One try to send. */
    public record Attempt(
            Instant at,
            int millis,
            String requestHeaders,
            @Nullable Integer status,
            @Nullable String error,
            String responseBody) {

        static Attempt of(AttemptView view) {
            return new Attempt(
                    view.at(), view.millis(), view.requestHeaders(), view.status(), view.error(), view.responseBody());
        }
    }

    /** A page of them, latest first. */
    public record Dispatches(List<Dispatch> items, @Nullable String next) {}

    static Dispatch of(DispatchView view) {
        return of(view, null, null);
    }

    static Dispatch of(SentNews sent) {
        return of(
                sent.dispatch(),
                sent.body(),
                sent.attempts().stream().map(Attempt::of).toList());
    }

    private static Dispatch of(DispatchView view, @Nullable String body, @Nullable List<Attempt> tries) {
        return new Dispatch(
                Wire.text(Wire.DISPATCH, view.id()),
                Ids.external("evt", view.eventId()),
                view.type(),
                view.sequence(),
                view.state(),
                view.attempts(),
                view.nextAt(),
                view.createdAt(),
                view.lastStatus(),
                view.lastError(),
                body,
                tries);
    }
}
