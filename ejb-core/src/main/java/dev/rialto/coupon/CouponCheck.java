package dev.rialto.coupon;

import dev.rialto.kernel.Violations;
import java.util.Map;
import java.util.Set;

/** What a coupon must be before it is issued. */
final class CouponCheck {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PERCENT = 10_000;
    private static final int MOST_SCOPE = 500;
    private static final long MOST_AMOUNT = 1_000_000_000_000L;

    private CouponCheck() {}

    static void require(IssueCoupon wanted, Set<String> currencies) {
        Violations wrong = new Violations()
                .text("name", wanted.name(), LONGEST_NAME)
                .check(wanted.code().matches("|[A-Z0-9][A-Z0-9-]{2,29}"), "code", "coupon_code")
                .check(
                        wanted.validUntil() == null || wanted.validUntil().isAfter(wanted.validFrom()),
                        "validUntil",
                        "before_start")
                .check(isLimit(wanted.totalLimit()), "totalLimit", "not_positive")
                .check(isLimit(wanted.memberLimit()), "memberLimit", "not_positive")
                .check(
                        wanted.goods().size() + wanted.categoryIds().size() <= MOST_SCOPE,
                        "scope",
                        "too_many",
                        MOST_SCOPE);
        if (wanted.kind() == CouponKind.PERCENT) {
            wrong.check(
                    wanted.percentBp() > 0 && wanted.percentBp() <= MOST_PERCENT, "percent", "out_of_range", 1, 100);
        } else {
            wrong.check(!wanted.amounts().isEmpty(), "amounts", "required");
        }
        amounts(wrong, "amounts", wanted.amounts(), currencies);
        amounts(wrong, "floors", wanted.floors(), currencies);
        amounts(wrong, "caps", wanted.caps(), currencies);
        wrong.raise(CouponError.INVALID_COUPON);
    }

    private static boolean isLimit(@org.jspecify.annotations.Nullable Integer limit) {
        return limit == null || limit > 0;
    }

    private static void amounts(Violations wrong, String field, Map<String, Long> amounts, Set<String> currencies) {
        amounts.forEach(
                (currency, minor) -> wrong.check(currencies.contains(currency), field + "." + currency, "unknown_value")
                        .check(minor > 0 && minor <= MOST_AMOUNT, field + "." + currency, "not_positive"));
    }
}
