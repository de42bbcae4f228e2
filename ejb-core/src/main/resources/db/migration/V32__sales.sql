-- What was sold and what went back, line by line, as the ledger has it: every view of sales is a sum over this table.
-- Amounts are what the buyer pays, tax inside. A refund's rows repeat the goods it is for.
create table sale_entry (
    transfer_id uuid not null references ledger_transfer,
    -- the line's number in the order; 0 is the delivery
    number int not null,
    -- the transfer of the sale, also for what goes back of it
    sale_id uuid not null references ledger_transfer,
    kind text not null check (kind in ('sale', 'refund')),
    at timestamptz not null,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    order_id uuid not null references purchase,
    sub_order_id uuid not null references sub_order,
    goods_id uuid references goods,
    variant_id uuid references variant,
    currency text not null,
    quantity bigint not null,
    gross bigint not null,
    discount bigint not null,
    delivery bigint not null,
    refunded bigint not null,
    tax bigint not null,
    total bigint not null check (total = gross - discount + delivery - refunded),
    primary key (transfer_id, number)
);
create index sale_entry_at on sale_entry (at);
create index sale_entry_tenant on sale_entry (tenant_id, at);
create index sale_entry_sale on sale_entry (sale_id);
call protect_for_tenant('sale_entry');
call grant_append('sale_entry', 'rialto_worker');
grant select on sale_entry to rialto_mall, rialto_tenant;

-- The lines of a sub-order as sold, under the transfer that books the sale.
create function book_sale(transfer ledger_transfer) returns void language sql
begin atomic
    insert into sale_entry (transfer_id, number, sale_id, kind, at, tenant_id, site_id, order_id, sub_order_id, goods_id,
                            variant_id, currency, quantity, gross, discount, delivery, refunded, tax, total)
    select (transfer).id, x.number, (transfer).id, 'sale', (transfer).at, s.tenant_id, p.site_id, s.order_id, s.id,
           x.goods_id, x.variant_id, s.currency, x.quantity, x.paid + x.discount, x.discount, x.delivery, 0, x.tax,
           x.paid + x.delivery
    from sub_order s
    join purchase p on p.id = s.order_id
    cross join lateral (
        select l.number, l.goods_id, l.variant_id, l.quantity::bigint,
               l.amount + case when p.tax_included then 0 else l.tax end as paid,
               l.list_price * l.quantity - l.amount as discount, 0::bigint as delivery, l.tax
        from order_line l where l.sub_order_id = s.id
        union all
        select 0, null, null, 0, 0, 0, s.delivery_total + case when p.tax_included then 0 else d.tax end, d.tax
        from (select s.tax_total - coalesce(sum(l.tax), 0)::bigint as tax
              from order_line l where l.sub_order_id = s.id) d
        where s.delivery_total <> 0) x
    where s.id = (transfer).sub_order_id;
end;

-- What goes back of a sale, spread over its lines: over goods first, in proportion to what is left of each; delivery
-- takes the rest. Parts that sum to the whole leave nothing of any line.
create function book_refund(transfer ledger_transfer) returns void language sql
begin atomic
    insert into sale_entry (transfer_id, number, sale_id, kind, at, tenant_id, site_id, order_id, sub_order_id, goods_id,
                            variant_id, currency, quantity, gross, discount, delivery, refunded, tax, total)
    with back as (
        select coalesce(-sum(e.amount) filter (where a.purpose in ('gateway', 'bank', 'buyer_credit')), 0) as amount,
               coalesce(sum(e.amount) filter (where a.purpose = 'tax'), 0) as tax
        from ledger_entry e join ledger_account a on a.id = e.account_id where e.transfer_id = (transfer).id),
    line as (
        select number, tenant_id, site_id, order_id, sub_order_id, goods_id, variant_id, currency,
               sum(total) as left_over, sum(tax) as tax_left,
               sum(total) filter (where kind = 'sale') as sold,
               coalesce(sum(quantity) filter (where kind = 'sale'), 0) as units,
               coalesce(-sum(quantity) filter (where kind = 'refund'), 0) as units_back
        from sale_entry where sale_id = (transfer).mirrors
        group by number, tenant_id, site_id, order_id, sub_order_id, goods_id, variant_id, currency),
    weighed as (
        select line.*, back.tax as tax_back,
               case when number = 0 then back.amount - least(back.amount, goods.left_over)
                    else least(back.amount, goods.left_over) end as pool,
               case when number = 0 then line.left_over else goods.left_over end as pool_left,
               sum(line.left_over) over (partition by number = 0 order by number) as up_to
        from line, back, (select coalesce(sum(left_over), 0) as left_over from line where number > 0) goods),
    parted as (
        select weighed.*,
               case when pool_left = 0 then 0
                    else round(pool * up_to / pool_left) - round(pool * (up_to - left_over) / pool_left) end as part
        from weighed),
    taxed as (
        select parted.*, case when left_over = 0 then 0 else tax_left * part / left_over end as weight from parted),
    summed as (
        select taxed.*, sum(weight) over (order by number) as weight_up_to, sum(weight) over () as weights from taxed)
    select (transfer).id, number, (transfer).mirrors, 'refund', (transfer).at, tenant_id, site_id, order_id, sub_order_id,
           goods_id, variant_id, currency,
           case when sold = 0 then 0 else units_back - round(units * (sold - left_over + part) / sold) end,
           0, 0, 0, part,
           case when weights = 0 then 0
                else -(round(tax_back * weight_up_to / weights) - round(tax_back * (weight_up_to - weight) / weights)) end,
           -part
    from summed where part <> 0;
end;

create function book_sale_entries() returns trigger language plpgsql as $$
begin
    if new.kind = 'sale' then
        perform book_sale(new);
    elsif new.mirrors is not null then
        perform book_refund(new);
    end if;
    return null;
end $$;
create trigger books_sales after insert on ledger_transfer
    for each row when (new.kind in ('sale', 'refund')) execute function book_sale_entries();

do $$
declare past ledger_transfer;
begin
    for past in select * from ledger_transfer where kind in ('sale', 'refund') order by at, kind desc, id loop
        if past.kind = 'sale' then
            perform book_sale(past);
        else
            perform book_refund(past);
        end if;
    end loop;
end $$;
