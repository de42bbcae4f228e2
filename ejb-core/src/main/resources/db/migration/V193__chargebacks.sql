-- A buyer's bank takes money back: the case, what was said to it, and how it ended.
create table chargeback (
    id uuid primary key,
    payment_id uuid not null references payment,
    order_id uuid not null references purchase,
    site_id uuid not null references site,
    gateway text not null,
    gateway_case text not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    reason text not null default '' check (length(reason) <= 100),
    state text not null check (state in ('open', 'contested', 'accepted', 'won', 'lost')),
    -- when the bank stops listening
    due_at timestamptz not null,
    opened_at timestamptz not null,
    -- what the gateway is still to be told; a job does it until it is done
    wish text check (wish in ('contest', 'accept')),
    tried_at timestamptz not null,
    note text check (length(note) <= 1000),
    answered_by uuid,
    answered_at timestamptz,
    decided_at timestamptz,
    version bigint not null default 1,
    unique (gateway, gateway_case)
);
create index chargeback_order on chargeback (order_id);
create index chargeback_opened on chargeback (opened_at desc, id);
create index chargeback_unsettled on chargeback (tried_at) where state in ('open', 'contested', 'accepted');
call protect('chargeback');
create policy no_tests on chargeback as restrictive for select to rialto_mall using (site_id not in (select test_sites()));
grant select, insert, update on chargeback to rialto_worker;
grant select on chargeback to rialto_mall;

-- What is shown to the bank; the bytes are in the storage.
create table chargeback_evidence (
    id uuid primary key,
    chargeback_id uuid not null references chargeback,
    kind text not null check (kind in ('order', 'shipment', 'conversation', 'file')),
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    bytes bigint not null check (bytes > 0),
    added_by uuid,
    added_at timestamptz not null
);
create index chargeback_evidence_case on chargeback_evidence (chargeback_id, added_at);
create unique index chargeback_evidence_once on chargeback_evidence (chargeback_id, kind) where kind <> 'file';
call protect('chargeback_evidence');
create policy no_tests on chargeback_evidence as restrictive for select to rialto_mall
    using (exists (select from chargeback c where c.id = chargeback_id));
grant select, insert, update, delete on chargeback_evidence to rialto_worker;
grant select on chargeback_evidence to rialto_mall;

-- what a bank holds or has taken back; nobody refunds it a second time
alter table payment add column disputed bigint not null default 0 check (disputed >= 0);

-- a lost case takes the sale back, as a refund does
drop trigger books_sales on ledger_transfer;
create trigger books_sales after insert on ledger_transfer
    for each row when (new.kind in ('sale', 'exchange', 'refund', 'chargeback')) execute function book_sale_entries();
