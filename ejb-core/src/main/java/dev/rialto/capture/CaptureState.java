package dev.rialto.capture;

import java.util.Locale;

/** Where the taking of a part's money stands. */
public enum CaptureState {
    /** Written down, the gateway not yet asked. */
    REQUESTED,
    /** The gateway's answer was lost; it will be asked again. */
    UNKNOWN,
    /** The money is the mall's. */
    DONE,
    /** The gateway refused; a person has to look. */
    FAILED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isSettled() {
        return this == DONE || this == FAILED;
    }
}
