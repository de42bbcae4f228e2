package dev.rialto.stock;

/**
 * The statements that move stock, each for any number of lines. Every one locks hold rows by checkout and id first,
 * then stock rows by variant: two of them can wait for each other but never in a circle.
 */
final class StockSql {
    private StockSql() {}

    private static final String WANTED = """
            with wanted as (select * from unnest(:variants, :quantities) w(variant_id, quantity)),
            """;

    private static final String SHORT = """
            short as (
                select c.variant_id, c.wanted, coalesce(l.available, 0) + c.before as available
                from change c left join locked l on l.variant_id = c.variant_id
                where c.wanted > 0 and coalesce(l.available, 0) < c.wanted - c.before),
            """;

    private static final String LOCKED = """
            locked as materialized (
                select s.variant_id, s.place_id, s.tenant_id, s.on_hand, s.available
                from stock s join stock_place p on p.id = s.place_id and p.is_default
                where s.variant_id in (select variant_id from %s)
                order by s.variant_id for update of s),
            """;

    static final String HOLD = WANTED + """
            before as materialized (
                select id, variant_id, quantity from stock_hold
                where checkout_id = :checkout and state = 'held' order by id for update),
            change as (
                select variant_id, sum(wanted)::bigint as wanted, sum(before)::bigint as before
                from (select variant_id, quantity as wanted, 0 as before from wanted
                      union all select variant_id, 0, quantity from before) x group by variant_id),
            """ + LOCKED.formatted("change") + SHORT + """
            moved as (
                update stock s set held = s.held + c.wanted - c.before
                from change c join locked l on l.variant_id = c.variant_id
                where s.variant_id = l.variant_id and s.place_id = l.place_id and c.wanted <> c.before
                  and not exists (select from short)),
            ended as (
                update stock_hold h set state = 'released' from before b
                where h.id = b.id and not exists (select from short)),
            begun as (
                insert into stock_hold (id, checkout_id, variant_id, place_id, tenant_id, quantity, state, expires_at)
                select gen_random_uuid(), :checkout, w.variant_id, l.place_id, l.tenant_id, w.quantity, 'held', :until
                from wanted w join locked l on l.variant_id = w.variant_id where not exists (select from short))
            select * from short order by variant_id
            """;

    static final String TAKE = WANTED
            + "change as (select variant_id, quantity as wanted, 0::bigint as before from wanted),\n"
            + LOCKED.formatted("change")
            + SHORT
            + """
            moved as (
                update stock s set on_hand = s.on_hand - c.wanted
                from change c join locked l on l.variant_id = c.variant_id
                where s.variant_id = l.variant_id and s.place_id = l.place_id and not exists (select from short)),
            told as (
                insert into stock_movement (id, variant_id, place_id, tenant_id, kind, quantity, order_id, at)
                select gen_random_uuid(), l.variant_id, l.place_id, l.tenant_id, 'sale', -c.wanted, :order, :now
                from change c join locked l on l.variant_id = c.variant_id where not exists (select from short))
            select * from short order by variant_id
            """;

    private static final String ENDED_HOLDS = """
            ended as (
                update stock_hold h set state = '%s' from mine m where h.id = m.id),
            change as (
                select variant_id, place_id, sum(quantity) as quantity from mine group by variant_id, place_id),
            locked as materialized (
                select s.variant_id, s.place_id, s.tenant_id from stock s
                where (s.variant_id, s.place_id) in (select variant_id, place_id from change)
                order by s.variant_id, s.place_id for update of s),
            """;

    private static final String MINE = """
            with mine as materialized (
                select id, variant_id, place_id, quantity from stock_hold
                where %s and state = 'held' order by checkout_id, id for update),
            """;

    static final String CONSUME = MINE.formatted("checkout_id = :checkout") + ENDED_HOLDS.formatted("consumed") + """
            moved as (
                update stock s set on_hand = s.on_hand - c.quantity, held = s.held - c.quantity
                from change c join locked l using (variant_id, place_id)
                where s.variant_id = c.variant_id and s.place_id = c.place_id),
            told as (
                insert into stock_movement (id, variant_id, place_id, tenant_id, kind, quantity, order_id, at)
                select gen_random_uuid(), l.variant_id, l.place_id, l.tenant_id, 'sale', -c.quantity, :order, :now
                from change c join locked l using (variant_id, place_id))
            select count(*) from mine
            """;

    static final String RELEASE = MINE + ENDED_HOLDS.formatted("released") + """
            moved as (
                update stock s set held = s.held - c.quantity
                from change c join locked l using (variant_id, place_id)
                where s.variant_id = c.variant_id and s.place_id = c.place_id)
            select count(*) from mine
            """;

    /** Whole checkouts, so that none is ever half released. */
    static final String LAPSED = """
            checkout_id in (
                select checkout_id from stock_hold where state = 'held' and expires_at <= :now
                group by checkout_id order by min(expires_at) limit :limit)
            """;

    static final String CHANGE = """
            with wanted as (
                select * from unnest(:lines, :variants, :kinds, :quantities, :seen, :reasons)
                    w(line, variant_id, kind, quantity, seen, reason)),
            """ + LOCKED.formatted("wanted") + """
            delta as (
                select w.*, l.place_id, l.tenant_id, l.available, l.on_hand,
                       case w.kind when 'count' then w.quantity - coalesce(w.seen, l.on_hand) else w.quantity end as change
                from wanted w join locked l on l.variant_id = w.variant_id),
            wrong as (
                select from wanted w left join delta d on d.line = w.line
                where d.line is null or d.available + d.change < 0),
            moved as (
                update stock s set on_hand = s.on_hand + d.change from delta d
                where s.variant_id = d.variant_id and s.place_id = d.place_id and d.change <> 0
                  and not exists (select from wrong)),
            told as (
                insert into stock_movement (id, variant_id, place_id, tenant_id, kind, quantity, reason, account_id, at)
                select gen_random_uuid(), variant_id, place_id, tenant_id, kind, change, reason, :account, :now
                from delta where change <> 0 and not exists (select from wrong))
            select variant_id, change, available, on_hand from delta order by line
            """;
}
