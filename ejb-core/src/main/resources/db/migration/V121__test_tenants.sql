-- Sandboxes of sellers: a test tenant is a seller of its own, with a storefront of its own, that only its seller sees.
-- tenant_id is the seller whose sandbox it is. Of each seller's at most one is open; earlier ones are kept, closed.
create table test_tenant (
    id uuid primary key references tenant,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    opened_by uuid,
    opened_at timestamptz not null,
    closed_at timestamptz
);
create unique index test_tenant_open on test_tenant (tenant_id) where closed_at is null;
call protect_for_tenant('test_tenant');
call grant_all('test_tenant', 'rialto_mall', 'rialto_worker');
grant select on test_tenant to rialto_tenant;

-- Everybody may know which tenants and sites are for trying out: what is left out of lists and sums asks this.
create function test_tenants() returns setof uuid language sql stable security definer
    set search_path = public, pg_temp as $$ select id from test_tenant $$;
create function test_sites() returns setof uuid language sql stable security definer
    set search_path = public, pg_temp as $$ select s.id from site s join test_tenant t on t.id = s.tenant_id $$;
create function test_transfers() returns setof uuid language sql stable security definer
    set search_path = public, pg_temp as $$
    select t.id from test_tenant x join purchase p on p.site_id = x.site_id join ledger_transfer t on t.order_id = p.id
$$;
revoke execute on function test_tenants(), test_sites(), test_transfers() from public;
grant execute on function test_transfers() to rialto_mall;
grant execute on function test_tenants(), test_sites()
    to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker, rialto_search;

-- The mall's own eyes never see a sandbox: not its goods, orders, payments, sales or books, and so no sum has them in.
do $$
declare name text;
begin
    foreach name in array array['goods', 'shelf_card', 'shelf_variant', 'stock', 'stock_movement', 'sub_order',
                                'sale_entry', 'storefront_application', 'refund_owed', 'return_case', 'gateway_call',
                                'ledger_account', 'credential'] loop
        if exists (select from information_schema.columns c
                   where c.table_schema = 'public' and c.table_name = name and c.column_name = 'tenant_id') then
            execute format('create policy no_tests on %I as restrictive for select to rialto_mall '
                           'using (tenant_id is null or tenant_id not in (select test_tenants()))', name);
        end if;
    end loop;
    foreach name in array array['purchase', 'payment', 'checkout', 'cart'] loop
        if exists (select from information_schema.columns c
                   where c.table_schema = 'public' and c.table_name = name and c.column_name = 'site_id') then
            execute format('create policy no_tests on %I as restrictive for select to rialto_mall '
                           'using (site_id is null or site_id not in (select test_sites()))', name);
        end if;
    end loop;
end $$;
create policy no_tests on ledger_transfer as restrictive for select to rialto_mall
    using (id not in (select test_transfers()));
create policy no_tests on ledger_entry as restrictive for select to rialto_mall
    using (transfer_id not in (select test_transfers()));
create policy no_tests on seller as restrictive for select to rialto_mall using (id not in (select test_tenants()));
create policy no_tests on site as restrictive for select to rialto_mall
    using (tenant_id is null or tenant_id not in (select test_tenants()));

-- What of the shelf a site may search; the mall's own front has nothing of sandboxes.
create or replace function search_scope(site uuid) returns text language sql stable
    return (
        select 'true'
            || case when s.tenant_id is null then ' and d.tenant_id not in (select test_tenants())'
                    else format(' and d.tenant_id = %L', s.tenant_id) end
            || case s.goods_scope when 'all' then '' else format(
                ' and (d.category_id = any(%1$L::uuid[]) or d.major_id = any(%1$L::uuid[]))',
                array(select c.category_id from site_category c where c.site_id = s.id)) end
        from site s where s.id = search_scope.site);
