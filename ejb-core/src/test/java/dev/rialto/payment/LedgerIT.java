package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.LedgerBalance;
import dev.rialto.ledger.LedgerError;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.ledger.RefundPosting;
import dev.rialto.ledger.Sale;
import dev.rialto.ledger.SubOrderSale;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books against a real database; here because their rows stand on orders and sellers. */
class LedgerIT {
    private static final Caller WORKER = Caller.worker("test");

    @TempDir
    static Path folder;

    static TestMall mall;
    static Shop shop;
    static Ledger ledger;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        shop = new Shop(mall);
        ledger = mall.get(Ledger.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static Money won(long minor) {
        return new Money(minor, "KRW");
    }

    /** Two sellers: 10,000 and 20,000 of goods, delivery 3,000 for the first, 10 % tax, commission 10 %, site 3 %. */
    private static UUID sold() {
        UUID order = shop.order(shop.checkout());
        ledger.postSale(
                WORKER,
                new Sale(
                        order,
                        LedgerPurpose.GATEWAY,
                        List.of(
                                part(order, shop.seller, 10_000, 3_000, 1_300),
                                part(order, shop.otherSeller, 20_000, 0, 2_000))));
        return order;
    }

    private static SubOrderSale part(UUID order, UUID seller, long goods, long delivery, long tax) {
        return new SubOrderSale(
                shop.subOrder(order, seller), seller, shop.site, won(goods), won(delivery), won(tax), 1_000, 300);
    }

    private static Map<LedgerPurpose, Long> ofOrder(UUID order) {
        return mall.inTransaction(() -> {
            Map<LedgerPurpose, Long> sums = new java.util.EnumMap<>(LedgerPurpose.class);
            for (LedgerPurpose purpose : LedgerPurpose.values()) {
                sums.put(
                        purpose,
                        mall.value(long.class, """
                        select coalesce(sum(e.amount), 0)::bigint from ledger_entry e
                        join ledger_account a on a.id = e.account_id join ledger_transfer t on t.id = e.transfer_id
                        where t.order_id = ? and a.purpose = ?
                        """, order, purpose.name().toLowerCase(java.util.Locale.ROOT)));
            }
            return sums;
        });
    }

    @Test
    void aSaleBooksSellerSiteMallDeliveryAndTaxInOneTransferPerSeller() {
        assertThat(ofOrder(sold()))
                .containsEntry(LedgerPurpose.GATEWAY, 36_300L)
                .containsEntry(LedgerPurpose.MALL, -3_000L)
                .containsEntry(LedgerPurpose.SITE, -900L)
                .containsEntry(LedgerPurpose.SELLER, -26_100L)
                .containsEntry(LedgerPurpose.DELIVERY, -3_000L)
                .containsEntry(LedgerPurpose.TAX, -3_300L);
    }

    @Test
    void aWholeRefundLeavesNothingOnAnyAccountOfTheOrder() {
        UUID order = sold();
        ledger.postRefund(WORKER, new RefundPosting(Ids.next(), order, null, won(12_345)));
        ledger.postRefund(WORKER, new RefundPosting(Ids.next(), order, null, won(36_300 - 12_345)));
        assertThat(ofOrder(order).values()).containsOnly(0L);
    }

    @Test
    void aPartOfOneSellerTouchesOnlyThatSeller() {
        UUID order = sold();
        UUID part = mall.value(
                UUID.class, "select id from sub_order where order_id = ? and tenant_id = ?", order, shop.otherSeller);
        Money before = ledger.balance(WORKER, LedgerPurpose.SELLER, shop.seller, "KRW");
        ledger.postRefund(WORKER, new RefundPosting(Ids.next(), order, part, won(22_000)));
        assertThat(ledger.balance(WORKER, LedgerPurpose.SELLER, shop.seller, "KRW"))
                .isEqualTo(before);
        assertThat(ofOrder(order)).containsEntry(LedgerPurpose.GATEWAY, 14_300L);
    }

    @Test
    void moreThanTheSaleIsNotGivenBack() {
        UUID order = sold();
        assertThatThrownBy(() -> ledger.postRefund(WORKER, new RefundPosting(Ids.next(), order, null, won(36_301))))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(LedgerError.REFUND_EXCEEDS_SALE));
    }

    @Test
    void aSubOrderIsBookedOnce() {
        UUID order = shop.order(shop.checkout());
        SubOrderSale part = part(order, shop.seller, 1_000, 0, 0);
        Sale sale = new Sale(order, LedgerPurpose.GATEWAY, List.of(part));
        ledger.postSale(WORKER, sale);
        assertThatThrownBy(() -> ledger.postSale(WORKER, sale)).hasMessageContaining("ledger_transfer_sale_once");
    }

    @Test
    void theDatabaseRefusesATransferThatDoesNotBalance() {
        sold();
        assertThatThrownBy(() -> mall.execute("""
                        with t as (insert into ledger_transfer (id, kind, at) values (gen_random_uuid(), 'correction', now())
                            returning id)
                        insert into ledger_entry (transfer_id, number, account_id, amount, currency)
                        select t.id, 1, a.id, 5, 'KRW' from t, (select id from ledger_account limit 1) a
                        """)).hasStackTraceContaining("does not balance");
    }

    @Test
    void aSellerSeesItsOwnBalancesAndNobodyElses() {
        sold();
        Set<UUID> seen = ledger.balances(Caller.tenant(shop.seller, null, Set.of(), "t")).stream()
                .map(LedgerBalance::tenantId)
                .collect(Collectors.toSet());
        assertThat(seen).containsExactly(shop.seller);
    }

    @Test
    void allBalancesTogetherAreZero() {
        sold();
        long sum = ledger.balances(WORKER).stream()
                .mapToLong(balance -> balance.balance().minor())
                .sum();
        assertThat(sum).isZero();
    }
}
