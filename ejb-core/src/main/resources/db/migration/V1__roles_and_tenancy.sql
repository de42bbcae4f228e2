-- Four roles stand between a request and a row. The application logs in as rialto_app (or, in a process without the
-- console, as rialto_front, which can never become rialto_mall) and each transaction takes one of the roles on.
do $$
declare name text;
begin
    foreach name in array array['rialto_shopper', 'rialto_tenant', 'rialto_mall', 'rialto_worker', 'rialto_search'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin', name);
        end if;
    end loop;
    foreach name in array array['rialto_app', 'rialto_front'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin noinherit', name);
        end if;
    end loop;
end $$;

grant rialto_shopper, rialto_tenant, rialto_mall, rialto_worker to rialto_app;
grant rialto_shopper, rialto_tenant, rialto_worker to rialto_front;
grant rialto_search to current_user;

-- Trigrams of Korean words must not be empty: a database with LC_CTYPE C cannot search.
create extension if not exists pg_trgm;
do $$
begin
    if cardinality(show_trgm('한글')) = 0 then
        raise exception 'this database makes no trigrams of Korean words: create it with LC_CTYPE C.UTF-8 or another UTF-8 locale';
    end if;
end $$;

grant usage on schema public to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker, rialto_search;

-- Who the transaction acts for, as the application said when it began.
create function current_tenant() returns uuid language sql stable parallel safe
    return nullif(current_setting('rialto.tenant', true), '')::uuid;
create function current_account() returns uuid language sql stable parallel safe
    return nullif(current_setting('rialto.account', true), '')::uuid;
create function current_token() returns text language sql stable parallel safe
    return nullif(current_setting('rialto.token', true), '');

-- Row-level security on, for the owner too. Mall, worker and the migrating owner see every row; what they may do with
-- it is a matter of grants. A table that nobody may change grants select and insert only.
create procedure protect(target regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy mall_all on %s to rialto_mall using (true) with check (true)', target);
    execute format('create policy worker_all on %s to rialto_worker using (true) with check (true)', target);
    execute format('create policy owner_all on %s to %I using (true) with check (true)', target, current_user);
end $$;

-- A table whose rows belong to the tenant in tenant_id.
create procedure protect_for_tenant(target regclass) language plpgsql as $$
begin
    call protect(target);
    execute format('create policy tenant_own on %s to rialto_tenant '
                   'using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', target);
end $$;

create procedure grant_all(target regclass, variadic roles text[]) language plpgsql as $$
declare name text;
begin
    foreach name in array roles loop
        execute format('grant select, insert, update, delete on %s to %I', target, name);
    end loop;
end $$;

create procedure grant_append(target regclass, variadic roles text[]) language plpgsql as $$
declare name text;
begin
    foreach name in array roles loop
        execute format('grant select, insert on %s to %I', target, name);
    end loop;
end $$;

-- A seller, and later a channel or a contract: whoever owns rows.
create table tenant (
    id uuid primary key,
    kind text not null check (kind in ('seller', 'channel', 'contract')),
    created_at timestamptz not null
);
call protect('tenant');
create policy tenant_self on tenant for select to rialto_tenant using (id = (select current_tenant()));
grant select on tenant to rialto_tenant;
grant select, insert on tenant to rialto_mall, rialto_worker;
