-- Categories are the mall's, in two levels.
create table category (
    id uuid primary key,
    parent_id uuid references category,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    position int not null default 0,
    picture_key text,
    version bigint not null default 1
);
create index category_parent on category (parent_id, position);
call protect('category');
create policy everyone_reads on category for select to rialto_shopper, rialto_tenant using (true);
call grant_all('category', 'rialto_mall', 'rialto_worker');
grant select on category to rialto_shopper, rialto_tenant;

create table category_text (
    category_id uuid not null references category on delete cascade,
    language text not null,
    name text not null check (length(name) between 1 and 100),
    primary key (category_id, language)
);
call protect('category_text');
create policy everyone_reads on category_text for select to rialto_shopper, rialto_tenant using (true);
call grant_all('category_text', 'rialto_mall', 'rialto_worker');
grant select on category_text to rialto_shopper, rialto_tenant;

create table site_category (
    site_id uuid not null references site,
    category_id uuid not null references category,
    tenant_id uuid references tenant,
    primary key (site_id, category_id)
);
call protect_for_tenant('site_category');
create policy shopper_read on site_category for select to rialto_shopper using (true);
call grant_all('site_category', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on site_category to rialto_shopper;

create table tax_class (
    code text primary key check (code ~ '^[a-z][a-z_]{0,29}$'),
    name jsonb not null default '{}'
);
insert into tax_class (code) values ('standard'), ('reduced'), ('zero');
call protect('tax_class');
create policy everyone_reads on tax_class for select to rialto_shopper, rialto_tenant using (true);
call grant_all('tax_class', 'rialto_mall', 'rialto_worker');
grant select on tax_class to rialto_shopper, rialto_tenant;

create table goods (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
    import_handle text,
    kind text not null default 'article' check (kind in ('article', 'service', 'card')),
    state text not null check (state in ('draft', 'on_sale', 'withdrawn', 'deleted')),
    -- false while the seller is not active; kept by the seller's row
    seller_active boolean not null default true,
    category_id uuid not null references category,
    tax_class text not null references tax_class,
    vendor text,
    tags text[] not null default '{}',
    attributes jsonb not null default '{}',
    default_language text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1
);
create unique index goods_import_handle on goods (tenant_id, import_handle) where import_handle is not null;
create index goods_tenant on goods (tenant_id, created_at desc, id);
create index goods_front on goods (created_at desc, id) where state = 'on_sale' and seller_active;
create index goods_category on goods (category_id, created_at desc, id) where state = 'on_sale' and seller_active;
call protect_for_tenant('goods');
create policy shopper_read on goods for select to rialto_shopper using (state = 'on_sale' and seller_active);
call grant_all('goods', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on goods to rialto_shopper;

create function mark_goods_of_seller() returns trigger language plpgsql as $$
begin
    update goods set seller_active = (new.state = 'active') where tenant_id = new.id;
    return null;
end $$;
create trigger seller_state_reaches_goods after update of state on seller
    for each row when (old.state is distinct from new.state) execute function mark_goods_of_seller();

create table goods_text (
    goods_id uuid not null references goods on delete cascade,
    tenant_id uuid not null references tenant,
    language text not null,
    title text not null check (length(title) between 1 and 200),
    summary text not null default '',
    body_html text not null default '',
    -- names of the options, in the order of the variants' values
    option_names text[] not null default '{}',
    primary key (goods_id, language)
);
call protect_for_tenant('goods_text');
create policy shopper_read on goods_text for select to rialto_shopper using (exists (select from goods g where g.id = goods_id));
call grant_all('goods_text', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on goods_text to rialto_shopper;

create table variant (
    id uuid primary key,
    goods_id uuid not null references goods on delete cascade,
    tenant_id uuid not null references tenant,
    sku text check (length(sku) between 1 and 100),
    position int not null default 0,
    -- the values in the goods' default language, in the order of option_names; '{}' for goods without options
    option_values text[] not null default '{}',
    -- the same in other languages: {"ko": ["빨강", "L"]}
    option_texts jsonb not null default '{}',
    weight_grams int not null default 0 check (weight_grams >= 0),
    barcode text,
    state text not null default 'active' check (state in ('active', 'removed')),
    version bigint not null default 1
);
create unique index variant_sku on variant (tenant_id, sku) where sku is not null and state = 'active';
create unique index variant_options on variant (goods_id, option_values) where state = 'active';
create index variant_goods on variant (goods_id, position);
call protect_for_tenant('variant');
create policy shopper_read on variant for select to rialto_shopper
    using (state = 'active' and exists (select from goods g where g.id = goods_id));
call grant_all('variant', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on variant to rialto_shopper;

-- Listed price per variant and currency, in minor units, before any discount; never converted.
create table price (
    variant_id uuid not null references variant on delete cascade,
    tenant_id uuid not null references tenant,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    amount bigint not null check (amount between 0 and 1000000000000),
    compare_at bigint check (compare_at >= amount),
    primary key (variant_id, currency)
);
call protect_for_tenant('price');
create policy shopper_read on price for select to rialto_shopper using (exists (select from variant v where v.id = variant_id));
call grant_all('price', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on price to rialto_shopper;

-- Every listed price there was, for the prior lowest price beside a reduction.
create table price_history (
    id uuid primary key,
    variant_id uuid not null references variant on delete cascade,
    tenant_id uuid not null references tenant,
    currency text not null,
    amount bigint not null,
    from_at timestamptz not null
);
create index price_history_variant on price_history (variant_id, currency, from_at desc);
call protect_for_tenant('price_history');
create policy shopper_read on price_history for select to rialto_shopper using (exists (select from variant v where v.id = variant_id));
call grant_append('price_history', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on price_history to rialto_shopper;

create table goods_picture (
    id uuid primary key,
    goods_id uuid not null references goods on delete cascade,
    tenant_id uuid not null references tenant,
    position int not null default 0,
    storage_key text not null,
    width int not null,
    height int not null,
    alt jsonb not null default '{}'
);
create index goods_picture_goods on goods_picture (goods_id, position);
call protect_for_tenant('goods_picture');
create policy shopper_read on goods_picture for select to rialto_shopper using (exists (select from goods g where g.id = goods_id));
call grant_all('goods_picture', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on goods_picture to rialto_shopper;

create table stock_place (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    name text not null,
    is_default boolean not null default false
);
create unique index stock_place_default on stock_place (tenant_id) where is_default;
call protect_for_tenant('stock_place');
call grant_all('stock_place', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- The one stock that mall and storefronts share. available can never be negative, whoever writes.
create table stock (
    variant_id uuid not null references variant on delete cascade,
    place_id uuid not null references stock_place,
    tenant_id uuid not null references tenant,
    on_hand bigint not null default 0 check (on_hand >= 0),
    held bigint not null default 0 check (held >= 0),
    available bigint generated always as (on_hand - held) stored check (available >= 0),
    primary key (variant_id, place_id)
);
call protect_for_tenant('stock');
create policy shopper_read on stock for select to rialto_shopper using (exists (select from variant v where v.id = variant_id));
call grant_all('stock', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select (variant_id, place_id, available) on stock to rialto_shopper;

create table stock_movement (
    id uuid primary key,
    variant_id uuid not null references variant,
    place_id uuid not null references stock_place,
    tenant_id uuid not null references tenant,
    kind text not null check (kind in ('receipt', 'sale', 'return', 'correction', 'count')),
    quantity bigint not null check (quantity <> 0),
    reason text,
    order_id uuid,
    account_id uuid,
    at timestamptz not null
);
create index stock_movement_variant on stock_movement (variant_id, at desc);
create index stock_movement_tenant on stock_movement (tenant_id, at desc);
call protect_for_tenant('stock_movement');
call grant_append('stock_movement', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- Stock kept for a checkout until it is paid or the time is over.
create table stock_hold (
    id uuid primary key,
    checkout_id uuid not null,
    variant_id uuid not null references variant,
    place_id uuid not null references stock_place,
    tenant_id uuid not null references tenant,
    quantity bigint not null check (quantity > 0),
    state text not null check (state in ('held', 'consumed', 'released')),
    expires_at timestamptz not null
);
create index stock_hold_checkout on stock_hold (checkout_id);
create index stock_hold_due on stock_hold (expires_at) where state = 'held';
call protect_for_tenant('stock_hold');
call grant_all('stock_hold', 'rialto_worker');
grant select on stock_hold to rialto_mall, rialto_tenant;
