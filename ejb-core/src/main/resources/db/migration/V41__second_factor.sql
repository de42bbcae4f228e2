-- The second factor of staff (RFC 6238): a secret shared with a generator, sealed under the master key, and recovery
-- codes by keyed hash.
create table second_factor (
    account_id uuid primary key references account,
    sealed_secret bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    -- a step of time that was used, and all before it, count no more
    last_step bigint not null default 0
);
call protect('second_factor');
call grant_all('second_factor', 'rialto_worker');

create table recovery_code (
    account_id uuid not null references account,
    code_hash text not null,
    created_at timestamptz not null,
    used_at timestamptz,
    primary key (account_id, code_hash)
);
call protect('recovery_code');
call grant_all('recovery_code', 'rialto_worker');

alter table session add column second_factor_at timestamptz;
