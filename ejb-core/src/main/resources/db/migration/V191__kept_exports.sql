-- Files that staff exported, to be had again for a while; the bytes are in the storage.
create table export_file (
    id uuid primary key,
    tenant_id uuid references tenant,
    account_id uuid not null,
    permission text not null,
    file_name text not null check (length(file_name) between 1 and 200),
    media_type text not null,
    bytes bigint not null check (bytes >= 0),
    made_at timestamptz not null
);
create index export_file_made on export_file (made_at);
create index export_file_owner on export_file (tenant_id, made_at desc);
call protect_for_tenant('export_file');
create policy no_tests on export_file as restrictive for select to rialto_mall
    using (tenant_id is null or tenant_id not in (select test_tenants()));
grant select, insert on export_file to rialto_tenant, rialto_mall;
grant select, update, delete on export_file to rialto_worker;
