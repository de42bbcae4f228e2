create table seller (
    id uuid primary key references tenant,
    state text not null check (state in ('applied', 'active', 'suspended', 'rejected', 'closed')),
    name text not null check (length(name) between 1 and 100),
    legal_name text,
    registration_number text,
    email text not null,
    phone text,
    country text check (country ~ '^[A-Z]{2}$'),
    address text,
    about jsonb not null default '{}',
    commission_bp int not null default 0 check (commission_bp between 0 and 10000),
    applied_by uuid not null,
    applied_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text,
    version bigint not null default 1
);
create unique index seller_name on seller (lower(name)) where state in ('applied', 'active', 'suspended');
call protect('seller');
create policy tenant_self on seller to rialto_tenant using (id = (select current_tenant())) with check (id = (select current_tenant()));
create policy applicant_read on seller for select to rialto_shopper
    using (applied_by = (select current_account()) or state = 'active');
call grant_all('seller', 'rialto_mall', 'rialto_worker');
grant select, update on seller to rialto_tenant;
grant select (id, state, name, legal_name, registration_number, email, phone, country, address, about, applied_by,
              applied_at, decided_at, decision_reason) on seller to rialto_shopper;

-- People who work for a seller.
create table seller_staff (
    tenant_id uuid not null references tenant,
    account_id uuid not null,
    role text not null check (role in ('owner', 'staff')),
    added_at timestamptz not null,
    primary key (tenant_id, account_id)
);
create index seller_staff_account on seller_staff (account_id);
call protect_for_tenant('seller_staff');
call grant_all('seller_staff', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- People who run the mall.
create table mall_staff (
    account_id uuid primary key,
    role text not null check (role in ('operator', 'viewer')),
    added_at timestamptz not null
);
call protect('mall_staff');
call grant_all('mall_staff', 'rialto_mall', 'rialto_worker');

-- The mall's front and each storefront. member_mark marks who joined there, payment_mark what was paid there: two
-- different values, never shown together to a partner.
create table site (
    id uuid primary key,
    kind text not null check (kind in ('mall', 'storefront')),
    tenant_id uuid references tenant,
    state text not null check (state in ('open', 'closed_by_seller', 'suspended', 'closed')),
    name text not null check (length(name) between 1 and 100),
    slogan jsonb not null default '{}',
    discount_bp int not null default 0 check (discount_bp between 0 and 9000),
    handling_bp int not null default 0 check (handling_bp between 0 and 10000),
    price_display text not null default 'gross' check (price_display in ('gross', 'net')),
    country text not null check (country ~ '^[A-Z]{2}$'),
    languages text[] not null check (cardinality(languages) > 0),
    currencies text[] not null check (cardinality(currencies) > 0),
    goods_scope text not null default 'all' check (goods_scope in ('all', 'categories')),
    guest_checkout boolean not null default true,
    zone text not null default 'Asia/Seoul',
    logo_key text,
    theme_version int,
    member_mark uuid not null unique,
    payment_mark uuid not null unique,
    created_at timestamptz not null,
    version bigint not null default 1,
    check ((kind = 'mall') = (tenant_id is null)),
    check (member_mark <> payment_mark)
);
create unique index site_one_mall on site (kind) where kind = 'mall';
call protect_for_tenant('site');
create policy shopper_read on site for select to rialto_shopper using (true);
create policy mall_front_read on site for select to rialto_tenant using (kind = 'mall');
call grant_all('site', 'rialto_mall', 'rialto_worker');
grant select (id, kind, tenant_id, state, name, slogan, discount_bp, price_display, country, languages, currencies,
              goods_scope, guest_checkout, zone, logo_key, theme_version, created_at, version) on site to rialto_shopper;
grant select (id, kind, tenant_id, state, name, slogan, discount_bp, handling_bp, price_display, country, languages,
              currencies, goods_scope, guest_checkout, zone, logo_key, theme_version, member_mark, created_at, version)
    on site to rialto_tenant;
grant update (state, name, slogan, discount_bp, price_display, languages, currencies, goods_scope, guest_checkout,
              zone, logo_key, theme_version, version) on site to rialto_tenant;

create table site_host (
    host text primary key check (host = lower(host) and length(host) <= 253),
    site_id uuid not null references site,
    tenant_id uuid references tenant,
    is_primary boolean not null default true,
    added_at timestamptz not null
);
create index site_host_site on site_host (site_id);
call protect_for_tenant('site_host');
create policy shopper_read on site_host for select to rialto_shopper using (true);
call grant_all('site_host', 'rialto_mall', 'rialto_worker');
grant select on site_host to rialto_tenant, rialto_shopper;

create table storefront_application (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    state text not null check (state in ('submitted', 'approved', 'rejected', 'withdrawn')),
    name text not null check (length(name) between 1 and 100),
    host text not null check (host = lower(host)),
    theme text not null,
    goods_scope text not null check (goods_scope in ('all', 'categories')),
    category_ids uuid[] not null default '{}',
    discount_bp int not null default 0 check (discount_bp between 0 and 9000),
    note text,
    applied_by uuid not null,
    applied_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text,
    site_id uuid references site,
    version bigint not null default 1
);
-- a domain asked for is kept from others until the application is decided
create unique index storefront_application_host on storefront_application (host) where state = 'submitted';
call protect_for_tenant('storefront_application');
call grant_all('storefront_application', 'rialto_mall', 'rialto_worker');
grant select, insert, update on storefront_application to rialto_tenant;

-- Look of a site: tokens, layout and menu as versioned data. A version is never changed once written.
create table site_theme (
    site_id uuid not null references site,
    tenant_id uuid references tenant,
    number int not null,
    document jsonb not null,
    created_by uuid,
    created_at timestamptz not null,
    primary key (site_id, number)
);
call protect_for_tenant('site_theme');
create policy shopper_read on site_theme for select to rialto_shopper using (true);
call grant_append('site_theme', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on site_theme to rialto_shopper;

-- Pages of a site: a tree of named blocks per version.
create table site_page (
    id uuid primary key,
    site_id uuid not null references site,
    tenant_id uuid references tenant,
    slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    published int,
    in_menu boolean not null default true,
    position int not null default 0,
    version bigint not null default 1,
    unique (site_id, slug)
);
call protect_for_tenant('site_page');
create policy shopper_read on site_page for select to rialto_shopper using (published is not null);
call grant_all('site_page', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on site_page to rialto_shopper;

create table site_page_version (
    page_id uuid not null references site_page on delete cascade,
    tenant_id uuid references tenant,
    number int not null,
    document jsonb not null,
    created_by uuid,
    created_at timestamptz not null,
    primary key (page_id, number)
);
call protect_for_tenant('site_page_version');
create policy shopper_read on site_page_version for select to rialto_shopper
    using (exists (select from site_page p where p.id = page_id and p.published = number));
call grant_append('site_page_version', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant delete on site_page_version to rialto_mall, rialto_worker, rialto_tenant;
grant select on site_page_version to rialto_shopper;

-- Keys of programs that call the gateway; only hashes are kept.
create table credential (
    id text primary key,
    tenant_id uuid not null references tenant,
    site_id uuid references site,
    kind text not null check (kind in ('storefront', 'reporting', 'partner', 'channel', 'shop')),
    name text not null,
    secret_hash text not null,
    scopes text[] not null default '{}',
    state text not null check (state in ('active', 'suspended', 'revoked')),
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz
);
call protect_for_tenant('credential');
call grant_all('credential', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
