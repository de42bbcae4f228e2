package dev.rialto.coupon;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Keyset;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Coupons as rows, of the tenant of the transaction or of the mall. */
@ApplicationScoped
class CouponRows {
    private static final String SELECT = """
            select * from (
                select c.id, c.site_id, s.name as site_name, c.tenant_id is null as by_mall, coalesce(c.code, '') as code,
                       c.name, c.kind, coalesce(c.percent_bp, 0) as percent_bp, c.amounts::text as amounts,
                       c.floors::text as floors, c.caps::text as caps, c.valid_from, c.valid_until, c.total_limit,
                       c.member_limit, cardinality(c.goods_ids) + cardinality(c.category_ids) as scope,
                       case when c.state = 'stopped' then 'stopped' when c.valid_until <= :now then 'ended'
                            when c.valid_from > :now then 'upcoming' else 'active' end as state,
                       c.used, c.created_at, c.version
                from coupon c join site s on s.id = c.site_id) c
            """;
    private static final TypeReference<Map<String, Long>> AMOUNTS = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;

    @Inject
    CouponRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CouponRows() {
        this(null, null);
    }

    /** Writes a coupon; false when the site has its code already. */
    boolean insert(UUID id, @Nullable UUID tenant, IssueCoupon wanted, UUID[] goods) {
        return database.sql()
                        .createUpdate("""
                                insert into coupon (id, tenant_id, site_id, code, name, kind, percent_bp, amounts, floors,
                                    caps, valid_from, valid_until, total_limit, member_limit, goods_ids, category_ids,
                                    created_at)
                                values (:id, :tenant, :siteId, nullif(:code, ''), :name, :stored,
                                    case when :stored = 'percent' then :percentBp end, :amountsJson::jsonb,
                                    :floorsJson::jsonb, :capsJson::jsonb, :validFrom, :validUntil, :totalLimit,
                                    :memberLimit, :goods, :categories, :now)
                                on conflict (site_id, code) where code is not null do nothing
                                """)
                        .bindMethods(wanted)
                        .bind("id", id)
                        .bind("tenant", tenant)
                        .bind("stored", wanted.kind().stored())
                        .bind(
                                "amountsJson",
                                Json.write(wanted.kind() == CouponKind.FIXED ? wanted.amounts() : Map.of()))
                        .bind("floorsJson", Json.write(wanted.floors()))
                        .bind("capsJson", Json.write(wanted.caps()))
                        .bind("goods", goods)
                        .bind("categories", wanted.categoryIds().toArray(UUID[]::new))
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    private record Named(UUID id, String slug) {}

    /** The goods of these names, as far as the transaction may see them. */
    Map<String, UUID> goods(List<String> slugs) {
        return database
                .sql()
                .createQuery("select id, slug from goods where slug = any(:slugs) and state <> 'deleted'")
                .bind("slugs", slugs.toArray(String[]::new))
                .mapTo(Named.class)
                .stream()
                .collect(Collectors.toMap(Named::slug, Named::id));
    }

    private record Row(
            UUID id,
            UUID siteId,
            String siteName,
            boolean byMall,
            String code,
            String name,
            String kind,
            int percentBp,
            String amounts,
            String floors,
            String caps,
            Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer totalLimit,
            @Nullable Integer memberLimit,
            int scope,
            String state,
            int used,
            Instant createdAt,
            long version) {
        CouponView view() {
            return new CouponView(
                    id,
                    siteId,
                    siteName,
                    byMall,
                    code,
                    name,
                    CouponKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    percentBp,
                    Json.read(amounts, AMOUNTS),
                    Json.read(floors, AMOUNTS),
                    Json.read(caps, AMOUNTS),
                    validFrom,
                    validUntil,
                    totalLimit,
                    memberLimit,
                    scope,
                    state,
                    used,
                    createdAt,
                    version);
        }
    }

    List<CouponView> list(CouponFilter filter, Keyset after) {
        return database
                .sql()
                .createQuery(SELECT + """
                        where (:state = '' or c.state = :state)
                          and (:words = '' or strpos(lower(c.name || ' ' || c.code), lower(:words)) > 0)
                          and (:at::timestamptz is null or (c.created_at, c.id) < (:at, :id::uuid))
                        order by c.created_at desc, c.id desc limit :limit
                        """)
                .bind("now", clock.instant())
                .bind("state", filter.state())
                .bind("words", filter.words())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", filter.limit() + 1)
                .mapTo(Row.class)
                .stream()
                .map(Row::view)
                .toList();
    }

    Optional<CouponView> one(UUID id) {
        return database.sql()
                .createQuery(SELECT + "where c.id = :id")
                .bind("now", clock.instant())
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::view);
    }

    List<CouponUse> uses(UUID id, int limit) {
        return database.sql()
                .createQuery("""
                        select u.checkout_id, p.number as order_number, u.state, u.amount, u.currency, u.at
                        from coupon_use u left join purchase p on p.id = u.order_id
                        where u.coupon_id = :id order by u.at desc, u.checkout_id desc limit :limit
                        """)
                .bind("id", id)
                .bind("limit", limit)
                .mapTo(CouponUse.class)
                .list();
    }

    boolean stop(UUID id, long version) {
        return database.sql()
                        .execute(
                                "update coupon set state = 'stopped', version = version + 1"
                                        + " where id = ? and version = ? and state = 'active'",
                                id,
                                version)
                == 1;
    }
}
