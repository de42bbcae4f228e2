-- Where a storefront on a seller's own server may be sent back to after sign-in at the mall.
alter table credential add column redirect_uris text[] not null default '{}';

-- Members who proved themselves at the mall for a storefront elsewhere; the code is used once, within a minute.
create table sign_in_code (
    code_hash text primary key,
    credential_id text not null references credential,
    site_id uuid not null references site,
    account_id uuid not null references account,
    redirect_uri text not null,
    challenge text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
call protect('sign_in_code');
call grant_all('sign_in_code', 'rialto_worker');
create index sign_in_code_expiry on sign_in_code (expires_at);
create index sign_in_code_account on sign_in_code (account_id);

-- What programs asked of the gateway: ids and plain choices, no words of people and no secrets.
create table gateway_call (
    id uuid primary key,
    at timestamptz not null,
    tenant_id uuid references tenant,
    site_id uuid,
    credential_id text,
    kind text not null,
    method text not null,
    path text not null,
    factor jsonb not null default '{}',
    status int not null,
    code text,
    rows int not null,
    micros bigint not null,
    request_id text not null
);
call protect('gateway_call');
create policy tenant_reads on gateway_call for select to rialto_tenant using (tenant_id = (select current_tenant()));
grant select on gateway_call to rialto_tenant, rialto_mall;
grant select, insert, delete on gateway_call to rialto_worker;
create index gateway_call_at on gateway_call (at desc, id desc);
create index gateway_call_tenant on gateway_call (tenant_id, at desc, id desc);
