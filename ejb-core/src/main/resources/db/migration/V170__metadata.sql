-- What a seller's programs keep beside goods and parts of orders: keys of their own.
create table metadata (
    tenant_id uuid not null references tenant,
    subject_id uuid not null,
    kind text not null check (kind in ('goods', 'part')),
    entries jsonb not null check (jsonb_typeof(entries) = 'object'),
    version bigint not null default 1,
    changed_at timestamptz not null,
    primary key (tenant_id, subject_id)
);
call protect_for_tenant('metadata');
call grant_all('metadata', 'rialto_worker', 'rialto_tenant');
grant select on metadata to rialto_mall;
create policy no_tests on metadata as restrictive for select to rialto_mall
    using (tenant_id not in (select test_tenants()));
