package dev.rialto.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AppliedCouponTest {
    private static final UUID FIRST = new UUID(1, 0);

    private static CouponOffer percent(int bp, Map<String, Long> floors, Map<String, Long> caps, Set<UUID> fits) {
        return new CouponOffer(
                new UUID(9, bp), "", "Sale " + bp, CouponKind.PERCENT, bp, Map.of(), floors, caps, false, null, fits);
    }

    private static CouponOffer fixed(long won, Set<UUID> fits) {
        return new CouponOffer(
                new UUID(8, won),
                "TAKE",
                "Take",
                CouponKind.FIXED,
                null,
                Map.of("KRW", won),
                Map.of(),
                Map.of(),
                true,
                null,
                fits);
    }

    private static List<CouponPiece> cart(List<Long> amounts) {
        List<CouponPiece> pieces = new ArrayList<>();
        for (long amount : amounts) {
            pieces.add(new CouponPiece(new UUID(1, pieces.size()), amount));
        }
        return pieces;
    }

    private static Set<UUID> all(List<CouponPiece> cart) {
        return cart.stream().map(CouponPiece::variantId).collect(Collectors.toSet());
    }

    @Property(tries = 500)
    void noUnitIsLostAndNoLineGetsMoreThanItCosts(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 900_000_000L) Long> amounts,
            @ForAll @IntRange(min = 1, max = 10_000) int bp,
            @ForAll @LongRange(min = 1, max = 2_000_000_000L) long won) {
        List<CouponPiece> cart = cart(amounts);
        long sum = amounts.stream().mapToLong(Long::longValue).sum();
        for (CouponOffer offer : List.of(percent(bp, Map.of(), Map.of(), all(cart)), fixed(won, all(cart)))) {
            AppliedCoupon applied =
                    AppliedCoupon.choose("X", List.of(offer), cart, "KRW").orElseThrow();
            long expected = offer.kind() == CouponKind.FIXED ? Math.min(won, sum) : sum * bp / 10_000;
            assertThat(applied.total().minor()).isEqualTo(expected);
            for (CouponPiece piece : cart) {
                assertThat(applied.shareOf(piece.variantId())).isBetween(0L, piece.amount());
            }
        }
    }

    @Property(tries = 200)
    void aCapIsNeverPassed(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 100, max = 900_000L) Long> amounts,
            @ForAll @LongRange(min = 1, max = 100_000) long cap) {
        List<CouponPiece> cart = cart(amounts);
        CouponOffer offer = percent(5_000, Map.of(), Map.of("KRW", cap), all(cart));
        assertThat(AppliedCoupon.choose(null, List.of(offer), cart, "KRW")
                        .orElseThrow()
                        .total()
                        .minor())
                .isLessThanOrEqualTo(cap);
    }

    @Test
    void belowTheFloorItTellsWhatIsMissing() {
        List<CouponPiece> cart = cart(List.of(7_000L));
        AppliedCoupon applied = AppliedCoupon.choose(
                        "X", List.of(percent(1_000, Map.of("KRW", 10_000L), Map.of(), all(cart))), cart, "KRW")
                .orElseThrow();
        assertThat(applied.problem()).isEqualTo("coupon_below_floor");
        assertThat(applied.missing().minor()).isEqualTo(3_000);
        assertThat(applied.total().isZero()).isTrue();
    }

    @Test
    void theBestOfThoseThatApplyByThemselvesIsTaken() {
        List<CouponPiece> cart = cart(List.of(10_000L, 5_000L));
        AppliedCoupon applied = AppliedCoupon.choose(
                        null,
                        List.of(
                                percent(1_000, Map.of(), Map.of(), all(cart)),
                                percent(2_000, Map.of(), Map.of(), Set.of(FIRST)),
                                percent(9_000, Map.of("KRW", 99_999L), Map.of(), all(cart))),
                        cart,
                        "KRW")
                .orElseThrow();
        assertThat(applied.label()).isEqualTo("Sale 2000");
        assertThat(applied.total().minor()).isEqualTo(2_000);
        assertThat(applied.shareOf(new UUID(1, 1))).isZero();
    }

    @Test
    void aCodeOfNobodyAndAnotherCurrencySayWhyNot() {
        List<CouponPiece> cart = cart(List.of(10_000L));
        assertThat(AppliedCoupon.choose("X", List.of(), cart, "KRW")
                        .orElseThrow()
                        .problem())
                .isEqualTo("coupon_unknown");
        assertThat(AppliedCoupon.choose("X", List.of(fixed(100, all(cart))), cart, "USD")
                        .orElseThrow()
                        .problem())
                .isEqualTo("coupon_other_currency");
        assertThat(AppliedCoupon.choose(null, List.of(), cart, "KRW")).isEmpty();
    }
}
