-- Slugs are unique in the whole mall; a seller's own policies do not show those of others.
create function taken_slugs(slugs text[]) returns setof text language sql stable security definer
    set search_path = public, pg_temp as $$ select slug from goods where slug = any(slugs) $$;
revoke execute on function taken_slugs(text[]) from public;
grant execute on function taken_slugs(text[]) to rialto_tenant, rialto_mall, rialto_worker;
