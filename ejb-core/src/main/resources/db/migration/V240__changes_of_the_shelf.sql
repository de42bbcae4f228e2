-- Who changed what shoppers see, by transaction: a copy of a list or of a product page is good for as long as no
-- transaction is here that its snapshot did not see. One row for each tenant that a transaction touched; no row is ever
-- waited for. The nil tenant stands for what concerns every shelf. Swept after a quarter of an hour; copies live for five minutes.
create table shelf_change (
    tenant_id uuid not null,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, xid)
);
create index shelf_change_xid on shelf_change (xid);
call protect('shelf_change');
create policy shopper_read on shelf_change for select to rialto_shopper using (true);
create policy tenant_read on shelf_change for select to rialto_tenant
    using (tenant_id in ((select current_tenant()), '00000000-0000-0000-0000-000000000000'));
grant select on shelf_change to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker;
grant delete on shelf_change to rialto_worker;

create function shelf_changed_by_rows() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    insert into shelf_change (tenant_id)
    select distinct coalesce(tenant_id, '00000000-0000-0000-0000-000000000000') from changed
    on conflict do nothing;
    return null;
end $$;
create function shelf_changed_by_seller() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    insert into shelf_change (tenant_id) select distinct id from changed on conflict do nothing;
    return null;
end $$;
create function shelf_changed_for_all() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    insert into shelf_change (tenant_id) values ('00000000-0000-0000-0000-000000000000') on conflict do nothing;
    return null;
end $$;

create procedure note_changes(target regclass, noted text) language plpgsql as $$
begin
    execute format('create trigger noted_after_insert after insert on %s referencing new table as changed '
                   'for each statement execute function %I()', target, noted);
    execute format('create trigger noted_after_update after update on %s referencing new table as changed '
                   'for each statement execute function %I()', target, noted);
    execute format('create trigger noted_after_delete after delete on %s referencing old table as changed '
                   'for each statement execute function %I()', target, noted);
end $$;
-- goods, their texts, variants, prices and pictures come through shelf_card, which is written anew with each change
call note_changes('shelf_card', 'shelf_changed_by_rows');
call note_changes('stock', 'shelf_changed_by_rows');
call note_changes('goods_voice', 'shelf_changed_by_rows');
call note_changes('site', 'shelf_changed_by_rows');
call note_changes('site_category', 'shelf_changed_by_rows');
call note_changes('seller', 'shelf_changed_by_seller');
call note_changes('category', 'shelf_changed_for_all');
call note_changes('category_text', 'shelf_changed_for_all');
call note_changes('test_tenant', 'shelf_changed_for_all');
drop procedure note_changes;

-- The same as prior_lowest, in a form that the database plans together with the query around it.
create function prior_prices(variant uuid, currency text, began timestamptz) returns table (amount bigint)
    language sql stable as $$
    select min(h.amount)
    from (select amount, from_at, lead(from_at) over (order by from_at, id) as until_at
          from price_history
          where variant_id = prior_prices.variant and price_history.currency = prior_prices.currency) h
    where h.from_at < began and h.until_at > began - interval '30 days'
$$;
create or replace function prior_lowest(variant uuid, currency text, began timestamptz) returns bigint language sql stable
    return (select amount from prior_prices(prior_lowest.variant, prior_lowest.currency, prior_lowest.began));
