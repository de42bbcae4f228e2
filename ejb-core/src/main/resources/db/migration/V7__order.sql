-- A basket of one site, found by the browser's token or by the account; one currency.
create table cart (
    id uuid primary key,
    site_id uuid not null references site,
    token_hash text,
    account_id uuid references account,
    currency text not null,
    state text not null check (state in ('open', 'ordered', 'merged')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    check (token_hash is not null or account_id is not null)
);
create unique index cart_token on cart (site_id, token_hash) where state = 'open' and account_id is null;
create unique index cart_account on cart (site_id, account_id) where state = 'open' and account_id is not null;
call protect('cart');
create policy shopper_own on cart to rialto_shopper
    using (token_hash = (select current_token()) or account_id = (select current_account()))
    with check (token_hash = (select current_token()) or account_id = (select current_account()));
call grant_all('cart', 'rialto_shopper', 'rialto_worker');

create table cart_line (
    id uuid primary key,
    cart_id uuid not null references cart on delete cascade,
    variant_id uuid not null references variant,
    quantity int not null check (quantity between 1 and 999),
    added_at timestamptz not null,
    unique (cart_id, variant_id)
);
call protect('cart_line');
create policy shopper_own on cart_line to rialto_shopper
    using (exists (select from cart c where c.id = cart_id)) with check (exists (select from cart c where c.id = cart_id));
call grant_all('cart_line', 'rialto_shopper', 'rialto_worker');

-- How a seller delivers. rules: flat {"KRW": 3000}; by_weight [{"up_to_grams": 1000, "KRW": 3000}, …];
-- by_region [{"regions": ["49"], "KRW": 6000}, {"KRW": 3000}]; free_from {"KRW": 50000}.
create table delivery_method (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    names jsonb not null,
    kind text not null check (kind in ('flat', 'by_weight', 'by_region')),
    countries text[] not null default '{}',
    rules jsonb not null,
    free_from jsonb not null default '{}',
    tax_class text not null references tax_class,
    days_from int not null default 1,
    days_to int not null default 3,
    position int not null default 0,
    active boolean not null default true,
    version bigint not null default 1
);
create index delivery_method_tenant on delivery_method (tenant_id, position);
call protect_for_tenant('delivery_method');
create policy shopper_read on delivery_method for select to rialto_shopper using (active);
call grant_all('delivery_method', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant select on delivery_method to rialto_shopper;

-- A cart on its way to an order. What the shopper typed is kept as a draft; once priced, lines and parcels are frozen
-- under a fingerprint, which the confirm page must repeat.
create table checkout (
    id uuid primary key,
    cart_id uuid not null references cart,
    site_id uuid not null references site,
    token_hash text,
    account_id uuid references account,
    state text not null check (state in ('draft', 'priced', 'paying', 'ordered', 'abandoned')),
    currency text not null,
    language text not null,
    draft jsonb not null default '{}',
    payment_method text check (payment_method in ('card', 'deposit')),
    bank_account_id uuid references bank_account,
    goods_total bigint,
    discount_total bigint,
    delivery_total bigint,
    tax_total bigint,
    total bigint,
    fingerprint text,
    held_until timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1
);
create index checkout_cart on checkout (cart_id);
create unique index checkout_open on checkout (cart_id) where state in ('draft', 'priced', 'paying');
call protect('checkout');
create policy shopper_own on checkout to rialto_shopper
    using (token_hash = (select current_token()) or account_id = (select current_account()))
    with check (token_hash = (select current_token()) or account_id = (select current_account()));
call grant_all('checkout', 'rialto_worker');
grant select, insert, update on checkout to rialto_shopper;
grant select on checkout to rialto_mall;

create table checkout_line (
    checkout_id uuid not null references checkout on delete cascade,
    number int not null,
    tenant_id uuid not null references tenant,
    variant_id uuid not null references variant,
    goods_id uuid not null references goods,
    seller_name text not null,
    title text not null,
    variant_title text not null default '',
    sku text,
    picture_key text,
    quantity int not null check (quantity > 0),
    list_price bigint not null,
    discount_bp int not null,
    unit_price bigint not null,
    tax_class text not null,
    tax_bp int not null,
    tax_included boolean not null,
    -- quantity times unit price; tax is inside or on top as tax_included says
    amount bigint not null,
    tax bigint not null,
    weight_grams int not null,
    primary key (checkout_id, number)
);
call protect('checkout_line');
create policy shopper_own on checkout_line to rialto_shopper
    using (exists (select from checkout c where c.id = checkout_id)) with check (exists (select from checkout c where c.id = checkout_id));
call grant_all('checkout_line', 'rialto_worker');
grant select, insert, delete on checkout_line to rialto_shopper;

-- One per seller in the checkout: its delivery, taxed like a line.
create table checkout_parcel (
    checkout_id uuid not null references checkout on delete cascade,
    tenant_id uuid not null references tenant,
    delivery_method_id uuid references delivery_method,
    delivery_name text not null,
    amount bigint not null check (amount >= 0),
    tax_bp int not null,
    tax bigint not null,
    primary key (checkout_id, tenant_id)
);
call protect('checkout_parcel');
create policy shopper_own on checkout_parcel to rialto_shopper
    using (exists (select from checkout c where c.id = checkout_id)) with check (exists (select from checkout c where c.id = checkout_id));
call grant_all('checkout_parcel', 'rialto_worker');
grant select, insert, delete on checkout_parcel to rialto_shopper;

-- "order" is a word of SQL; the whole purchase, the mall's.
create table purchase (
    id uuid primary key,
    number text not null unique,
    site_id uuid not null references site,
    checkout_id uuid not null unique references checkout,
    payment_id uuid references payment,
    account_id uuid references account,
    -- stands for the person in books and logs, also after erasure
    pseudonym text not null,
    -- hash of the key in the link of the order mail, and of the shopper's cookie
    access_hash text not null,
    token_hash text,
    state text not null check (state in ('awaiting_deposit', 'paid', 'lapsed', 'cancelled')),
    payment_method text not null,
    currency text not null,
    language text not null,
    tax_included boolean not null,
    goods_total bigint not null,
    discount_total bigint not null,
    delivery_total bigint not null,
    tax_total bigint not null,
    total bigint not null,
    placed_at timestamptz not null,
    version bigint not null default 1
);
create index purchase_site on purchase (site_id, placed_at desc);
create index purchase_placed on purchase (placed_at desc, id);
create index purchase_account on purchase (account_id, placed_at desc);
create sequence purchase_number start 100001;
grant usage on sequence purchase_number to rialto_worker;
call protect('purchase');
create policy shopper_own on purchase for select to rialto_shopper
    using (token_hash = (select current_token()) or access_hash = (select current_token()) or account_id = (select current_account()));
call grant_all('purchase', 'rialto_worker');
grant select, update on purchase to rialto_mall;
grant select on purchase to rialto_shopper;

-- Where it goes and whom to write to: personal, erasable, apart from the order.
create table purchase_contact (
    order_id uuid primary key references purchase,
    email text not null,
    name text not null,
    phone text,
    country text not null,
    region text,
    city text not null,
    street text not null,
    extra text,
    postcode text not null,
    note text
);

-- The part of one seller, with its own delivery and state.
create table sub_order (
    id uuid primary key,
    order_id uuid not null references purchase,
    number text not null unique,
    tenant_id uuid not null references tenant,
    seller_name text not null,
    state text not null check (state in
        ('awaiting_deposit', 'to_ship', 'partly_shipped', 'shipped', 'delivered', 'cancelled', 'lapsed')),
    delivery_name text not null,
    currency text not null,
    goods_total bigint not null,
    discount_total bigint not null,
    delivery_total bigint not null,
    tax_total bigint not null,
    total bigint not null,
    placed_at timestamptz not null,
    version bigint not null default 1
);
create index sub_order_order on sub_order (order_id);
create index sub_order_tenant on sub_order (tenant_id, placed_at desc, id);
create index sub_order_state on sub_order (tenant_id, state, placed_at desc);
call protect_for_tenant('sub_order');
create policy shopper_own on sub_order for select to rialto_shopper using (exists (select from purchase p where p.id = order_id));
call grant_all('sub_order', 'rialto_worker');
grant select, update on sub_order to rialto_mall, rialto_tenant;
grant select on sub_order to rialto_shopper;

call protect('purchase_contact');
create policy shopper_own on purchase_contact for select to rialto_shopper using (exists (select from purchase p where p.id = order_id));
create policy tenant_ships on purchase_contact for select to rialto_tenant using (exists (select from sub_order s where s.order_id = purchase_contact.order_id));
call grant_all('purchase_contact', 'rialto_worker');
grant select on purchase_contact to rialto_mall, rialto_tenant, rialto_shopper;
-- a seller sees of the purchase only what its own part needs
create policy tenant_part on purchase for select to rialto_tenant using (exists (select from sub_order s where s.order_id = purchase.id));
grant select (id, number, site_id, state, payment_method, currency, language, tax_included, placed_at) on purchase to rialto_tenant;

create table order_line (
    id uuid primary key,
    sub_order_id uuid not null references sub_order,
    tenant_id uuid not null references tenant,
    number int not null,
    variant_id uuid not null references variant,
    goods_id uuid not null references goods,
    title text not null,
    variant_title text not null default '',
    sku text,
    picture_key text,
    quantity int not null check (quantity > 0),
    shipped int not null default 0 check (shipped between 0 and quantity),
    list_price bigint not null,
    discount_bp int not null,
    unit_price bigint not null,
    tax_bp int not null,
    amount bigint not null,
    tax bigint not null
);
create index order_line_sub on order_line (sub_order_id, number);
create index order_line_goods on order_line (goods_id);
call protect_for_tenant('order_line');
create policy shopper_own on order_line for select to rialto_shopper using (exists (select from sub_order s where s.id = sub_order_id));
call grant_all('order_line', 'rialto_worker');
grant select, update on order_line to rialto_tenant, rialto_mall;
grant select on order_line to rialto_shopper;

create table shipment (
    id uuid primary key,
    sub_order_id uuid not null references sub_order,
    tenant_id uuid not null references tenant,
    carrier text not null check (length(carrier) between 1 and 60),
    tracking_number text check (length(tracking_number) <= 60),
    shipped_at timestamptz not null,
    shipped_by uuid
);
create index shipment_sub on shipment (sub_order_id);
call protect_for_tenant('shipment');
create policy shopper_own on shipment for select to rialto_shopper using (exists (select from sub_order s where s.id = sub_order_id));
call grant_append('shipment', 'rialto_worker', 'rialto_tenant', 'rialto_mall');
grant select on shipment to rialto_shopper;

create table shipment_line (
    shipment_id uuid not null references shipment,
    order_line_id uuid not null references order_line,
    tenant_id uuid not null references tenant,
    quantity int not null check (quantity > 0),
    primary key (shipment_id, order_line_id)
);
call protect_for_tenant('shipment_line');
create policy shopper_own on shipment_line for select to rialto_shopper using (exists (select from shipment s where s.id = shipment_id));
call grant_append('shipment_line', 'rialto_worker', 'rialto_tenant', 'rialto_mall');
grant select on shipment_line to rialto_shopper;

-- The timeline: every change of state with who and when.
create table order_event (
    id uuid primary key,
    order_id uuid not null references purchase,
    sub_order_id uuid references sub_order,
    tenant_id uuid references tenant,
    kind text not null,
    account_id uuid,
    detail jsonb not null default '{}',
    at timestamptz not null
);
create index order_event_order on order_event (order_id, at);
call protect('order_event');
create policy shopper_own on order_event for select to rialto_shopper using (exists (select from purchase p where p.id = order_id));
create policy tenant_read on order_event for select to rialto_tenant
    using (tenant_id = (select current_tenant()) or (tenant_id is null and exists (select from sub_order s where s.order_id = order_event.order_id)));
create policy tenant_write on order_event for insert to rialto_tenant with check (tenant_id = (select current_tenant()));
call grant_append('order_event', 'rialto_worker', 'rialto_tenant', 'rialto_mall');
grant select on order_event to rialto_shopper;

alter table stock_hold add foreign key (checkout_id) references checkout;
alter table payment add foreign key (checkout_id) references checkout, add foreign key (order_id) references purchase;
alter table refund add foreign key (order_id) references purchase, add foreign key (sub_order_id) references sub_order;
alter table ledger_transfer add foreign key (order_id) references purchase, add foreign key (sub_order_id) references sub_order;
alter table stock_movement add foreign key (order_id) references purchase;
