-- From how few units on a variant is low. Low is what can be sold; the mail is due when what is there crosses the line,
-- once until it was filled above it again.
alter table stock add column low_at bigint not null default 5 check (low_at >= 0),
                  add column low_due boolean not null default false;
create index stock_low on stock (tenant_id) where available <= low_at;
create index stock_low_due on stock (tenant_id) where low_due;

create function mark_low_stock() returns trigger language plpgsql as $$
begin
    new.low_due := new.on_hand <= new.low_at;
    return new;
end $$;
create trigger runs_low before update of on_hand, low_at on stock for each row
    when ((new.on_hand <= new.low_at) <> (old.on_hand <= old.low_at)) execute function mark_low_stock();

-- The log of a whole seller or mall, newest first.
create index stock_movement_at on stock_movement (at desc, id desc);

-- Counts and receipts written down before they are booked: what was there when the figure was taken, and the figure.
create table stock_sheet (
    id uuid primary key,
    -- null for a sheet of the mall's own people
    tenant_id uuid references tenant,
    kind text not null check (kind in ('count', 'receipt')),
    reason text check (length(reason) <= 500),
    state text not null check (state in ('open', 'applied', 'dropped')),
    made_by uuid,
    made_at timestamptz not null,
    done_by uuid,
    done_at timestamptz
);
create index stock_sheet_open on stock_sheet (made_at desc) where state = 'open';
call protect_for_tenant('stock_sheet');
call grant_all('stock_sheet', 'rialto_mall', 'rialto_tenant', 'rialto_worker');

create table stock_sheet_line (
    sheet_id uuid not null references stock_sheet,
    variant_id uuid not null references variant on delete cascade,
    tenant_id uuid references tenant,
    number int not null,
    seen bigint not null,
    entered bigint not null check (entered >= 0),
    primary key (sheet_id, variant_id)
);
call protect_for_tenant('stock_sheet_line');
call grant_all('stock_sheet_line', 'rialto_mall', 'rialto_tenant', 'rialto_worker');

-- Who did it, for those he works with: a seller sees the names of its own people, the mall all.
create function staff_name(account uuid) returns text language sql stable security definer set search_path = public, pg_temp
    return (select p.name from person p
            where p.account_id = staff_name.account
              and (current_tenant() is null
                   or exists (select from seller_staff s where s.account_id = p.account_id and s.tenant_id = current_tenant())));
revoke all on function staff_name(uuid) from public;
grant execute on function staff_name(uuid) to rialto_mall, rialto_tenant, rialto_worker;

create index payment_awaits_deposit on payment (due_on) where state = 'awaiting_deposit';

-- The lines that were sent back under a refund, and how many units; none when the refund is for something else.
create function returned_lines(transfer ledger_transfer) returns table (number int, units bigint)
language plpgsql stable as $$
begin
    if to_regclass('return_line') is null then
        return;
    end if;
    return query
        select l.number, case c.wish when 'refund' then b.accepted else 0 end::bigint
        from refund r
        join return_case c on c.owed_id = substring(r.request_id from '^owed-([0-9a-f-]{36})')::uuid
        join return_line b on b.return_id = c.id and b.accepted > 0
        join order_line l on l.id = b.order_line_id
        where r.id = substring(transfer.memo from '^refund ([0-9a-f-]{36})$')::uuid;
end $$;

create function waiting_returns(most int) returns bigint language plpgsql stable as $$
begin
    if to_regclass('return_case') is null then
        return 0;
    end if;
    return (select count(*) from (select from return_case where state in ('requested', 'received', 'inspected') limit most) x);
end $$;

-- As before, but lines that were sent back are given back first, in the units that inspection accepted.
create or replace function book_refund(transfer ledger_transfer) returns void language sql
begin atomic
    insert into sale_entry (transfer_id, number, sale_id, kind, at, tenant_id, site_id, order_id, sub_order_id, goods_id,
                            variant_id, currency, quantity, gross, discount, delivery, refunded, tax, total)
    with back as (
        select coalesce(-sum(e.amount) filter (where a.purpose in ('gateway', 'bank', 'buyer_credit')), 0) as amount,
               coalesce(sum(e.amount) filter (where a.purpose = 'tax'), 0) as tax
        from ledger_entry e join ledger_account a on a.id = e.account_id where e.transfer_id = (transfer).id),
    line as (
        select s.number, s.tenant_id, s.site_id, s.order_id, s.sub_order_id, s.goods_id, s.variant_id, s.currency,
               sum(s.total) as left_over, sum(s.tax) as tax_left,
               sum(s.total) filter (where s.kind = 'sale') as sold,
               coalesce(sum(s.quantity) filter (where s.kind = 'sale'), 0) as units,
               coalesce(-sum(s.quantity) filter (where s.kind = 'refund'), 0) as units_back,
               named.units as units_named,
               case when s.number = 0 then 3 when named.number is null then 2 else 1 end as turn
        from sale_entry s left join returned_lines(transfer) named on named.number = s.number
        where s.sale_id = (transfer).mirrors
        group by s.number, s.tenant_id, s.site_id, s.order_id, s.sub_order_id, s.goods_id, s.variant_id, s.currency,
                 named.number, named.units),
    pool as (
        select turn, sum(left_over) as pool_left,
               sum(sum(left_over)) over (order by turn) - sum(left_over) as earlier
        from line group by turn),
    weighed as (
        select line.*, back.tax as tax_back, pool.pool_left,
               greatest(0, least(back.amount - pool.earlier, pool.pool_left)) as pool,
               sum(line.left_over) over (partition by line.turn order by line.number) as up_to
        from line join pool on pool.turn = line.turn, back),
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
           -least(units - units_back,
                  case when sold = 0 then 0
                       when units_named is not null and left_over > part then units_named
                       else greatest(0, round(units * (sold - left_over + part) / sold) - units_back) end),
           0, 0, 0, part,
           case when weights = 0 then 0
                else -(round(tax_back * weight_up_to / weights) - round(tax_back * (weight_up_to - weight) / weights)) end,
           -part
    from summed where part <> 0;
end;
