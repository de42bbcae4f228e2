-- Money that is authorised with the order and taken as its parts ship; what is called off before is never taken.
alter table payment
    add column released bigint not null default 0 check (released >= 0),
    add column capture_at text not null default 'order' check (capture_at in ('order', 'shipment'));
alter table payment add constraint payment_taken_or_released check (captured + released <= amount);

-- Which part of an order a payment pays with how much. Taken counts what was asked for and not refused.
create table payment_share (
    payment_id uuid not null references payment,
    sub_order_id uuid not null,
    tenant_id uuid not null references tenant,
    currency text not null,
    amount bigint not null check (amount > 0),
    taken bigint not null default 0 check (taken >= 0),
    released bigint not null default 0 check (released >= 0),
    primary key (payment_id, sub_order_id),
    check (taken + released <= amount)
);
create unique index payment_share_part on payment_share (sub_order_id);
call protect_for_tenant('payment_share');
create policy no_tests on payment_share as restrictive for select to rialto_mall
    using (tenant_id not in (select test_tenants()));
grant select, insert, update on payment_share to rialto_worker;
grant select, update on payment_share to rialto_mall;
grant select on payment_share to rialto_tenant;

-- One taking of a part's money. Its request id asks again after a lost answer.
create table payment_capture (
    id uuid primary key,
    payment_id uuid not null,
    sub_order_id uuid not null,
    tenant_id uuid not null references tenant,
    amount bigint not null check (amount > 0),
    currency text not null,
    state text not null check (state in ('requested', 'unknown', 'done', 'failed')),
    request_id text not null unique,
    reason text,
    requested_at timestamptz not null,
    tried_at timestamptz not null,
    settled_at timestamptz,
    foreign key (payment_id, sub_order_id) references payment_share
);
create index payment_capture_payment on payment_capture (payment_id);
create index payment_capture_unsettled on payment_capture (tried_at) where state in ('requested', 'unknown');
call protect_for_tenant('payment_capture');
create policy no_tests on payment_capture as restrictive for select to rialto_mall
    using (tenant_id not in (select test_tenants()));
grant select, insert, update on payment_capture to rialto_worker;
grant select, insert on payment_capture to rialto_mall;
grant select on payment_capture to rialto_tenant;

-- what of a refund was never taken, so that nothing had to be sent back for it
alter table refund add column released bigint not null default 0 check (released between 0 and amount);

-- Money that is authorised and not the mall's yet stands in an account of its own.
alter table ledger_account drop constraint ledger_account_purpose_check;
alter table ledger_account add constraint ledger_account_purpose_check check (purpose in
    ('gateway', 'bank', 'seller', 'site', 'mall', 'tax', 'delivery', 'rounding', 'buyer_credit', 'fee_tax', 'payable',
     'reserve', 'disputed', 'authorised'));
alter table ledger_transfer drop constraint ledger_transfer_kind_check;
alter table ledger_transfer add constraint ledger_transfer_kind_check check (kind in
    ('sale', 'exchange', 'refund', 'authorisation', 'capture', 'release', 'deposit', 'correction', 'settlement',
     'payout', 'payout_return', 'chargeback', 'chargeback_hold', 'chargeback_won', 'chargeback_lost'));
