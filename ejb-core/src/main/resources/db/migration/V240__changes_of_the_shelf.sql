-- Who changed what shoppers see, by transaction: a copy of a list or of a product page is good for as long as no
-- transaction is here that its snapshot did not see. One row for each tenant that a transaction touched; no row is ever
-- waited for. The nil tenant stands for what concerns every shelf. Swept after a minute; copies live for seconds.
create table shelf_change (
    xid xid8 not null default pg_current_xact_id(),
    tenant_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (xid, tenant_id)
);
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
