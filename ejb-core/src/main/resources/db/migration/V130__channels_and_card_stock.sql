-- A channel sells cards of providers: a tenant of kind channel, and a seller of the mall under the same id, so that it
-- has shops, staff and orders like any other. Sub-channels stand below channels.
create table channel (
    id uuid primary key references tenant,
    tenant_id uuid not null references tenant,
    parent_id uuid references channel,
    opened_by uuid,
    opened_at timestamptz not null,
    version bigint not null default 1,
    check (tenant_id = id),
    check (parent_id <> id)
);

-- Who stands above whom, each channel above itself too: a channel sees what its descendants own.
create table channel_tree (
    ancestor_id uuid not null references channel,
    descendant_id uuid not null references channel,
    depth int not null check (depth >= 0),
    primary key (ancestor_id, descendant_id)
);
create index channel_tree_descendant on channel_tree (descendant_id, depth);
call protect('channel_tree');
create policy tenant_own on channel_tree for select to rialto_tenant
    using ((select current_tenant()) in (ancestor_id, descendant_id));
grant select, insert on channel_tree to rialto_mall, rialto_worker;
grant select on channel_tree to rialto_tenant;

-- Rows of a channel: it reads its own and those below it, and writes its own.
create procedure protect_for_channel(target regclass) language plpgsql as $$
begin
    call protect(target);
    execute format('create policy tree_read on %s for select to rialto_tenant using (tenant_id in '
                   '(select t.descendant_id from channel_tree t where t.ancestor_id = (select current_tenant())))', target);
    execute format('create policy own_add on %s for insert to rialto_tenant '
                   'with check (tenant_id = (select current_tenant()))', target);
    execute format('create policy own_change on %s for update to rialto_tenant '
                   'using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', target);
end $$;

call protect_for_channel('channel');
grant select, insert, update on channel to rialto_mall, rialto_worker;
grant select on channel to rialto_tenant;

-- The names of those above and below, and where those below sell.
create policy channel_read on seller for select to rialto_tenant using (id in (
    select descendant_id from channel_tree where ancestor_id = (select current_tenant())
    union all select ancestor_id from channel_tree where descendant_id = (select current_tenant())));
create policy channel_read on site_host for select to rialto_tenant using (tenant_id in (
    select descendant_id from channel_tree where ancestor_id = (select current_tenant())));

-- Who recharges accounts: how it is reached is data, its secrets are sealed under the master key.
create table card_provider (
    id uuid primary key,
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    label text not null check (length(label) between 1 and 100),
    adapter text not null check (adapter ~ '^[a-z_]{1,40}$'),
    url text not null check (url ~ '^https?://' and length(url) <= 300),
    description jsonb not null default '{}',
    sealed_key bytea not null,
    sealed_secret bytea not null,
    state text not null check (state in ('active', 'off')),
    created_at timestamptz not null,
    version bigint not null default 1
);
call protect('card_provider');
create policy tenant_read on card_provider for select to rialto_tenant using (true);
grant select, insert, update on card_provider to rialto_mall, rialto_worker;
grant select (id, name, label, state) on card_provider to rialto_tenant;

create table card_product (
    id uuid primary key,
    provider_id uuid not null references card_provider,
    sku text not null check (length(sku) between 1 and 80),
    names jsonb not null,
    -- what accounts look like at the provider, and how that is said to people
    account_form text not null check (length(account_form) between 1 and 200),
    account_example text not null check (length(account_example) between 1 and 80),
    validity_days int not null check (validity_days between 1 and 3650),
    state text not null check (state in ('active', 'off')),
    created_at timestamptz not null,
    version bigint not null default 1,
    unique (provider_id, sku)
);
call protect('card_product');
create policy all_read on card_product for select to rialto_tenant, rialto_shopper using (true);
grant select, insert, update on card_product to rialto_mall, rialto_worker;
grant select on card_product to rialto_tenant, rialto_shopper;

-- Cards of one product in the hands of one channel. Every code stands for one of them, however many ask at once.
create table card_stock (
    tenant_id uuid not null references channel,
    product_id uuid not null references card_product,
    bought bigint not null default 0 check (bought >= 0),
    passed_on bigint not null default 0 check (passed_on >= 0),
    withdrawn bigint not null default 0 check (withdrawn >= 0),
    -- set aside for sale in the mall, not coded yet
    listed bigint not null default 0 check (listed >= 0),
    -- codes that live or were used
    coded bigint not null default 0 check (coded >= 0),
    used bigint not null default 0 check (used >= 0),
    free bigint not null generated always as (bought - passed_on - withdrawn - listed - coded) stored,
    remaining bigint not null generated always as (bought - passed_on - withdrawn - used) stored,
    primary key (tenant_id, product_id),
    check (used <= coded),
    check (coded + listed <= bought - passed_on),
    check (bought - passed_on - withdrawn - used >= 0)
);
call protect_for_channel('card_stock');
grant select, insert, update on card_stock to rialto_mall, rialto_worker;
grant select, insert, update (bought, passed_on, withdrawn, listed, coded, used) on card_stock to rialto_tenant;

-- What happened to cards and at what price; nobody changes it. An invoice of a provider counts once.
create table card_movement (
    id uuid primary key,
    tenant_id uuid not null references channel,
    product_id uuid not null references card_product,
    kind text not null check (kind in ('purchase', 'sold_on', 'bought_on', 'withdrawn', 'coded', 'voided', 'listed',
                                       'unlisted', 'used')),
    quantity bigint not null check (quantity > 0),
    unit_minor bigint check (unit_minor >= 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    other_id uuid references channel,
    reference text check (length(reference) <= 100),
    account_id uuid,
    at timestamptz not null,
    check ((unit_minor is null) = (currency is null))
);
create unique index card_movement_invoice on card_movement (tenant_id, product_id, reference) where kind = 'purchase';
create index card_movement_list on card_movement (tenant_id, at desc, id desc);
call protect_for_channel('card_movement');
call grant_append('card_movement', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- For how much a channel sells a card to those directly below it.
create table card_price (
    tenant_id uuid not null references channel,
    product_id uuid not null references card_product,
    unit_minor bigint not null check (unit_minor >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    changed_at timestamptz not null,
    primary key (tenant_id, product_id)
);
call protect_for_channel('card_price');
grant select, insert, update on card_price to rialto_mall, rialto_worker, rialto_tenant;
create policy from_above on card_price for select to rialto_tenant
    using (tenant_id = (select c.parent_id from channel c where c.id = (select current_tenant())));
