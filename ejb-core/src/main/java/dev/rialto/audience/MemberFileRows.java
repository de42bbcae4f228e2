package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The statements behind {@link MemberFiles}, run as a worker; a seller's see only the seller's parts. */
@Stateless
@Boundary
public class MemberFileRows {
    private static final String PARTS = """
            select p.id as order_id, s.id as part_id, p.number, p.placed_at, p.state as order_state, s.state as part_state,
                   s.total, s.currency, s.tenant_id
            from purchase p join sub_order s on s.order_id = p.id
            where p.account_id = :account and (s.tenant_id = :seller
                or :seller::uuid is null and s.tenant_id not in (select test_tenants()))
            """;

    private Database database;

    @Inject
    public MemberFileRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected MemberFileRows() {}

    /** The whole file. */
    public MemberFile of(Caller caller, UUID account, @Nullable UUID seller, String language) {
        MemberLine member = query(
                        AudienceSql.LINE
                                + " where m.account_id = :account and (s.tenant_id = :seller or :seller::uuid is null"
                                + " and m.join_site_id not in (select test_sites()))",
                        account,
                        seller)
                .mapTo(MemberLine.class)
                .findOne()
                .orElseThrow(AudienceError.MEMBER_NOT_FOUND::now);
        List<Sum> sums = sums(account, seller);
        return new MemberFile(
                member,
                weddingOn(account),
                orders(account, seller),
                sums.stream().mapToLong(Sum::orders).sum(),
                sums.stream()
                        .map(Sum::lastAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                sums.stream()
                        .map(sum -> new Money(sum.amount(), sum.currency()))
                        .toList(),
                likings(account, seller),
                categories(account, seller, language),
                suggestions(account, seller, language));
    }

    private Query query(String sql, UUID account, @Nullable UUID seller) {
        return database.sql().createQuery(sql).bind("account", account).bind("seller", seller);
    }

    private @Nullable LocalDate weddingOn(UUID account) {
        return database.sql()
                .createQuery("select wedding_on from person where account_id = :account and wedding_on is not null")
                .bind("account", account)
                .mapTo(LocalDate.class)
                .findOne()
                .orElse(null);
    }

    /** What was paid in one currency. */
    record Sum(
            String currency,
            long amount,
            long orders,
            @Nullable Instant lastAt) {}

    private List<Sum> sums(UUID account, @Nullable UUID seller) {
        return query("with part as (" + PARTS + """
                        ), back as (
                            select r.order_id, sum(r.amount) as amount from refund r
                            where r.state = 'done' and r.order_id in (select order_id from part)
                              and (:seller::uuid is null or r.tenant_id = :seller)
                            group by 1),
                        paid as (
                            select order_id, currency, max(placed_at) as placed_at, sum(total) as total
                            from part where order_state = 'paid' group by 1, 2)
                        select currency, sum(paid.total - coalesce(back.amount, 0))::bigint as amount, count(*) as orders,
                               max(placed_at) as last_at
                        from paid left join back on back.order_id = paid.order_id group by 1 order by 1
                        """, account, seller)
                .mapTo(Sum.class)
                .list();
    }

    private record Row(
            UUID orderId,
            String number,
            Instant placedAt,
            String state,
            long total,
            String currency,
            String firstTitle,
            int lines) {
        MemberFile.OrderLine line() {
            return new MemberFile.OrderLine(
                    orderId, number, placedAt, state, new Money(total, currency), firstTitle, lines);
        }
    }

    private List<MemberFile.OrderLine> orders(UUID account, @Nullable UUID seller) {
        return query("with part as (" + PARTS + """
                        )
                        select order_id, number, placed_at, order_state as state, sum(total)::bigint as total, currency,
                               (select l.title from order_line l where l.sub_order_id = any(array_agg(part.part_id))
                                order by l.number limit 1) as first_title,
                               (select count(*) from order_line l
                                where l.sub_order_id = any(array_agg(part.part_id)))::int as lines
                        from part group by order_id, number, placed_at, order_state, currency
                        order by placed_at desc, order_id desc limit 50
                        """, account, seller).mapTo(Row.class).stream()
                .map(Row::line)
                .toList();
    }

    private List<MemberFile.Liking> likings(UUID account, @Nullable UUID seller) {
        return query("with part as (" + PARTS + """
                        )
                        select l.goods_id, max(l.title) as title, sum(l.quantity) as pieces,
                               count(distinct part.order_id) as orders
                        from part join order_line l on l.sub_order_id = part.part_id where part.order_state = 'paid'
                        group by l.goods_id order by pieces desc, max(part.placed_at) desc, l.goods_id limit 10
                        """, account, seller)
                .mapTo(MemberFile.Liking.class)
                .list();
    }

    private List<MemberFile.CategoryLiking> categories(UUID account, @Nullable UUID seller, String language) {
        return query("with part as (" + PARTS + """
                        )
                        select c.id as category_id,
                               coalesce((select t.name from category_text t where t.category_id = c.id
                                         order by t.language = :language desc, t.language limit 1), c.slug) as name,
                               sum(l.quantity) as pieces, max(part.placed_at) as last_at
                        from part join order_line l on l.sub_order_id = part.part_id
                        join goods g on g.id = l.goods_id join category c on c.id = g.category_id
                        where part.order_state = 'paid'
                        group by c.id order by pieces desc, last_at desc, c.id limit 5
                        """, account, seller)
                .bind("language", language)
                .mapTo(MemberFile.CategoryLiking.class)
                .list();
    }

    /** Goods on sale that those bought who bought the same; the fewest steps that find something for most members. */
    private List<MemberFile.Suggestion> suggestions(UUID account, @Nullable UUID seller, String language) {
        return query("with part as (" + PARTS + """
                        ), mine as (
                            select distinct l.goods_id from part join order_line l on l.sub_order_id = part.part_id
                            where part.order_state = 'paid'),
                        alike as (
                            select distinct p.account_id
                            from order_line l join sub_order s on s.id = l.sub_order_id join purchase p on p.id = s.order_id
                            where l.goods_id in (select goods_id from mine) and p.account_id <> :account
                              and p.state = 'paid' limit 1000)
                        select g.id as goods_id,
                               coalesce((select t.title from goods_text t where t.goods_id = g.id
                                         order by t.language = :language desc, t.language = g.default_language desc
                                         limit 1), g.slug) as title,
                               max(s.seller_name) as seller, count(distinct p.account_id) as buyers
                        from purchase p join sub_order s on s.order_id = p.id join order_line l on l.sub_order_id = s.id
                        join goods g on g.id = l.goods_id
                        where p.account_id in (select account_id from alike) and p.state = 'paid'
                          and g.state = 'on_sale' and g.seller_active and g.tenant_id not in (select test_tenants()) and (:seller::uuid is null or g.tenant_id = :seller)
                          and l.goods_id not in (select goods_id from mine)
                        group by g.id order by buyers desc, g.id limit 5
                        """, account, seller)
                .bind("language", language)
                .mapTo(MemberFile.Suggestion.class)
                .list();
    }
}
