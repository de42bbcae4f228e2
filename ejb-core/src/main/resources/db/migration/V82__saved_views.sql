-- How somebody at work looks at a list: filters and columns under a name, for oneself or for those at the same place.
create table saved_view (
    id uuid primary key,
    tenant_id uuid references tenant,
    account_id uuid not null references account on delete cascade,
    list text not null check (list ~ '^[a-z-]{1,40}$'),
    name text not null check (length(name) between 1 and 60),
    query text not null check (length(query) <= 2000),
    shared boolean not null default false,
    created_at timestamptz not null,
    version bigint not null default 1
);
create unique index saved_view_name
    on saved_view (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), account_id, list, lower(name));
create index saved_view_account on saved_view (account_id);
create index saved_view_tenant on saved_view (tenant_id, list) where shared;
call protect_for_tenant('saved_view');
call grant_all('saved_view', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
