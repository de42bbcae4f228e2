package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.SiteFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mall with members who say something about themselves, and orders with round figures. */
final class AudienceFixture implements AutoCloseable {
    static final Caller WORKER = Caller.worker("t");
    static final Caller OPERATOR = Caller.operator(null, Set.of("member.view", "member.edit"), "t");

    final TestMall mall;
    final UUID site;
    final UUID seller;
    final UUID storefront;
    private int number;

    AudienceFixture(Path folder, Class<?>... more) {
        mall = TestMall.empty(folder, more);
        site = SiteFixture.mall(mall);
        seller = SiteFixture.seller(mall, "Seller");
        storefront = SiteFixture.storefront(mall, seller, "shop.localhost");
    }

    /** A member who says nothing. */
    UUID member(String name) {
        return member(name, new Traits(null, null, null, null, null), site);
    }

    UUID member(String name, Traits traits, UUID joinSite) {
        UUID id = Ids.next();
        mall.execute(
                "insert into account (id, subject, state, created_at) values (?, ?, 'active', now())",
                id,
                id.toString());
        mall.execute(
                "insert into person (account_id, email, name, language) values (?, ?, ?, 'en')",
                id,
                "m" + ++number + "@example.test",
                name);
        mall.execute("insert into member select ?, id, member_mark, now() from site where id = ?", id, joinSite);
        update(id, "birth_date", traits.birthDate());
        update(id, "wedding_on", traits.weddingOn());
        update(id, "gender", traits.gender());
        update(id, "region", traits.region());
        update(id, "occupation", traits.occupation());
        return id;
    }

    private void update(UUID id, String column, @Nullable Object value) {
        if (value != null) {
            mall.execute("update person set " + column + " = ? where account_id = ?", value, id);
        }
    }

    void agreed(UUID account, boolean given) {
        mall.execute(
                "insert into consent values (?, ?, 'marketing', ?, 'v', clock_timestamp())",
                Ids.next(),
                account,
                given);
    }

    /** An order with one part and without lines. */
    UUID order(UUID account, String state, long total, Instant at) {
        UUID order = Ids.next();
        UUID cart = Ids.next();
        UUID checkout = Ids.next();
        mall.execute(
                "insert into cart (id, site_id, account_id, currency, state, created_at, updated_at) values (?, ?, ?, 'KRW', 'ordered', ?, ?)",
                cart,
                site,
                account,
                at,
                at);
        mall.execute(
                "insert into checkout (id, cart_id, site_id, account_id, state, currency, language, created_at, updated_at) values (?, ?, ?, ?, 'ordered', 'KRW', 'en', ?, ?)",
                checkout,
                cart,
                site,
                account,
                at,
                at);
        mall.execute("""
                insert into purchase (id, number, site_id, checkout_id, account_id, pseudonym, access_hash, state, payment_method,
                    currency, language, tax_included, goods_total, discount_total, delivery_total, tax_total, total, placed_at)
                values (?, ?, ?, ?, ?, 'p', ?, ?, 'card', 'KRW', 'en', true, ?, 0, 0, 0, ?, ?)
                """, order, "N" + ++number, site, checkout, account, order.toString(), state, total, total, at);
        mall.execute(
                """
                insert into sub_order (id, order_id, number, tenant_id, seller_name, state, delivery_name, currency, goods_total,
                    discount_total, delivery_total, tax_total, total, placed_at)
                values (?, ?, ?, ?, 'Seller', ?, 'Parcel', 'KRW', ?, 0, 0, 0, ?, ?)
                """,
                Ids.next(),
                order,
                "N" + number + "-1",
                seller,
                state.equals("paid") ? "to_ship" : state,
                total,
                total,
                at);
        return order;
    }

    static Traits born(String date) {
        return new Traits(LocalDate.parse(date), null, null, null, null);
    }

    static Traits married(String date) {
        return new Traits(null, null, LocalDate.parse(date), null, null);
    }

    @Override
    public void close() {
        mall.close();
    }
}
