package dev.rialto.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.order.OrderFilter;
import dev.rialto.order.Orders;
import dev.rialto.platform.TestMall;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.OwedState;
import dev.rialto.refund.RefundFilter;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The back office's lists with a hundred thousand orders, ten thousand of them with a return and a refund. */
class ManyOrdersIT {
    private static final int ORDERS = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @TempDir
    static Path folder;

    static TestMall mall;
    static Caller operator;
    static Caller seller;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        GoodsFixture goods = new GoodsFixture(mall, 0);
        UUID tenant = goods.seller("Seller");
        UUID variant = goods.goods(tenant, "thing", "Thing", 1_000, 9);
        UUID checkout = goods.checkout();
        mall.fill("""
                with o as materialized (
                    select n, gen_random_uuid() as id, gen_random_uuid() as checkout, gen_random_uuid() as part,
                           gen_random_uuid() as line, gen_random_uuid() as payment, gen_random_uuid() as case_id,
                           timestamptz '2026-01-01' + n * interval '1 minute' as at
                    from generate_series(1, ?) n),
                checkouts as (
                    insert into checkout (id, cart_id, site_id, token_hash, state, currency, language, created_at, updated_at)
                    select o.checkout, c.cart_id, c.site_id, 'x', 'ordered', 'KRW', 'en', o.at, o.at
                    from o, checkout c where c.id = ?),
                orders as (
                    insert into purchase (id, number, site_id, checkout_id, payment_id, pseudonym, access_hash, state,
                        payment_method, currency, language, tax_included, goods_total, discount_total, delivery_total,
                        tax_total, total, placed_at)
                    select id, 'R' || (500000 + n), ?, checkout, payment, 'p', 'a' || n, 'paid', 'card', 'KRW', 'en', true,
                           1000, 0, 0, 91, 1000, at from o),
                contacts as (
                    insert into purchase_contact (order_id, email, name, country, city, street, postcode)
                    select id, 'b' || n || '@example.test', 'Buyer ' || n, 'KR', 'Seoul', 'Street', '04524' from o),
                payments as (
                    insert into payment (id, checkout_id, order_id, site_id, origin_mark, method, gateway, state, amount,
                        currency, captured, request_id, created_at, updated_at)
                    select o.payment, o.checkout, o.id, s.id, s.payment_mark, 'card', 'fake', 'captured', 1000, 'KRW', 1000,
                           'q' || n, at, at from o, site s where s.id = ?),
                parts as (
                    insert into sub_order (id, order_id, number, tenant_id, seller_name, state, delivery_name, currency,
                        goods_total, discount_total, delivery_total, tax_total, total, placed_at)
                    select part, id, 'R' || (500000 + n) || '-1', ?, 'Seller',
                           (array['to_ship', 'shipped', 'delivered', 'cancelled'])[1 + n % 4], 'Parcel', 'KRW', 1000, 0, 0,
                           91, 1000, at from o),
                lines as (
                    insert into order_line (id, sub_order_id, tenant_id, number, variant_id, goods_id, title, quantity,
                        list_price, discount_bp, unit_price, tax_bp, amount, tax)
                    select line, part, v.tenant_id, 1, v.id, v.goods_id, 'Thing', 1, 1000, 0, 1000, 1000, 1000, 91
                    from o, variant v where v.id = ?),
                cases as (
                    insert into return_case (id, number, order_id, sub_order_id, tenant_id, ground, wish, state, reason,
                        currency, requested_at, changed_at)
                    select case_id, 'R' || (500000 + n) || '-1-T1', id, part, ?, 'fault', 'refund',
                           (array['requested', 'refunded'])[1 + n % 20 / 10], 'broken', 'KRW', at, at
                    from o where n % 10 = 0),
                case_lines as (
                    insert into return_line (return_id, order_line_id, tenant_id, quantity)
                    select case_id, line, ?, 1 from o where n % 10 = 0)
                insert into refund_owed (id, order_id, sub_order_id, tenant_id, payment_id, kind, amount, currency, state,
                    reason, created_at)
                select gen_random_uuid(), id, part, ?, payment, 'return', 500, 'KRW', 'paid', 'return', at
                from o where n % 10 = 0
                """, ORDERS, checkout, goods.mallSite, goods.mallSite, tenant, variant, tenant, tenant, tenant);
        operator = Caller.operator(null, Permissions.OPERATOR, "test");
        seller = Caller.tenant(tenant, null, Permissions.SELLER_OWNER, "test");
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    @Test
    @Tag("D78")
    void everyListOfOrdersIsOneStatementAndQuick() {
        Orders orders = mall.get(Orders.class);
        for (Caller staff : new Caller[] {operator, seller}) {
            one(() -> orders.list(staff, OrderFilter.newest(50)));
            one(() -> orders.list(staff, OrderFilter.in(SubOrderState.TO_SHIP, 50)));
            one(() -> orders.list(staff, new OrderFilter(null, null, null, null, "R5999", null, 50)));
            one(() -> orders.list(staff, new OrderFilter(null, null, null, null, "Buyer 77", null, 50)));
        }
        assertThat(orders.list(operator, new OrderFilter(null, null, null, null, "b77@example.test", null, 50))
                        .items())
                .hasSize(1);
    }

    @Test
    @Tag("D81")
    void everyListOfReturnsAndRefundsIsOneStatementAndQuick() {
        Returns returns = mall.get(Returns.class);
        OwedRefunds refunds = mall.get(OwedRefunds.class);
        for (Caller staff : new Caller[] {operator, seller}) {
            one(() -> returns.list(staff, ReturnFilter.newest(50)));
            one(() -> returns.list(staff, new ReturnFilter(ReturnState.REQUESTED, null, null, null, 50)));
            one(() -> refunds.list(staff, new RefundFilter(OwedState.PAID, null, null, null, 50)));
        }
        assertThat(returns.list(operator, ReturnFilter.newest(50)).items()).hasSize(50);
    }

    private static void one(Runnable list) {
        long began = System.nanoTime();
        assertThat(mall.statementsOf(list)).hasSize(1);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(took).isLessThan(PATIENCE);
    }
}
