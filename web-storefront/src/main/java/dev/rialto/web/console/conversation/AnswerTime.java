package dev.rialto.web.console.conversation;

import dev.rialto.web.console.Visit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a seller has left to answer, in the reader's words. */
record AnswerTime(Clock clock) {

    String words(@Nullable Instant dueAt, Visit visit) {
        if (dueAt == null) {
            return "";
        }
        Duration left = Duration.between(clock.instant(), dueAt);
        return left.isNegative()
                ? visit.say("messages.overdue", left.abs().toHours())
                : visit.say("messages.left", left.toHours(), left.toMinutesPart());
    }

    String tone(@Nullable Instant dueAt) {
        return dueAt != null && dueAt.isBefore(clock.instant()) ? "chip-bad" : "chip-warn";
    }
}
