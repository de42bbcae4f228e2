package dev.rialto.web.console.access;

import dev.rialto.membership.SessionEntry;
import dev.rialto.membership.SessionView;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.SessionOf;
import dev.rialto.web.console.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Asks for the second factor once more before money moves, unless it was given a moment ago. */
@ApplicationScoped
public class StepUp {
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final Clock clock;

    @Inject
    public StepUp(Clock clock) {
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StepUp() {
        this.clock = null;
    }

    /**
     * Lets a visit go on. Whoever has no second factor, where none is required, goes on too.
     *
     * @throws dev.rialto.kernel.DomainException {@link ConsoleError#STEP_UP_NEEDED}; the page then shows its form as it
     *     was sent, and where to give the code
     */
    public void require(Visit visit) {
        SessionEntry entry =
                SessionOf.request(visit.request()).map(SessionView::entry).orElseThrow(ConsoleError.NOT_ALLOWED::now);
        boolean recent =
                entry.factorAt() != null && entry.factorAt().plus(RECENT).isAfter(clock.instant());
        if (entry.enrolled() && !recent) {
            throw ConsoleError.STEP_UP_NEEDED.now();
        }
    }
}
