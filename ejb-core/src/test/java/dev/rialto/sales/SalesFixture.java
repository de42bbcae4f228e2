package dev.rialto.sales;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.platform.TestMall;

/** Many orders at once, written as the checkout would have left them, with the sales that follow from them. */
final class SalesFixture {
    private SalesFixture() {}

    /** Paid orders of two lines each, spread over the last 400 days and over sellers and goods. */
    static void manyOrders(ShopFixture shop, int orders) {
        TestMall mall = shop.mall;
        for (int i = 0; i < 50; i++) {
            shop.variant(i % 2 == 0 ? shop.first : shop.second, 1_000 + i, 1_000_000);
        }
        mall.fill("""
                create temporary table made on commit drop as
                select n, gen_random_uuid() as id, gen_random_uuid() as part,
                       now() - n * interval '399 days' / %1$d as at, ?::uuid as site
                from generate_series(1, %1$d) n;
                insert into cart (id, site_id, token_hash, currency, state, created_at, updated_at)
                select id, site, id::text, 'KRW', 'ordered', at, at from made;
                insert into checkout (id, cart_id, site_id, state, currency, language, created_at, updated_at)
                select id, id, site, 'ordered', 'KRW', 'en', at, at from made;
                insert into purchase (id, number, site_id, checkout_id, pseudonym, access_hash, state, payment_method, currency,
                                      language, tax_included, goods_total, discount_total, delivery_total, tax_total, total,
                                      placed_at)
                select id, 'X' || n, site, id, '', '', 'paid', 'card', 'KRW', 'en', true, 6000, 300, 3000, 790, 8700, at from made;
                create temporary table choice on commit drop as
                select v.id, v.goods_id, v.tenant_id, row_number() over (partition by v.tenant_id order by v.id) as place
                from variant v;
                insert into sub_order (id, order_id, number, tenant_id, seller_name, state, delivery_name, currency, goods_total,
                                       discount_total, delivery_total, tax_total, total, placed_at)
                select part, id, 'X' || n || '-1', case n %% 2 when 0 then ?::uuid else ?::uuid end, 'Seller', 'shipped',
                       'Parcel', 'KRW', 6000, 300, 3000, 790, 8700, at from made;
                insert into order_line (id, sub_order_id, tenant_id, number, variant_id, goods_id, title, quantity, list_price,
                                        discount_bp, unit_price, tax_bp, amount, tax)
                select gen_random_uuid(), m.part, s.tenant_id, l, c.id, c.goods_id, 'Thing', 3, 1000, 500, 950, 1000, 2850, 259
                from made m join sub_order s on s.id = m.part cross join generate_series(1, 2) l
                join choice c on c.tenant_id = s.tenant_id and c.place = (m.n * 7 + l) %% 25 + 1;
                insert into ledger_transfer (id, kind, order_id, sub_order_id, at)
                select gen_random_uuid(), 'sale', s.order_id, s.id, s.placed_at from made m join sub_order s on s.id = m.part;
                select count(book_sale(t)) from made m join ledger_transfer t on t.sub_order_id = m.part
                """.formatted(orders), shop.site, shop.first, shop.second);
    }
}
