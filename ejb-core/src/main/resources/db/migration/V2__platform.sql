-- A request with an effect, run once. Bodies are not kept: they are rebuilt from ref.
create table idempotency (
    scope text not null,
    key text not null check (length(key) between 1 and 255),
    request_hash text not null,
    state text not null check (state in ('started', 'done')),
    status int,
    ref text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (scope, key)
);
call protect('idempotency');
create index idempotency_expiry on idempotency (expires_at);
create policy caller_all on idempotency to rialto_shopper, rialto_tenant using (true) with check (true);
call grant_all('idempotency', 'rialto_mall', 'rialto_worker', 'rialto_tenant', 'rialto_shopper');

-- Who did what, when and why. Nobody changes it.
create table audit (
    id uuid primary key,
    at timestamptz not null,
    tenant_id uuid references tenant,
    account_id uuid,
    role text not null,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    before jsonb,
    after jsonb,
    reason text,
    trace_id text not null
);
call protect('audit');
create index audit_subject on audit (subject_kind, subject_id, at);
create index audit_tenant on audit (tenant_id, at desc);
create policy tenant_read on audit for select to rialto_tenant using (tenant_id = (select current_tenant()));
create policy tenant_write on audit for insert to rialto_tenant with check (tenant_id = (select current_tenant()));
create policy shopper_write on audit for insert to rialto_shopper with check (account_id = (select current_account()));
call grant_append('audit', 'rialto_mall', 'rialto_worker', 'rialto_tenant');
grant insert on audit to rialto_shopper;

-- The truth about background work: request, progress, cancel, errors, owner.
create table job_run (
    id uuid primary key,
    job text not null,
    tenant_id uuid references tenant,
    parameters jsonb not null default '{}',
    state text not null check (state in ('requested', 'running', 'completed', 'failed', 'cancelled')),
    cancel_requested boolean not null default false,
    total bigint,
    done bigint not null default 0,
    failed bigint not null default 0,
    checkpoint text,
    result jsonb,
    message text,
    requested_by uuid,
    requested_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    heartbeat_at timestamptz,
    unit text
);
call protect_for_tenant('job_run');
create index job_run_open on job_run (job, requested_at) where state in ('requested', 'running');
create index job_run_tenant on job_run (tenant_id, requested_at desc);
call grant_all('job_run', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- What a job could not take, by line and column of its input.
create table job_error (
    run_id uuid not null references job_run on delete cascade,
    number int not null,
    tenant_id uuid references tenant,
    line bigint,
    column_name text,
    code text not null,
    value text,
    severity text not null check (severity in ('error', 'warning')),
    primary key (run_id, number)
);
call protect_for_tenant('job_error');
call grant_all('job_error', 'rialto_mall', 'rialto_worker');
grant select on job_error to rialto_tenant;

-- Keys that sign and seal, encrypted under the instance's master key, which is never in the database.
create table signing_key (
    id text primary key,
    purpose text not null,
    public_key text not null,
    sealed_private_key bytea not null,
    created_at timestamptz not null,
    retired_at timestamptz
);
call protect('signing_key');
grant select, insert, update on signing_key to rialto_worker;

-- Tries within a window, per thing that is tried: an address, an account, a code.
create table throttle (
    key text primary key,
    window_start timestamptz not null,
    tries int not null
);
call protect('throttle');
grant select, insert, update, delete on throttle to rialto_worker;
