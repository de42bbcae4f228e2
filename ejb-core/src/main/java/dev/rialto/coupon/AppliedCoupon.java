package dev.rialto.coupon;

import dev.rialto.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off a cart, or why it takes off nothing.
 *
 * @param id null for a code that nobody issued
 * @param label its code, or its name when it applies by itself
 * @param problem null when it applies
 * @param missing how much more would do, when the goods are below its floor
 * @param shares what it takes off each variant, in minor units; their sum is the whole
 */
public record AppliedCoupon(
        @Nullable UUID id,
        String label,
        boolean byMall,
        @Nullable String problem,
        @Nullable Money missing,
        Map<UUID, Long> shares,
        String currency) {
    private static final int DIGITS_OF_BASIS_POINTS = 4;

    public AppliedCoupon {
        shares = Map.copyOf(shares);
    }

    /** The code that was typed, or the best of the coupons that apply by themselves; empty when there is none. */
    public static Optional<AppliedCoupon> choose(
            @Nullable String typed, List<CouponOffer> offers, List<CouponPiece> cart, String currency) {
        if (typed != null) {
            return Optional.of(
                    offers.isEmpty()
                            ? new AppliedCoupon(null, typed, false, "coupon_unknown", null, Map.of(), currency)
                            : of(offers.get(0), cart, currency));
        }
        return offers.stream()
                .map(offer -> of(offer, cart, currency))
                .filter(AppliedCoupon::applies)
                .max(Comparator.comparing(AppliedCoupon::total));
    }

    private static AppliedCoupon of(CouponOffer offer, List<CouponPiece> cart, String currency) {
        List<CouponPiece> goods = cart.stream()
                .filter(piece -> offer.fits().contains(piece.variantId()))
                .toList();
        Money sum = new Money(goods.stream().mapToLong(CouponPiece::amount).sum(), currency);
        Money floor = new Money(offer.floors().getOrDefault(currency, 0L), currency);
        String problem = offer.problem() != null ? offer.problem() : problem(offer, sum, floor, currency);
        Money missing = "coupon_below_floor".equals(problem) ? floor.minus(sum) : null;
        Map<UUID, Long> shares = problem == null ? shares(goods, taken(offer, sum, currency)) : Map.of();
        String label = offer.code().isEmpty() ? offer.name() : offer.code();
        return new AppliedCoupon(offer.id(), label, offer.byMall(), problem, missing, shares, currency);
    }

    private static @Nullable String problem(CouponOffer offer, Money sum, Money floor, String currency) {
        if (sum.isZero()) {
            return "coupon_no_goods";
        }
        if (offer.kind() == CouponKind.FIXED && !offer.amounts().containsKey(currency)) {
            return "coupon_other_currency";
        }
        if (floor.isMoreThan(sum)) {
            return "coupon_below_floor";
        }
        return taken(offer, sum, currency).isZero() ? "coupon_no_goods" : null;
    }

    /** A share is rounded down, so that no more is given than was promised. */
    private static Money taken(CouponOffer offer, Money sum, String currency) {
        int rate = offer.percentBp() == null ? 0 : offer.percentBp();
        Money wanted = offer.kind() == CouponKind.FIXED
                ? new Money(offer.amounts().getOrDefault(currency, 0L), currency)
                : sum.times(BigDecimal.valueOf(rate, DIGITS_OF_BASIS_POINTS), RoundingMode.DOWN);
        Money most = new Money(offer.caps().getOrDefault(currency, Long.MAX_VALUE), currency);
        Money capped = wanted.isMoreThan(most) ? most : wanted;
        return capped.isMoreThan(sum) ? sum : capped;
    }

    private static Map<UUID, Long> shares(List<CouponPiece> goods, Money taken) {
        List<Money> parts =
                taken.allocate(goods.stream().map(CouponPiece::amount).toList());
        Map<UUID, Long> shares = new HashMap<>();
        for (int i = 0; i < goods.size(); i++) {
            shares.merge(goods.get(i).variantId(), parts.get(i).minor(), Long::sum);
        }
        return shares;
    }

    public boolean applies() {
        return problem == null;
    }

    /** What it takes off in all. */
    public Money total() {
        return new Money(shares.values().stream().mapToLong(Long::longValue).sum(), currency);
    }

    /** What it takes off one variant, minor units. */
    public long shareOf(UUID variant) {
        return shares.getOrDefault(variant, 0L);
    }

    /** The same for several. */
    public Money shareOf(List<UUID> variants) {
        List<Long> parts = new ArrayList<>();
        variants.forEach(variant -> parts.add(shareOf(variant)));
        return new Money(parts.stream().mapToLong(Long::longValue).sum(), currency);
    }
}
