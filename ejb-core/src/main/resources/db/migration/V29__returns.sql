-- What is owed back to buyers. It is written with the event that causes it and paid after that has committed; the sum
-- per payment never passes what was paid.
create table refund_owed (
    id uuid primary key,
    order_id uuid not null references purchase,
    sub_order_id uuid not null references sub_order,
    tenant_id uuid not null references tenant,
    payment_id uuid not null references payment,
    kind text not null check (kind in ('cancel', 'return', 'difference', 'goodwill')),
    amount bigint not null check (amount > 0),
    currency text not null,
    -- by_hand: the buyer paid by bank transfer, staff send it back and say so
    state text not null check (state in ('open', 'by_hand', 'paid', 'failed')),
    tries int not null default 0,
    reason text not null,
    requested_by uuid,
    created_at timestamptz not null,
    settled_by uuid,
    settled_at timestamptz,
    settled_note text,
    version bigint not null default 1
);
create index refund_owed_payment on refund_owed (payment_id);
create index refund_owed_order on refund_owed (order_id);
create index refund_owed_open on refund_owed (created_at) where state = 'open';
create index refund_owed_newest on refund_owed (created_at desc, id desc);
create index refund_owed_state on refund_owed (state, created_at desc, id desc);
create index refund_owed_tenant on refund_owed (tenant_id, created_at desc, id desc);
call protect_for_tenant('refund_owed');
call grant_all('refund_owed', 'rialto_worker');
grant select on refund_owed to rialto_mall, rialto_tenant;

-- refunds of orders that were cancelled before refunds were kept here
insert into refund_owed (id, order_id, sub_order_id, tenant_id, payment_id, kind, amount, currency, state, reason, created_at)
select gen_random_uuid(), o.id, s.id, s.tenant_id, p.id, 'cancel', s.total, s.currency,
       case p.method when 'deposit' then 'by_hand' else 'open' end, 'order cancelled', p.updated_at
from purchase o join payment p on p.id = o.payment_id join sub_order s on s.order_id = o.id
where o.state = 'cancelled' and p.state in ('approved', 'captured') and p.refunded = 0 and s.total > 0;

-- What a buyer sends back of one sub-order, and what becomes of it.
create table return_case (
    id uuid primary key,
    number text not null unique,
    order_id uuid not null references purchase,
    sub_order_id uuid not null references sub_order,
    tenant_id uuid not null references tenant,
    ground text not null check (ground in ('withdrawal', 'fault')),
    wish text not null check (wish in ('refund', 'exchange')),
    state text not null check (state in
        ('requested', 'approved', 'refused', 'received', 'inspected', 'refunded', 'exchanged', 'closed')),
    outcome text check (outcome in ('accepted', 'partly', 'rejected')),
    reason text not null check (length(reason) between 1 and 1000),
    -- what staff said last: instructions, why it was refused, what inspection found
    answer text check (length(answer) <= 1000),
    currency text not null,
    refund_amount bigint not null default 0 check (refund_amount >= 0),
    owed_id uuid references refund_owed,
    requested_by uuid,
    requested_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null default 1
);
create index return_case_sub on return_case (sub_order_id);
create index return_case_order on return_case (order_id);
create index return_case_owed on return_case (owed_id) where owed_id is not null;
create index return_case_newest on return_case (requested_at desc, id desc);
create index return_case_state on return_case (state, requested_at desc, id desc);
create index return_case_tenant on return_case (tenant_id, requested_at desc, id desc);
call protect_for_tenant('return_case');
create policy shopper_own on return_case for select to rialto_shopper using (exists (select from purchase p where p.id = order_id));
call grant_all('return_case', 'rialto_worker');
grant select on return_case to rialto_mall, rialto_tenant, rialto_shopper;

create table return_line (
    return_id uuid not null references return_case,
    order_line_id uuid not null references order_line,
    tenant_id uuid not null references tenant,
    quantity int not null check (quantity > 0),
    -- what inspection accepted, and what of that is not fit to be sold again
    accepted int check (accepted between 0 and quantity),
    written_off int check (written_off between 0 and accepted),
    replacement_variant_id uuid references variant,
    replacement_title text,
    -- what one replacement costs less, in minor units
    difference bigint not null default 0 check (difference >= 0),
    primary key (return_id, order_line_id)
);
create index return_line_line on return_line (order_line_id);
call protect_for_tenant('return_line');
create policy shopper_own on return_line for select to rialto_shopper using (exists (select from return_case c where c.id = return_id));
call grant_all('return_line', 'rialto_worker');
grant select on return_line to rialto_mall, rialto_tenant, rialto_shopper;

-- a parcel with replacements belongs to its return
alter table shipment add column return_id uuid references return_case;
create index shipment_return on shipment (return_id) where return_id is not null;

-- the back office's lists, in one state or all
create index sub_order_newest on sub_order (placed_at desc, id desc);
create index sub_order_by_state on sub_order (state, placed_at desc, id desc);
create index order_event_part on order_event (sub_order_id, kind, at) where sub_order_id is not null;
