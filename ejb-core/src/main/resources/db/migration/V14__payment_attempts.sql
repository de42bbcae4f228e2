-- What the outside call needs, kept with the attempt, so that it can be made again after a crash.
alter table payment
    add column return_url text,
    add column language text,
    add column gateway_transaction text,
    -- what the gateway is still to be told; a job does it until it is done
    add column wish text check (wish in ('capture', 'void'));

-- the transaction that makes the order may take the payment before it writes the order's row
alter table payment drop constraint payment_order_id_fkey;
alter table payment add constraint payment_order_id_fkey
    foreign key (order_id) references purchase deferrable initially deferred;

-- two tabs, two clicks: one card payment of a checkout at a time
create unique index payment_one_try on payment (checkout_id)
    where method = 'card' and state in ('created', 'pending', 'unknown', 'approved', 'captured');
create index payment_wish on payment (updated_at) where wish is not null;
create index payment_due on payment (due_on) where state = 'awaiting_deposit';
create index refund_unsettled on refund (requested_at) where state in ('requested', 'unknown');

-- a sub-order is sold once
create unique index ledger_transfer_sale_once on ledger_transfer (sub_order_id) where kind = 'sale';
create index ledger_transfer_mirrors on ledger_transfer (mirrors) where mirrors is not null;

-- The check runs when the transaction ends, whoever it acts for by then.
alter function ledger_balances() security definer set search_path = public, pg_temp;

-- staff confirm deposits by hand
grant insert on payment_event to rialto_mall;
