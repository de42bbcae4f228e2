package dev.rialto.assortment;

import dev.rialto.kernel.Violations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change to many goods.
 *
 * @param goods which, {@link #MOST} at most
 * @param currency of the prices changed
 * @param percentBp for prices: basis points up (positive) or down; for a reduction: what is taken off
 * @param categoryId for a change of category: one of the second level
 */
public record BulkChange(
        List<UUID> goods,
        Kind kind,
        String currency,
        int percentBp,
        @Nullable UUID categoryId) {
    /** Goods in one change. */
    public static final int MOST = 200;

    private static final int HIGHEST_BP = 50_000;
    private static final int WHOLE_BP = 10_000;

    /** What is changed. */
    public enum Kind {
        /** Prices go up or down; what they are compared with is left out. */
        PRICE,
        /** Prices go down and are compared with what they were. */
        REDUCTION,
        /** A reduction ends: prices are again what they were compared with. */
        REDUCTION_END,
        CATEGORY,
        ON_SALE,
        OFF_SALE
    }

    public BulkChange {
        goods = goods.stream().distinct().toList();
    }

    /** True when prices are changed. */
    public boolean isAboutPrices() {
        return kind == Kind.PRICE || kind == Kind.REDUCTION || kind == Kind.REDUCTION_END;
    }

    void raiseIfWrong() {
        Violations violations = new Violations()
                .check(!goods.isEmpty(), "goods", "required")
                .check(goods.size() <= MOST, "goods", "too_many", MOST);
        if (kind == Kind.PRICE) {
            violations.check(percentBp != 0, "percent", "zero");
            violations.check(
                    percentBp > -WHOLE_BP && percentBp <= HIGHEST_BP, "percent", "out_of_range", "-99.99", "500");
        }
        if (kind == Kind.REDUCTION) {
            violations.check(percentBp > 0 && percentBp < WHOLE_BP, "percent", "out_of_range", "0.01", "99.99");
        }
        violations.check(kind != Kind.CATEGORY || categoryId != null, "categoryId", "required");
        violations.raise(AssortmentError.INVALID_BULK);
    }
}
