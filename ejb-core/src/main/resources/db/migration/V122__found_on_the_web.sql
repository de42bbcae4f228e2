-- Names that goods had in addresses before: whoever comes by one is sent on to the present one.
create table former_slug (
    slug text primary key,
    goods_id uuid not null references goods on delete cascade,
    tenant_id uuid not null references tenant,
    until_at timestamptz not null
);
create index former_slug_goods on former_slug (goods_id);
call protect_for_tenant('former_slug');
create policy shopper_read on former_slug for select to rialto_shopper using (true);
call grant_all('former_slug', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on former_slug to rialto_shopper;

create function keep_former_slug() returns trigger language plpgsql as $$
begin
    delete from former_slug where slug = new.slug and goods_id = new.id;
    insert into former_slug (slug, goods_id, tenant_id, until_at) values (old.slug, new.id, new.tenant_id, new.updated_at)
    on conflict (slug) do update set goods_id = excluded.goods_id, tenant_id = excluded.tenant_id,
                                     until_at = excluded.until_at;
    return null;
end $$;
create trigger former_slug after update of slug on goods
    for each row when (old.slug is distinct from new.slug) execute function keep_former_slug();

-- A name that others may still come by is not given away.
create or replace function taken_slugs(slugs text[]) returns setof text language sql stable security definer
    set search_path = public, pg_temp as $$
    select slug from goods where slug = any(slugs)
    union
    select slug from former_slug where slug = any(slugs)
$$;
-- Goods of a site in a stable order, for parts of its site map and pages of its feed.
create index shelf_card_order on shelf_card (currency, goods_id);
create index shelf_card_tenant_order on shelf_card (tenant_id, currency, goods_id);
