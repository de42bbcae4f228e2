-- Codes made together. Until their export is confirmed they can be read with the batch's own key, which is sealed under
-- the master key; then the key is destroyed and only marks are left.
create table code_batch (
    id uuid primary key,
    tenant_id uuid not null references channel,
    product_id uuid not null references card_product,
    origin text not null check (origin in ('made', 'handed_over')),
    state text not null check (state in ('awaits_approval', 'making', 'made', 'exported', 'confirmed', 'cancelled', 'refused')),
    quantity int not null check (quantity > 0),
    made int not null default 0 check (made between 0 and quantity),
    note text not null default '' check (length(note) <= 200),
    sealed_key bytea,
    run_id uuid references job_run,
    expires_on date not null,
    asked_by uuid,
    asked_at timestamptz not null,
    approved_by uuid,
    approved_at timestamptz,
    exported_at timestamptz,
    confirmed_at timestamptz,
    version bigint not null default 1,
    check (approved_by is null or approved_by <> asked_by)
);
create index code_batch_list on code_batch (tenant_id, asked_at desc, id desc);
call protect_for_channel('code_batch');
grant select, insert, update on code_batch to rialto_mall, rialto_worker, rialto_tenant;

create table recharge_code (
    id uuid primary key,
    tenant_id uuid not null references channel,
    product_id uuid not null references card_product,
    batch_id uuid references code_batch,
    number int,
    -- HMAC of the code under a pepper that is not in the database
    mark bytea not null unique,
    pepper_id text not null,
    last_four text not null check (length(last_four) = 4),
    state text not null check (state in ('created', 'assigned', 'sold', 'used', 'void', 'expired')),
    sealed bytea,
    seal_key_id text,
    -- the request that holds it while the provider is asked
    held_by uuid,
    order_id uuid,
    variant_id uuid,
    readable_until timestamptz,
    expires_at timestamptz not null,
    changed_at timestamptz not null,
    created_at timestamptz not null,
    unique (batch_id, number)
);
create index recharge_code_list on recharge_code (tenant_id, created_at desc, id desc);
create index recharge_code_four on recharge_code (last_four, tenant_id);
create index recharge_code_end on recharge_code (expires_at) where state in ('created', 'assigned', 'sold');
create index recharge_code_order on recharge_code (order_id) where order_id is not null;
create index recharge_code_sealed on recharge_code (readable_until) where sealed is not null and readable_until is not null;
call protect_for_channel('recharge_code');
grant select, insert, update on recharge_code to rialto_mall, rialto_worker;
grant select (id, tenant_id, product_id, batch_id, number, last_four, state, held_by, order_id, variant_id, readable_until,
              expires_at, changed_at, created_at), update (state, changed_at) on recharge_code to rialto_tenant;

-- Every change of a code's state; nobody changes it.
create table code_event (
    id uuid primary key,
    tenant_id uuid not null references channel,
    code_id uuid not null references recharge_code,
    was text,
    became text not null,
    account_id uuid,
    request_id uuid,
    reason text,
    at timestamptz not null
);
create index code_event_code on code_event (code_id, at, id);
call protect_for_channel('code_event');
call grant_append('code_event', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
