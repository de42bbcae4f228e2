package dev.rialto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SaleSharesTest {
    private static final long MOST = 1_000_000_000_000L;

    private static Money won(long minor) {
        return new Money(minor, "KRW");
    }

    private static LedgerTransfer sale(long goods, long delivery, long tax, int commissionBp, int handlingBp) {
        SubOrderSale sold = new SubOrderSale(
                Ids.next(), Ids.next(), Ids.next(), won(goods), won(delivery), won(tax), commissionBp, handlingBp);
        return LedgerTransfer.sale(Ids.next(), LedgerPurpose.GATEWAY, sold);
    }

    private static long sum(List<LedgerEntry> entries) {
        return entries.stream().mapToLong(entry -> entry.amount().minor()).sum();
    }

    @Property
    void theSharesSumToThePriceAndNobodyPays(
            @ForAll @LongRange(max = MOST) long goods,
            @ForAll @IntRange(max = 10_000) int commissionBp,
            @ForAll @IntRange(max = 10_000) int handlingBp) {
        SaleShares shares = SaleShares.of(won(goods), commissionBp, handlingBp);
        assertThat(shares.mall().plus(shares.site()).plus(shares.seller())).isEqualTo(won(goods));
        assertThat(List.of(shares.mall(), shares.site(), shares.seller())).noneMatch(Money::isNegative);
    }

    @Property
    void aSaleBalancesAndItsDebitIsWhatWasPaid(
            @ForAll @LongRange(max = MOST) long goods,
            @ForAll @LongRange(min = 1, max = 1_000_000) long delivery,
            @ForAll @LongRange(max = MOST) long tax,
            @ForAll @IntRange(max = 10_000) int commissionBp,
            @ForAll @IntRange(max = 10_000) int handlingBp) {
        LedgerTransfer sale = sale(goods, delivery, tax, commissionBp, handlingBp);
        assertThat(sum(sale.entries())).isZero();
        assertThat(sale.paid()).isEqualTo(won(goods + delivery + tax));
    }

    @Property
    void refundsInPartsMirrorTheSaleToTheLastUnit(
            @ForAll @LongRange(min = 1, max = 1_000_000) long goods,
            @ForAll @LongRange(max = 5_000) long delivery,
            @ForAll @LongRange(max = 100_000) long tax,
            @ForAll @IntRange(max = 10_000) int commissionBp,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 100) Integer> weights) {
        LedgerTransfer sale = sale(goods, delivery, tax, commissionBp, 300);
        List<LedgerEntry> mirrored = new ArrayList<>();
        for (Money part :
                sale.paid().allocate(weights.stream().map(Integer::longValue).toList())) {
            if (!part.isZero()) {
                LedgerTransfer refund = new RefundMirror(sale, List.copyOf(mirrored)).part(part, "");
                assertThat(sum(refund.entries())).isZero();
                mirrored.addAll(refund.entries());
            }
        }
        assertThat(new RefundMirror(sale, mirrored).remaining()).isEqualTo(won(0));
        for (LedgerEntry sold : sale.entries()) {
            long back = sum(mirrored.stream().filter(sold::isSameAccount).toList());
            assertThat(back).isEqualTo(-sold.amount().minor());
        }
    }

    @Test
    void aTransferThatDoesNotBalanceCannotBeMade() {
        List<LedgerEntry> entries = List.of(LedgerEntry.debit(LedgerPurpose.BANK, won(1)));
        assertThatThrownBy(
                        () -> new LedgerTransfer(Ids.next(), "sale", Ids.next(), Ids.next(), null, null, "", entries))
                .hasMessageContaining("does not balance");
    }

    @Test
    void ratesAboveTheWholeAreRefused() {
        assertThatThrownBy(() -> SaleShares.of(won(1), 10_001, 0)).hasMessageContaining("10001");
    }
}
