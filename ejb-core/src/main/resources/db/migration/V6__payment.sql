-- Tax by class, country and region, each rate for its time.
create table tax_rate (
    id uuid primary key,
    tax_class text not null references tax_class,
    country text not null check (country ~ '^[A-Z]{2}$'),
    region text,
    name text not null,
    rate_bp int not null check (rate_bp between 0 and 10000),
    valid_from date not null,
    valid_to date check (valid_to >= valid_from)
);
create unique index tax_rate_from on tax_rate (tax_class, country, coalesce(region, ''), valid_from);
call protect('tax_rate');
create policy everyone_reads on tax_rate for select to rialto_shopper, rialto_tenant using (true);
call grant_all('tax_rate', 'rialto_mall', 'rialto_worker');
grant select on tax_rate to rialto_shopper, rialto_tenant;

-- The mall's accounts that shoppers pay deposits into.
create table bank_account (
    id uuid primary key,
    bank text not null,
    number text not null,
    holder text not null,
    currency text not null,
    position int not null default 0,
    active boolean not null default true,
    unique (bank, number)
);
call protect('bank_account');
create policy shopper_read on bank_account for select to rialto_shopper using (active);
call grant_all('bank_account', 'rialto_mall', 'rialto_worker');
grant select on bank_account to rialto_shopper;

-- One try to pay. Written before the outside call; its request id asks again after a lost answer. origin_mark is the
-- payment mark of the site where it was paid.
create table payment (
    id uuid primary key,
    checkout_id uuid not null,
    order_id uuid,
    site_id uuid not null references site,
    origin_mark uuid not null references site (payment_mark),
    method text not null check (method in ('card', 'deposit')),
    gateway text not null,
    state text not null check (state in
        ('created', 'pending', 'unknown', 'approved', 'declined', 'captured', 'voided', 'awaiting_deposit', 'lapsed')),
    amount bigint not null check (amount > 0),
    currency text not null,
    captured bigint not null default 0 check (captured between 0 and amount),
    refunded bigint not null default 0 check (refunded >= 0 and refunded <= captured),
    request_id text not null unique,
    gateway_reference text,
    gateway_result text,
    hosted_url text,
    bank_account_id uuid references bank_account,
    due_on date,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1
);
create index payment_checkout on payment (checkout_id);
create index payment_order on payment (order_id);
create index payment_unsettled on payment (updated_at) where state in ('created', 'pending', 'unknown', 'approved');
create unique index payment_gateway_reference on payment (gateway, gateway_reference) where gateway_reference is not null;
call protect('payment');
call grant_all('payment', 'rialto_worker');
grant select, update on payment to rialto_mall;

-- What a gateway told us, once per its own event id. Return page and call-back race for the one that pays the order;
-- consumed_at is set by the transaction that makes the order.
create table payment_event (
    id uuid primary key,
    payment_id uuid not null references payment,
    kind text not null check (kind in ('approved', 'declined', 'voided', 'captured', 'refunded', 'deposit')),
    gateway_event text not null,
    received_at timestamptz not null,
    consumed_at timestamptz,
    detail jsonb not null default '{}',
    unique (payment_id, kind, gateway_event)
);
create unique index payment_event_pays_once on payment_event (payment_id) where kind in ('approved', 'deposit');
call protect('payment_event');
grant select, insert, update on payment_event to rialto_worker;
grant select on payment_event to rialto_mall;

create table refund (
    id uuid primary key,
    payment_id uuid not null references payment,
    order_id uuid not null,
    sub_order_id uuid,
    tenant_id uuid references tenant,
    amount bigint not null check (amount > 0),
    currency text not null,
    state text not null check (state in ('requested', 'unknown', 'done', 'failed')),
    request_id text not null unique,
    reason text not null,
    requested_by uuid,
    requested_at timestamptz not null,
    settled_at timestamptz
);
create index refund_payment on refund (payment_id);
call protect_for_tenant('refund');
call grant_all('refund', 'rialto_worker');
grant select on refund to rialto_mall, rialto_tenant;

-- Double entry. An account per purpose, party and currency; a balance is a sum.
create table ledger_account (
    id uuid primary key,
    purpose text not null check (purpose in
        ('gateway', 'bank', 'seller', 'site', 'mall', 'tax', 'delivery', 'rounding', 'buyer_credit')),
    tenant_id uuid references tenant,
    site_id uuid references site,
    currency text not null
);
create unique index ledger_account_party on ledger_account
    (purpose, coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), coalesce(site_id, '00000000-0000-0000-0000-000000000000'), currency);
call protect_for_tenant('ledger_account');
call grant_append('ledger_account', 'rialto_worker');
grant select on ledger_account to rialto_mall, rialto_tenant;

create table ledger_transfer (
    id uuid primary key,
    kind text not null check (kind in ('sale', 'refund', 'capture', 'deposit', 'correction')),
    order_id uuid,
    sub_order_id uuid,
    mirrors uuid references ledger_transfer,
    memo text not null default '',
    at timestamptz not null
);
create index ledger_transfer_order on ledger_transfer (order_id);
call protect('ledger_transfer');
call grant_append('ledger_transfer', 'rialto_worker');
grant select on ledger_transfer to rialto_mall;

create table ledger_entry (
    transfer_id uuid not null references ledger_transfer,
    number int not null,
    account_id uuid not null references ledger_account,
    tenant_id uuid references tenant,
    -- debit above zero, credit below
    amount bigint not null check (amount <> 0),
    currency text not null,
    primary key (transfer_id, number)
);
create index ledger_entry_account on ledger_entry (account_id);
call protect_for_tenant('ledger_entry');
call grant_append('ledger_entry', 'rialto_worker');
grant select on ledger_entry to rialto_mall, rialto_tenant;

create function ledger_balances() returns trigger language plpgsql as $$
begin
    if exists (select from ledger_entry where transfer_id = new.transfer_id group by currency having sum(amount) <> 0) then
        raise exception 'ledger transfer % does not balance', new.transfer_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_balances();
