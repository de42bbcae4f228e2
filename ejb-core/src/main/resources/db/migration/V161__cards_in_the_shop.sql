-- Goods of kind card: a variant whose pieces are cards of a product, which the channel has set aside for its shop.
create table card_goods (
    variant_id uuid primary key references variant,
    tenant_id uuid not null references channel,
    product_id uuid not null references card_product,
    offered_at timestamptz not null
);
create index card_goods_tenant on card_goods (tenant_id, offered_at desc);
call protect_for_channel('card_goods');
create policy shopper_read on card_goods for select to rialto_shopper using (true);
grant select, insert, delete on card_goods to rialto_mall, rialto_worker;
grant select on card_goods to rialto_tenant;
grant select (variant_id, product_id) on card_goods to rialto_shopper;

-- One card of an order line: its code, or the recharge that runs by itself where the buyer gave an account.
create table card_sale (
    id uuid primary key,
    tenant_id uuid not null references channel,
    order_id uuid not null references purchase,
    sub_order_id uuid not null references sub_order,
    line_id uuid not null references order_line,
    number int not null,
    variant_id uuid not null references variant,
    product_id uuid not null references card_product,
    -- unpaid, due: no code yet; short: no card left, tried again; recharging: the provider is asked
    state text not null check (state in ('unpaid', 'due', 'short', 'recharging', 'recharged', 'delivered', 'cancelled',
                                         'revoked')),
    code_id uuid references recharge_code,
    request_id uuid references recharge_request,
    -- why the code was delivered although an account was given
    fallback text,
    next_at timestamptz not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    unique (line_id, number)
);
create index card_sale_due on card_sale (next_at) where state in ('due', 'short', 'recharging');
create index card_sale_order on card_sale (order_id);
create index card_sale_part on card_sale (sub_order_id);
create index card_sale_tenant on card_sale (tenant_id, created_at desc);
call protect_for_channel('card_sale');
create policy shopper_own on card_sale for select to rialto_shopper
    using (exists (select from purchase p where p.id = order_id));
grant select, insert, update on card_sale to rialto_worker;
grant select on card_sale to rialto_mall, rialto_tenant, rialto_shopper;

-- In the transaction of the order, so that nobody who makes orders can forget it.
create function cards_follow_order() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    insert into card_sale (id, tenant_id, order_id, sub_order_id, line_id, number, variant_id, product_id, state, next_at,
                           created_at)
    select gen_random_uuid(), g.tenant_id, s.order_id, s.id, new.id, n, new.variant_id, g.product_id,
           case when p.state = 'paid' then 'due' else 'unpaid' end, p.placed_at, p.placed_at
    from card_goods g, sub_order s join purchase p on p.id = s.order_id, generate_series(1, new.quantity) n
    where g.variant_id = new.variant_id and s.id = new.sub_order_id;
    return null;
end $$;
create trigger cards_sold after insert on order_line for each row execute function cards_follow_order();

create function cards_follow_payment() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    update card_sale set state = case when new.state = 'paid' then 'due' else 'cancelled' end
    where order_id = new.id and state = 'unpaid';
    return null;
end $$;
create trigger cards_paid after update of state on purchase for each row
    when (old.state = 'awaiting_deposit' and new.state <> old.state) execute function cards_follow_payment();

-- What a mail says but the database may not read: sealed beside the mail until it is sent, marked in its text.
alter table mail add column secrets bytea;
