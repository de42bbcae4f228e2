-- A return may be called off while nothing has come. A replacement may cost more: then it waits until the difference is
-- paid.
alter table return_case drop constraint return_case_state_check;
alter table return_case add constraint return_case_state_check check (state in
    ('requested', 'approved', 'refused', 'received', 'inspected', 'to_pay', 'refunded', 'exchanged', 'closed', 'called_off'));
-- below zero when the replacement costs more
alter table return_line drop constraint return_line_difference_check;
alter table return_case add column extra_amount bigint not null default 0 check (extra_amount >= 0),
                        add column extra_paid_by uuid references payment,
                        add check (extra_paid_by is null or extra_amount > 0);

-- a payment is for a checkout, or for what an exchange costs more; one live card payment of each at a time
alter table payment alter column checkout_id drop not null,
                    add column return_id uuid references return_case,
                    add check (num_nonnulls(checkout_id, return_id) = 1);
create unique index payment_one_try_extra on payment (return_id)
    where method = 'card' and state in ('created', 'pending', 'unknown', 'approved', 'captured');

-- what goes back of such a payment
alter table refund_owed add column of_exchange boolean not null default false;

-- the books know such a payment by its own transfer, which its refunds mirror
alter table ledger_transfer drop constraint ledger_transfer_kind_check;
alter table ledger_transfer add constraint ledger_transfer_kind_check
    check (kind in ('sale', 'exchange', 'refund', 'capture', 'deposit', 'correction'));
alter table ledger_transfer add column payment_id uuid references payment;
create unique index ledger_transfer_exchange_once on ledger_transfer (payment_id) where kind = 'exchange';

-- The difference as it was sold: under the line whose replacement costs most more, without units of its own.
create function book_exchange(transfer ledger_transfer) returns void language sql
begin atomic
    insert into sale_entry (transfer_id, number, sale_id, kind, at, tenant_id, site_id, order_id, sub_order_id, goods_id,
                            variant_id, currency, quantity, gross, discount, delivery, refunded, tax, total)
    select (transfer).id, l.number, (transfer).id, 'sale', (transfer).at, s.tenant_id, p.site_id, s.order_id, s.id,
           l.goods_id, r.replacement_variant_id, s.currency, 0, booked.paid, 0, 0, 0, booked.tax, booked.paid
    from payment y
    join return_line r on r.return_id = y.return_id and r.accepted > 0
    join order_line l on l.id = r.order_line_id
    join sub_order s on s.id = (transfer).sub_order_id
    join purchase p on p.id = s.order_id
    cross join lateral (
        select coalesce(sum(e.amount) filter (where a.purpose = 'gateway'), 0) as paid,
               coalesce(-sum(e.amount) filter (where a.purpose = 'tax'), 0) as tax
        from ledger_entry e join ledger_account a on a.id = e.account_id where e.transfer_id = (transfer).id) booked
    where y.id = (transfer).payment_id
    order by r.difference * r.accepted, l.number limit 1;
end;

create or replace function book_sale_entries() returns trigger language plpgsql as $$
begin
    if new.kind = 'sale' then
        perform book_sale(new);
    elsif new.kind = 'exchange' then
        perform book_exchange(new);
    elsif new.mirrors is not null then
        perform book_refund(new);
    end if;
    return null;
end $$;
drop trigger books_sales on ledger_transfer;
create trigger books_sales after insert on ledger_transfer
    for each row when (new.kind in ('sale', 'exchange', 'refund')) execute function book_sale_entries();
