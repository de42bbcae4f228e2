package dev.rialto.goods;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.util.Set;
import java.util.UUID;

/** Sellers, sites and goods as rows, for tests of what is done with them. */
public final class GoodsFixture {
    public final TestMall mall;
    public final UUID mallSite = Ids.next();
    public final UUID clothing = Ids.next();
    public final UUID shirts = Ids.next();
    public final UUID shoes = Ids.next();

    /** A mall's front with a discount in basis points and categories clothing/shirts and clothing/shoes. */
    public GoodsFixture(TestMall mall, int discountBp) {
        this.mall = mall;
        site(mallSite, null, discountBp);
        category(clothing, null, "clothing", "Clothing", "의류");
        category(shirts, clothing, "shirts", "Shirts", "셔츠");
        category(shoes, clothing, "shoes", "Shoes", "신발");
    }

    public void category(UUID id, UUID parent, String slug, String english, String korean) {
        mall.execute(
                "insert into category (id, parent_id, slug) values (?, nullif(?, '')::uuid, ?)",
                id,
                text(parent),
                slug);
        mall.execute("insert into category_text values (?, 'en', ?), (?, 'ko', ?)", id, english, id, korean);
    }

    /** An active seller with its default place. */
    public UUID seller(String name) {
        UUID tenant = Ids.next();
        UUID account = Ids.next();
        mall.execute("insert into tenant values (?, 'seller', now())", tenant);
        mall.execute(
                "insert into account (id, subject, state, created_at) values (?, ?, 'active', now())",
                account,
                account.toString());
        mall.execute("""
                insert into seller (id, state, name, email, applied_by, applied_at)
                values (?, 'active', ?, 'shop@example.test', ?, now())
                """, tenant, name, account);
        mall.execute("insert into stock_place values (?, ?, 'store', true)", Ids.next(), tenant);
        return tenant;
    }

    /** A storefront of a seller. */
    public UUID storefront(UUID tenant, int discountBp) {
        UUID id = Ids.next();
        site(id, tenant, discountBp);
        return id;
    }

    private void site(UUID id, UUID tenant, int discountBp) {
        mall.execute("""
                insert into site (id, kind, tenant_id, state, name, discount_bp, country, languages, currencies,
                                  member_mark, payment_mark, created_at)
                values (?, ?, nullif(?, '')::uuid, 'open', 'Site', ?, 'KR', '{ko,en,ja,zh}', '{KRW,USD}', ?, ?, now())
                """, id, tenant == null ? "mall" : "storefront", text(tenant), discountBp, Ids.next(), Ids.next());
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }

    /** Goods on sale with one variant, priced in KRW, and some pieces in stock; returns the variant. */
    public UUID goods(UUID tenant, String slug, String title, long won, long pieces) {
        UUID goods = Ids.next();
        mall.execute("""
                insert into goods (id, tenant_id, slug, state, category_id, tax_class, default_language, created_at, updated_at)
                values (?, ?, ?, 'on_sale', ?, 'standard', 'en', now(), now())
                """, goods, tenant, slug, shirts);
        mall.execute(
                "insert into goods_text (goods_id, tenant_id, language, title) values (?, ?, 'en', ?)",
                goods,
                tenant,
                title);
        return variant(tenant, goods, won, pieces);
    }

    private UUID variant(UUID tenant, UUID goods, long won, long pieces) {
        UUID variant = Ids.next();
        mall.execute("insert into variant (id, goods_id, tenant_id) values (?, ?, ?)", variant, goods, tenant);
        mall.execute("insert into price values (?, ?, 'KRW', ?, null)", variant, tenant, won);
        mall.execute("""
                insert into stock (variant_id, place_id, tenant_id, on_hand)
                select ?, id, tenant_id, ? from stock_place where tenant_id = ?
                """, variant, pieces, tenant);
        return variant;
    }

    /** A checkout of its own cart at the mall's front. */
    public UUID checkout() {
        UUID cart = Ids.next();
        UUID checkout = Ids.next();
        mall.execute("""
                insert into cart (id, site_id, token_hash, currency, state, created_at, updated_at)
                values (?, ?, ?, 'KRW', 'open', now(), now())
                """, cart, mallSite, cart.toString());
        mall.execute("""
                insert into checkout (id, cart_id, site_id, state, currency, language, created_at, updated_at)
                values (?, ?, ?, 'draft', 'KRW', 'en', now(), now())
                """, checkout, cart, mallSite);
        return checkout;
    }

    /** An order of a checkout of its own. */
    public UUID order() {
        UUID order = Ids.next();
        mall.execute("""
                insert into purchase (id, number, site_id, checkout_id, pseudonym, access_hash, state, payment_method, currency,
                                      language, tax_included, goods_total, discount_total, delivery_total, tax_total, total,
                                      placed_at)
                values (?, ?, ?, ?, '', '', 'paid', 'card', 'KRW', 'en', true, 0, 0, 0, 0, 0, now())
                """, order, order.toString(), mallSite, checkout());
        return order;
    }

    /** Somebody who looks. */
    public static Caller shopper() {
        return Caller.anonymous("test");
    }

    /** Staff of a seller who may edit goods. */
    public static Caller staff(UUID tenant) {
        return Caller.tenant(tenant, Ids.next(), Set.of("goods.edit"), "test");
    }

    /** An operator who may edit goods. */
    public static Caller operator() {
        return Caller.operator(Ids.next(), Set.of("goods.edit"), "test");
    }

    public static Caller worker() {
        return Caller.worker("test");
    }
}
