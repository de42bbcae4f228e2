-- A seller who must be checked first does not sell until two people of the mall have accepted his papers. Sellers who
-- were admitted before this rule go on selling.
alter table seller add column sells boolean not null default true;
grant select (sells) on seller to rialto_shopper;
-- whether he sells is the mall's to say
revoke update on seller from rialto_tenant;
grant update (name, legal_name, registration_number, email, phone, country, address, about, version)
    on seller to rialto_tenant;

-- The file of one seller. What names persons and bank accounts is sealed under the master key.
create table verification (
    tenant_id uuid primary key references seller,
    state text not null check (state in ('draft', 'submitted', 'in_review', 'approved', 'refused', 'expired')),
    sealed bytea not null,
    -- item to reason, of the last refusal
    refusals jsonb not null default '{}',
    submitted_at timestamptz,
    first_by uuid,
    first_at timestamptz,
    decided_by uuid,
    decided_at timestamptz,
    valid_until date,
    reminded_at timestamptz,
    version bigint not null default 1,
    -- four eyes
    check (state <> 'approved' or first_by is null or first_by <> decided_by)
);
create index verification_state on verification (state, submitted_at);
create index verification_end on verification (valid_until);
call protect('verification');
create policy tenant_own on verification to rialto_tenant using (tenant_id = (select current_tenant()))
    with check (tenant_id = (select current_tenant()) and state in ('draft', 'submitted'));
call grant_all('verification', 'rialto_mall', 'rialto_worker');
grant select on verification to rialto_tenant;
grant insert (tenant_id, state, sealed), update (state, sealed, submitted_at, version) on verification to rialto_tenant;

create table verification_document (
    id uuid primary key,
    tenant_id uuid not null references verification on delete cascade,
    kind text not null check (kind in ('registration', 'tax', 'bank', 'other')),
    file_name text not null check (length(file_name) between 1 and 120),
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg')),
    size_bytes int not null check (size_bytes > 0),
    sealed bytea not null,
    added_at timestamptz not null
);
create index verification_document_tenant on verification_document (tenant_id, added_at);
call protect_for_tenant('verification_document');
call grant_all('verification_document', 'rialto_mall', 'rialto_worker');
grant select, insert, delete on verification_document to rialto_tenant;
