package dev.rialto.wish;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Reads wishes with goods that are no longer on sale, for workers; {@link WishList} says whose. */
@Stateless
@Boundary
public class WishBook {
    private static final String WISHES = """
            select w.goods_id, g.slug, t.title, coalesce(u.name, '') as seller_name,
                   (select storage_key from goods_picture where goods_id = g.id order by position, id limit 1) as picture_key,
                   (select min(v.id::text)::uuid from variant v where v.goods_id = g.id and v.state = 'active'
                    having count(*) = 1) as variant_id,
                   :currency as currency, c.amount as list_price, c.price, c.compare_at,
                   prior_shown(c.amount, c.price, c.compare_at, c.listed_from, c.prior_lowest, :now) as prior_lowest,
                   coalesce(c.highest > c.amount, false) as from_price,
                   coalesce(exists (select from stock k where k.variant_id = any(c.variant_ids) and k.available > 0), false)
                       as available,
                   w.added_at
            from wish w
            join site s on s.id = w.site_id
            join goods g on g.id = w.goods_id
            left join seller u on u.id = g.tenant_id
            join lateral (select title from goods_text where goods_id = g.id
                          order by language = :language desc, language = g.default_language desc limit 1) t on true
            left join lateral (
                select x.*, x.amount - (x.amount * s.discount_bp + 5000) / 10000 as price from shelf_card x
                where x.goods_id = g.id and x.currency = :currency and u.sells
                  and (s.tenant_id is null or s.tenant_id = x.tenant_id)
                  and (s.goods_scope = 'all' or exists (select from site_category i where i.site_id = s.id
                                                        and i.category_id in (x.category_id, x.major_id)))) c on true
            where w.account_id = :account and w.site_id = :site
            order by w.added_at desc, w.id limit :most
            """;

    private Database database;
    private Clock clock;

    @Inject
    public WishBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected WishBook() {}

    /** A member's wishes at a site, the latest first. */
    public List<WishView> ofMember(Caller worker, UUID account, WishPlace place) {
        return database.sql()
                .createQuery(WISHES)
                .bind("account", account)
                .bind("site", place.siteId())
                .bind("language", place.language())
                .bind("currency", place.currency())
                .bind("now", clock.instant())
                .bind("most", WishList.MOST)
                .mapTo(WishView.class)
                .list();
    }
}
