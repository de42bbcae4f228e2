package dev.rialto.seller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By which way staff may come in: by password, through the sign-on of their house, or both.
 *
 * @param signOnId the sign-on of this place, if it has one in use
 * @param enforced true when it is the only way
 * @param breakGlass true for an account that keeps its password in any case
 */
public record StaffDoor(@Nullable UUID signOnId, boolean enforced, boolean breakGlass) {
    /** Password only. */
    public static final StaffDoor PLAIN = new StaffDoor(null, false, false);

    /** May somebody come in who was vouched for by this sign-on, or by none? */
    public boolean opensFor(@Nullable UUID by) {
        return by == null ? !enforced || breakGlass : by.equals(signOnId);
    }
}
