package dev.rialto.goods;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where goods are in their life. Deleted goods are gone for good; orders keep what they need of them. */
public enum GoodsState {
    DRAFT,
    ON_SALE,
    WITHDRAWN,
    DELETED;

    /** May goods in this state become that? Staying is allowed, except for what is deleted. */
    public boolean canBecome(GoodsState next) {
        return allowed().contains(next);
    }

    private Set<GoodsState> allowed() {
        return switch (this) {
            case DRAFT -> EnumSet.of(DRAFT, ON_SALE, DELETED);
            case ON_SALE -> EnumSet.of(ON_SALE, WITHDRAWN, DELETED);
            case WITHDRAWN -> EnumSet.of(WITHDRAWN, ON_SALE, DELETED);
            case DELETED -> EnumSet.noneOf(GoodsState.class);
        };
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
