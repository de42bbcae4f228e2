-- Everything that leaves the database goes through here, at least once, under a stable id.
create table outbox (
    id uuid primary key,
    kind text not null,
    tenant_id uuid references tenant,
    subject_id uuid,
    payload jsonb not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'given_up')),
    attempts int not null default 0,
    next_at timestamptz not null,
    last_error text,
    created_at timestamptz not null,
    done_at timestamptz
);
create index outbox_due on outbox (next_at) where state = 'waiting';
create index outbox_subject on outbox (subject_id);
call protect('outbox');
create policy anyone_adds on outbox for insert to rialto_shopper, rialto_tenant with check (state = 'waiting');
call grant_all('outbox', 'rialto_worker');
grant select, insert on outbox to rialto_mall;
grant insert on outbox to rialto_shopper, rialto_tenant;

-- A mail as it was or will be sent; personal, so apart from the outbox row and erasable.
create table mail (
    outbox_id uuid primary key references outbox,
    recipient text not null,
    subject text not null,
    text_body text not null,
    html_body text not null
);
call protect('mail');
create policy anyone_adds on mail for insert to rialto_shopper, rialto_tenant with check (true);
call grant_all('mail', 'rialto_worker');
grant select on mail to rialto_mall;
grant insert on mail to rialto_shopper, rialto_tenant, rialto_mall;
