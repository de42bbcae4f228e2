-- Failed sign-ins per account and address, by hash: neither is kept in clear.
create table sign_in_failure (
    key text primary key,
    failures int not null check (failures > 0),
    last_at timestamptz not null
);
create index sign_in_failure_age on sign_in_failure (last_at);
call protect('sign_in_failure');
call grant_all('sign_in_failure', 'rialto_worker');

create index session_seen on session (seen_at);
