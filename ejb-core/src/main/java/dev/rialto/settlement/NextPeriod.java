package dev.rialto.settlement;

import java.time.LocalDate;

/**
 * The period that is closed next.
 *
 * @param untilOn the first day after it
 * @param over true when it can be closed
 */
public record NextPeriod(LocalDate fromOn, LocalDate untilOn, boolean over) {

    /** Its last day. */
    public LocalDate lastOn() {
        return untilOn.minusDays(1);
    }
}
