-- Systems elsewhere whose people sign in here: this mall is their OpenID Connect provider.
create table relying_party (
    id uuid primary key,
    -- whose staff sign in there; null for the mall's own
    tenant_id uuid references tenant,
    name text not null check (length(name) between 1 and 100),
    redirect_uris text[] not null check (cardinality(redirect_uris) between 1 and 10),
    secret_hash text not null,
    -- the roles that are let in, told as groups
    groups text[] not null check (cardinality(groups) > 0),
    state text not null check (state in ('active', 'off')),
    created_by uuid,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null default 1
);
create index relying_party_tenant on relying_party (tenant_id, name);
call protect_for_tenant('relying_party');
call grant_all('relying_party', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- Somebody on the way through: what was asked, then the code, then the token; all by hash.
create table openid_grant (
    ask_hash text primary key,
    party_id uuid not null references relying_party on delete cascade,
    redirect_uri text not null,
    state text not null,
    nonce text,
    challenge text not null,
    -- may a page be shown, and must the sign-in be younger than this?
    silent boolean not null,
    fresh_after timestamptz,
    account_id uuid references account on delete cascade,
    signed_in_at timestamptz,
    two_factors boolean not null default false,
    code_hash text unique,
    used_at timestamptz,
    token_hash text unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index openid_grant_expiry on openid_grant (expires_at);
create index openid_grant_account on openid_grant (account_id) where account_id is not null;
create index openid_grant_party on openid_grant (party_id);
call protect('openid_grant');
call grant_all('openid_grant', 'rialto_worker');
