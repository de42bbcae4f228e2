-- Staff of a seller, or of the mall, come in through the OpenID Connect provider of their own house.
create table sign_on (
    id uuid primary key,
    tenant_id uuid references tenant,
    issuer text not null check (issuer ~ '^https?://' and length(issuer) <= 300),
    client_id text not null check (length(client_id) between 1 and 300),
    sealed_client_secret bytea not null,
    domains text[] not null check (cardinality(domains) > 0),
    group_claim text not null default 'groups' check (length(group_claim) between 1 and 100),
    -- group of the provider -> role here
    roles jsonb not null default '{}',
    enforced boolean not null default false,
    state text not null check (state in ('active', 'off')),
    proved_at timestamptz,
    changed_at timestamptz not null,
    version bigint not null default 1
);
create unique index sign_on_place on sign_on (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'));
call protect_for_tenant('sign_on');
call grant_all('sign_on', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- On the way to the provider and back: what the answer must fit. By hash of the state the browser carries.
create table sign_on_attempt (
    state_hash text primary key,
    sign_on_id uuid not null references sign_on on delete cascade,
    sealed_verifier bytea not null,
    nonce text not null,
    way_on text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index sign_on_attempt_expiry on sign_on_attempt (expires_at);
call protect('sign_on_attempt');
call grant_all('sign_on_attempt', 'rialto_worker');

alter table session add column sign_on_id uuid references sign_on on delete cascade;
