package dev.rialto.recharge;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The life of a code (E34). */
public enum CodeState {
    /** Made; nobody has read it yet. */
    CREATED,
    /** Handed out: exported, or handed over by the provider. */
    ASSIGNED,
    /** Sold to somebody. */
    SOLD,
    /** Recharged. */
    USED,
    /** Taken out of use. */
    VOID,
    /** Its time is over. */
    EXPIRED;

    private static final Map<CodeState, Set<CodeState>> MOVES = Map.of(
            CREATED, EnumSet.of(ASSIGNED, SOLD, VOID, EXPIRED),
            ASSIGNED, EnumSet.of(SOLD, USED, VOID, EXPIRED),
            SOLD, EnumSet.of(USED, VOID, EXPIRED),
            USED, EnumSet.noneOf(CodeState.class),
            VOID, EnumSet.noneOf(CodeState.class),
            EXPIRED, EnumSet.noneOf(CodeState.class));

    /** May a code go from this state to the other? */
    public boolean mayBecome(CodeState next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /** The states from which one may go to this one, as they are stored. */
    String[] before() {
        return MOVES.entrySet().stream()
                .filter(move -> move.getValue().contains(this))
                .map(move -> move.getKey().stored())
                .sorted()
                .toArray(String[]::new);
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
