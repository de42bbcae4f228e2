package dev.rialto.returns;

import java.util.Locale;

/** What inspection found. */
public enum ReturnOutcome {
    ACCEPTED,
    PARTLY,
    REJECTED;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReturnOutcome of(int accepted, int sent) {
        if (accepted == 0) {
            return REJECTED;
        }
        return accepted == sent ? ACCEPTED : PARTLY;
    }
}
