package dev.rialto.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RefundSharesTest {
    @Test
    void givesBackLineAndDeliveryInProportion() {
        RefundShares shares = new RefundShares(
                33_000, 3_000, List.of(new RefundShares.Line(2, 20_000), new RefundShares.Line(1, 10_000)));
        assertThat(shares.of(List.of(0, 0))).isZero();
        assertThat(shares.of(List.of(1, 0))).isEqualTo(11_000);
        assertThat(shares.of(List.of(2, 0))).isEqualTo(22_000);
        assertThat(shares.of(List.of(2, 1))).isEqualTo(33_000);
    }

    @Test
    void goodsThatCostNothingShareTheDeliveryByNumber() {
        RefundShares shares = new RefundShares(3_000, 3_000, List.of(new RefundShares.Line(4, 0)));
        assertThat(shares.of(List.of(1))).isEqualTo(750);
    }

    @Test
    void morePiecesThanThereWereAreAMistake() {
        RefundShares shares = new RefundShares(100, 0, List.of(new RefundShares.Line(1, 100)));
        assertThatThrownBy(() -> shares.of(List.of(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void pieceByPieceNeverShrinksAndEndsAtTheWhole(
            @ForAll @IntRange(min = 1, max = 7) int first,
            @ForAll @IntRange(min = 1, max = 7) int second,
            @ForAll @LongRange(min = 0, max = 99_999) long firstPaid,
            @ForAll @LongRange(min = 0, max = 99_999) long secondPaid,
            @ForAll @LongRange(min = 0, max = 9_999) long delivery) {
        long total = firstPaid + secondPaid + delivery;
        RefundShares shares = new RefundShares(
                total,
                delivery,
                List.of(new RefundShares.Line(first, firstPaid), new RefundShares.Line(second, secondPaid)));
        long before = 0;
        for (int i = 0; i <= first; i++) {
            long now = shares.of(List.of(i, 0));
            assertThat(now).isBetween(before, total);
            before = now;
        }
        for (int i = 0; i <= second; i++) {
            long now = shares.of(List.of(first, i));
            assertThat(now).isBetween(before, total);
            before = now;
        }
        assertThat(before).isEqualTo(total);
    }
}
