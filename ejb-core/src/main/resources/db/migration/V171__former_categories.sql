-- Names that categories had in addresses before: whoever comes by one is sent on to where its goods are now.
create table former_category_slug (
    slug text primary key,
    category_id uuid not null references category on delete cascade,
    until_at timestamptz not null
);
create index former_category_slug_category on former_category_slug (category_id);
call protect('former_category_slug');
create policy everyone_reads on former_category_slug for select to rialto_shopper, rialto_tenant using (true);
call grant_all('former_category_slug', 'rialto_mall', 'rialto_worker');
grant select on former_category_slug to rialto_shopper, rialto_tenant;

create function keep_former_category_slug() returns trigger language plpgsql as $$
begin
    delete from former_category_slug where slug = new.slug;
    if tg_op = 'UPDATE' then
        insert into former_category_slug (slug, category_id, until_at) values (old.slug, new.id, mall_now())
        on conflict (slug) do update set category_id = excluded.category_id, until_at = excluded.until_at;
    end if;
    return null;
end $$;
create trigger former_slug after update of slug on category
    for each row when (old.slug is distinct from new.slug) execute function keep_former_category_slug();
-- a new category of that name is what the name means from then on
create trigger present_slug after insert on category for each row execute function keep_former_category_slug();
