-- A recharge as it was asked for on a channel's page or by its program, and what became of it.
create table recharge_request (
    id uuid primary key,
    tenant_id uuid not null references channel,
    site_id uuid references site,
    source text not null check (source in ('page', 'api', 'order')),
    -- the asker's own id: the same one is answered alike
    client_key text not null check (length(client_key) between 1 and 255),
    request_hash text not null,
    state text not null check (state in ('refused', 'calling', 'unknown', 'done', 'failed')),
    reason text,
    product_id uuid references card_product,
    code_id uuid references recharge_code,
    owner_id uuid references channel,
    provider_id uuid references card_provider,
    provider_number text,
    account_mark bytea not null,
    account_masked text not null,
    asked_again int not null default 0,
    next_at timestamptz,
    unit text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    unique (tenant_id, client_key)
);
create index recharge_request_list on recharge_request (tenant_id, created_at desc, id desc);
create index recharge_request_code on recharge_request (code_id, created_at desc);
create index recharge_request_account on recharge_request (account_mark, tenant_id);
create index recharge_request_open on recharge_request (next_at) where state in ('calling', 'unknown');
create index recharge_request_day on recharge_request (provider_id, finished_at) where state = 'done';
call protect('recharge_request');
-- asked on a page of the tree, or with a code of the tree
create policy tree_read on recharge_request for select to rialto_tenant using (
    tenant_id in (select t.descendant_id from channel_tree t where t.ancestor_id = (select current_tenant()))
    or owner_id in (select t.descendant_id from channel_tree t where t.ancestor_id = (select current_tenant())));
grant select, insert, update on recharge_request to rialto_mall, rialto_worker;
grant select on recharge_request to rialto_tenant;

-- Who asked and which account: sealed, apart, and gone a year later. No channel reads it.
create table recharge_person (
    request_id uuid primary key references recharge_request,
    sealed bytea not null,
    kept_until timestamptz not null
);
create index recharge_person_end on recharge_person (kept_until);
call protect('recharge_person');
call grant_all('recharge_person', 'rialto_worker');

-- Each step of a request: by which part, with which result, on which unit. Nobody changes it.
create table recharge_step (
    id uuid primary key,
    request_id uuid not null references recharge_request,
    module text not null check (module in ('web', 'authority', 'code', 'inventory', 'provider')),
    result text not null check (length(result) between 1 and 100),
    unit text not null,
    at timestamptz not null
);
create index recharge_step_request on recharge_step (request_id, at, id);
call protect('recharge_step');
create policy tree_read on recharge_step for select to rialto_tenant
    using (exists (select from recharge_request r where r.id = request_id));
call grant_append('recharge_step', 'rialto_mall', 'rialto_worker');
grant select on recharge_step to rialto_tenant;

-- A code sent to somebody who wants to recharge; works once, for ten minutes, by hash.
create table recharge_proof (
    id uuid primary key,
    tenant_id uuid not null references channel,
    contact_mark bytea not null,
    code_hash text not null,
    tries int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index recharge_proof_contact on recharge_proof (tenant_id, contact_mark, created_at desc);
create index recharge_proof_end on recharge_proof (expires_at);
call protect('recharge_proof');
call grant_all('recharge_proof', 'rialto_worker');

-- What a provider says it did on a day, against what we know.
create table provider_comparison (
    provider_id uuid not null references card_provider,
    day date not null,
    equal_count int not null,
    ours_only int not null,
    theirs_only int not null,
    compared_at timestamptz not null,
    primary key (provider_id, day)
);
call protect('provider_comparison');
call grant_all('provider_comparison', 'rialto_worker');
grant select on provider_comparison to rialto_mall;

create table provider_difference (
    provider_id uuid not null,
    day date not null,
    request_id text not null,
    side text not null check (side in ('ours_only', 'theirs_only', 'differs')),
    sku text not null,
    provider_number text,
    primary key (provider_id, day, request_id, side),
    foreign key (provider_id, day) references provider_comparison on delete cascade
);
call protect('provider_difference');
call grant_all('provider_difference', 'rialto_worker');
grant select on provider_difference to rialto_mall;
