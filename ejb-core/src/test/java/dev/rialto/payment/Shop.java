package dev.rialto.payment;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.ledger.Sale;
import dev.rialto.ledger.SubOrderSale;
import dev.rialto.platform.TestMall;
import dev.rialto.tax.TaxCalculation;
import java.util.List;
import java.util.UUID;

/** Rows that payments stand on: a site, sellers, carts, checkouts and orders. */
final class Shop {
    private final TestMall mall;
    final UUID site = Ids.next();
    final UUID seller = Ids.next();
    final UUID otherSeller = Ids.next();

    Shop(TestMall mall) {
        this.mall = mall;
        tenant(seller);
        tenant(otherSeller);
        mall.execute(
                "insert into site (id, kind, state, name, country, languages, currencies, member_mark, payment_mark,"
                        + " created_at) values (?, 'mall', 'open', 'Mall', 'KR', '{ko}', '{KRW}', ?, ?, now())",
                site,
                Ids.next(),
                Ids.next());
    }

    private void tenant(UUID id) {
        mall.execute("insert into tenant values (?, 'seller', now())", id);
    }

    UUID checkout() {
        UUID cart = Ids.next();
        UUID checkout = Ids.next();
        mall.execute(
                "insert into cart (id, site_id, token_hash, currency, state, created_at, updated_at)"
                        + " values (?, ?, ?, 'KRW', 'open', now(), now())",
                cart,
                site,
                cart.toString());
        mall.execute(
                "insert into checkout (id, cart_id, site_id, state, currency, language, created_at, updated_at)"
                        + " values (?, ?, ?, 'priced', 'KRW', 'ko', now(), now())",
                checkout,
                cart,
                site);
        return checkout;
    }

    UUID order(UUID checkout) {
        UUID order = Ids.next();
        mall.execute(
                "insert into purchase (id, number, site_id, checkout_id, pseudonym, access_hash, state, payment_method,"
                        + " currency, language, tax_included, goods_total, discount_total, delivery_total, tax_total,"
                        + " total, placed_at)"
                        + " values (?, ?, ?, ?, 'p', 'h', 'paid', 'card', 'KRW', 'ko', true, 0, 0, 0, 0, 0, now())",
                order,
                order.toString(),
                site,
                checkout);
        return order;
    }

    UUID subOrder(UUID order, UUID tenant) {
        UUID id = Ids.next();
        mall.execute(
                "insert into sub_order (id, order_id, number, tenant_id, seller_name, state, delivery_name, currency,"
                        + " goods_total, discount_total, delivery_total, tax_total, total, placed_at)"
                        + " values (?, ?, ?, ?, 's', 'to_ship', 'd', 'KRW', 0, 0, 0, 0, 0, now())",
                id,
                order,
                id.toString(),
                tenant);
        return id;
    }

    /** A sale of one part: goods with 10 % tax inside, the mall's 10 % commission. */
    Sale sale(UUID order, long won) {
        Money tax = TaxCalculation.included(new Money(won, "KRW"), 1_000);
        SubOrderSale part = new SubOrderSale(
                subOrder(order, seller),
                seller,
                site,
                new Money(won, "KRW").minus(tax),
                Money.zero("KRW"),
                tax,
                1_000,
                0);
        return new Sale(order, LedgerPurpose.GATEWAY, List.of(part));
    }

    PreparePayment card(UUID checkout, long won) {
        return new PreparePayment(
                checkout, site, new Money(won, "KRW"), "https://mall.test/checkout/pay/{payment}", "ko");
    }
}
