package dev.rialto.seller;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How far a seller has come, and where he may go from there. */
public enum SellerState {
    APPLIED,
    ACTIVE,
    SUSPENDED,
    REJECTED,
    CLOSED;

    private static final Map<SellerState, Set<SellerState>> MOVES = Map.of(
            APPLIED, Set.of(ACTIVE, REJECTED),
            ACTIVE, Set.of(SUSPENDED, CLOSED),
            SUSPENDED, Set.of(ACTIVE, CLOSED),
            REJECTED, Set.of(),
            CLOSED, Set.of());

    static SellerState stored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses a move that is not in the table. */
    void requireMoveTo(SellerState next) {
        if (!MOVES.getOrDefault(this, Set.of()).contains(next)) {
            throw SellerError.SELLER_STATE.because("state", stored());
        }
    }
}
