-- A product page is good for as long as its own goods have not changed, whatever else the seller sells. The nil goods
-- stand for the whole shelf of the tenant. Copies live for half an hour, notes for an hour.
alter table shelf_change
    add column goods_id uuid not null default '00000000-0000-0000-0000-000000000000',
    drop constraint shelf_change_pkey,
    add primary key (xid, tenant_id, goods_id);
drop index shelf_change_xid;
drop policy tenant_read on shelf_change;
revoke select on shelf_change from rialto_tenant, rialto_mall;

-- Who changes very much is noted for the shelf as a whole.
create procedure note_shelf_change(tenant uuid, goods uuid[]) language sql as $$
    insert into shelf_change (tenant_id, goods_id)
    select tenant, unnest(case when cardinality(goods) > 50
                               then array['00000000-0000-0000-0000-000000000000'::uuid] else goods end)
    on conflict do nothing
$$;
create function shelf_changed_by_goods() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
declare touched record;
begin
    for touched in select tenant_id, array_agg(distinct goods_id) as goods from changed group by tenant_id loop
        call note_shelf_change(touched.tenant_id, touched.goods);
    end loop;
    return null;
end $$;
create function shelf_changed_by_stock() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
declare touched record;
begin
    for touched in
        select c.tenant_id, array_agg(distinct coalesce(v.goods_id, '00000000-0000-0000-0000-000000000000')) as goods
        from changed c left join variant v on v.id = c.variant_id group by c.tenant_id
    loop
        call note_shelf_change(touched.tenant_id, touched.goods);
    end loop;
    return null;
end $$;

do $$
declare noted record;
begin
    for noted in
        select * from (values ('shelf_card', 'shelf_changed_by_goods'), ('goods_voice', 'shelf_changed_by_goods'),
                              ('stock', 'shelf_changed_by_stock')) noted (on_table, by_function),
                      (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) event (what, rows)
    loop
        execute format('create or replace trigger noted_after_%s after %s on %I referencing %s table as changed '
                       'for each statement execute function %I()',
                       noted.what, noted.what, noted.on_table, noted.rows, noted.by_function);
    end loop;
end $$;
