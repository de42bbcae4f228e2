-- What buyer and seller write to each other about one part of an order. The unread counts are of the side's reader; a
-- seller's answer is due until answer_due_at.
create table conversation (
    id uuid primary key,
    sub_order_id uuid not null unique references sub_order,
    order_id uuid not null references purchase,
    tenant_id uuid not null references tenant,
    state text not null default 'open' check (state in ('open', 'disputed', 'decided')),
    opened_at timestamptz not null,
    last_at timestamptz not null,
    answer_due_at timestamptz,
    buyer_unread int not null default 0 check (buyer_unread >= 0),
    seller_unread int not null default 0 check (seller_unread >= 0),
    mall_unread int not null default 0 check (mall_unread >= 0),
    buyer_mailed_at timestamptz,
    seller_mailed_at timestamptz,
    disputed_by text check (disputed_by in ('buyer', 'seller')),
    disputed_at timestamptz,
    decided_for text check (decided_for in ('buyer', 'seller')),
    decided_by uuid references account,
    decided_at timestamptz,
    version bigint not null default 1,
    check ((state = 'open') = (disputed_at is null)),
    check ((state = 'decided') = (decided_at is not null))
);
create index conversation_order on conversation (order_id);
create index conversation_last on conversation (last_at desc, id);
create index conversation_tenant on conversation (tenant_id, last_at desc, id);
create index conversation_due on conversation (tenant_id, answer_due_at) where answer_due_at is not null;
create index conversation_disputed on conversation (last_at desc, id) where state = 'disputed';
call protect_for_tenant('conversation');
create policy shopper_own on conversation to rialto_shopper
    using (exists (select from sub_order s where s.id = sub_order_id))
    with check (exists (select from sub_order s where s.id = sub_order_id and s.tenant_id = conversation.tenant_id
                                                  and s.order_id = conversation.order_id));
grant select, insert, update on conversation to rialto_worker, rialto_mall, rialto_tenant, rialto_shopper;

-- Nothing that was said is changed or taken back: a dispute's reason and a decision's are messages as well.
create table conversation_message (
    id uuid primary key,
    conversation_id uuid not null references conversation,
    tenant_id uuid not null references tenant,
    author text not null check (author in ('buyer', 'seller', 'mall')),
    kind text not null check (kind in ('message', 'dispute', 'decision')),
    account_id uuid,
    body text not null check (length(body) between 1 and 2000),
    at timestamptz not null
);
create index conversation_message_order on conversation_message (conversation_id, at, id);
call protect('conversation_message');
create policy shopper_read on conversation_message for select to rialto_shopper
    using (exists (select from conversation c where c.id = conversation_id));
create policy shopper_write on conversation_message for insert to rialto_shopper
    with check (author = 'buyer' and kind <> 'decision' and exists (select from conversation c where c.id = conversation_id));
create policy tenant_read on conversation_message for select to rialto_tenant using (tenant_id = (select current_tenant()));
create policy tenant_write on conversation_message for insert to rialto_tenant
    with check (author = 'seller' and kind <> 'decision' and tenant_id = (select current_tenant())
                and exists (select from conversation c where c.id = conversation_id));
call grant_append('conversation_message', 'rialto_worker', 'rialto_mall', 'rialto_tenant', 'rialto_shopper');
