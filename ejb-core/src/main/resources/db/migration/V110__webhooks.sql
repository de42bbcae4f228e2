-- The time of the transaction as the application's clock tells it; the server's own where nobody said.
create function mall_now() returns timestamptz language sql stable
    return coalesce(nullif(current_setting('rialto.now', true), '')::timestamptz, now());

-- An id ordered by time (RFC 9562 version 7), for rows that the database itself makes.
create function id_at(at timestamptz) returns uuid language sql volatile
    return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
               placing substring(int8send(floor(extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1),
           'hex')::uuid;

-- Where a tenant wants its news sent. Secrets are sealed under the master key; a replaced one signs beside the new one
-- until its time is over.
create table webhook_endpoint (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    url text not null check (length(url) between 1 and 2000),
    description text not null default '' check (length(description) <= 200),
    types text[] not null check (cardinality(types) > 0),
    state text not null check (state in ('active', 'paused')),
    paused_because text check (paused_because in ('by_hand', 'gone')),
    secret bytea not null,
    previous_secret bytea,
    previous_until timestamptz,
    -- tries in a row that failed, since when, and until when nothing is sent because of it
    failures int not null default 0,
    failing_since timestamptz,
    resting_until timestamptz,
    -- a worker is sending to it until then
    busy_until timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1
);
create index webhook_endpoint_tenant on webhook_endpoint (tenant_id, created_at desc, id desc);
call protect_for_tenant('webhook_endpoint');
call grant_all('webhook_endpoint', 'rialto_tenant', 'rialto_worker');

-- The last number given to the news of one thing.
create table webhook_sequence (
    tenant_id uuid not null references tenant,
    type text not null,
    subject_id uuid not null,
    last bigint not null,
    primary key (tenant_id, type, subject_id)
);
call protect_for_tenant('webhook_sequence');
grant select on webhook_sequence to rialto_worker;

-- News of one change, kept once for all endpoints: ids, states and amounts, nothing about people.
create table webhook_event (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    type text not null,
    subject_id uuid not null,
    sequence bigint not null,
    detail jsonb not null,
    at timestamptz not null,
    unique (tenant_id, type, subject_id, sequence)
);
create index webhook_event_at on webhook_event (at);
call protect_for_tenant('webhook_event');
call grant_all('webhook_event', 'rialto_worker');
grant select on webhook_event to rialto_tenant;

-- One piece of news on its way to one endpoint: claimed, sent, settled.
create table webhook_dispatch (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    endpoint_id uuid not null references webhook_endpoint on delete cascade,
    event_id uuid not null references webhook_event on delete cascade,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'given_up')),
    attempts int not null default 0,
    next_at timestamptz not null,
    created_at timestamptz not null,
    -- since when it is tried; a replay begins anew
    tried_since timestamptz not null,
    settled_at timestamptz,
    last_status int,
    last_error text,
    unique (endpoint_id, event_id)
);
create index webhook_dispatch_due on webhook_dispatch (endpoint_id, next_at, event_id) where state = 'waiting';
create index webhook_dispatch_log on webhook_dispatch (endpoint_id, created_at desc, id desc);
create index webhook_dispatch_event on webhook_dispatch (event_id);
create index webhook_dispatch_old on webhook_dispatch (settled_at) where state <> 'waiting';
call protect_for_tenant('webhook_dispatch');
call grant_all('webhook_dispatch', 'rialto_worker');
grant select, delete on webhook_dispatch to rialto_tenant;
grant update (state, attempts, next_at, tried_since, settled_at) on webhook_dispatch to rialto_tenant;

-- Each try: what was said and what came back.
create table webhook_attempt (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    dispatch_id uuid not null references webhook_dispatch on delete cascade,
    at timestamptz not null,
    millis int not null,
    request_headers jsonb not null,
    status int,
    error text,
    response_body text not null default ''
);
create index webhook_attempt_dispatch on webhook_attempt (dispatch_id, at desc, id desc);
call protect_for_tenant('webhook_attempt');
call grant_all('webhook_attempt', 'rialto_worker');
grant select on webhook_attempt to rialto_tenant;

-- Writes news in the transaction of the change, and lets it wait for each endpoint that wants it. The number is taken
-- while the row of the change is locked, so that numbers follow the order of the changes.
create function webhook_news(tenant uuid, kind text, subject uuid, what jsonb) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    moment timestamptz := mall_now();
    event uuid := id_at(moment);
    number bigint;
begin
    if not exists (select from webhook_endpoint e where e.tenant_id = tenant and kind = any(e.types)) then
        return;
    end if;
    insert into webhook_sequence as s (tenant_id, type, subject_id, last) values (tenant, kind, subject, 1)
    on conflict (tenant_id, type, subject_id) do update set last = s.last + 1
    returning s.last into number;
    insert into webhook_event (id, tenant_id, type, subject_id, sequence, detail, at)
    values (event, tenant, kind, subject, number, what, moment);
    insert into webhook_dispatch (id, tenant_id, endpoint_id, event_id, next_at, created_at, tried_since)
    select id_at(moment), tenant, e.id, event, moment, moment, moment
    from webhook_endpoint e where e.tenant_id = tenant and kind = any(e.types);
end $$;
revoke execute on function webhook_news(uuid, text, uuid, jsonb) from public;

create function webhook_amount(minor bigint, currency text) returns jsonb language sql immutable
    return jsonb_build_object('minor', minor, 'currency', currency);

create function webhook_of_goods() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform webhook_news(new.tenant_id, 'goods.changed', new.id, jsonb_build_object(
        'ids', jsonb_build_object('goods', new.id), 'state', new.state, 'slug', new.slug, 'version', new.version));
    return null;
end $$;
create trigger webhook_insert after insert on goods for each row execute function webhook_of_goods();
create trigger webhook_update after update on goods for each row
    when (old.version <> new.version or old.state <> new.state or old.updated_at <> new.updated_at)
    execute function webhook_of_goods();

create function webhook_of_stock() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform webhook_news(new.tenant_id, 'stock.changed', new.variant_id, jsonb_build_object(
        'ids', jsonb_build_object('variant', new.variant_id),
        'onHand', new.on_hand, 'held', new.held, 'available', new.on_hand - new.held));
    return null;
end $$;
create trigger webhook_insert after insert on stock for each row execute function webhook_of_stock();
create trigger webhook_update after update on stock for each row
    when (old.on_hand <> new.on_hand or old.held <> new.held) execute function webhook_of_stock();

create function webhook_of_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform webhook_news(new.tenant_id, 'order.changed', new.id, jsonb_build_object(
        'ids', jsonb_build_object('part', new.id), 'number', new.number, 'state', new.state,
        'total', webhook_amount(new.total, new.currency)));
    return null;
end $$;
create trigger webhook_insert after insert on sub_order for each row execute function webhook_of_order();
create trigger webhook_update after update on sub_order for each row
    when (old.state <> new.state or old.total <> new.total) execute function webhook_of_order();

-- A payment may be taken before the order's row is written: each seller hears of it when the transaction ends.
create function webhook_of_payment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare part record;
begin
    for part in select s.id, s.tenant_id, s.number, s.total, s.currency from sub_order s
                where s.order_id = new.order_id order by s.id loop
        perform webhook_news(part.tenant_id, 'payment.changed', new.id, jsonb_build_object(
            'ids', jsonb_build_object('payment', new.id, 'part', part.id), 'number', part.number,
            'method', new.method, 'state', new.state, 'amount', webhook_amount(part.total, part.currency)));
    end loop;
    return null;
end $$;
create constraint trigger webhook_insert after insert on payment deferrable initially deferred for each row
    when (new.order_id is not null) execute function webhook_of_payment();
create constraint trigger webhook_update after update on payment deferrable initially deferred for each row
    when (new.order_id is not null and (old.state <> new.state or old.order_id is null))
    execute function webhook_of_payment();

create function webhook_of_refund() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform webhook_news(new.tenant_id, 'refund.changed', new.id, jsonb_build_object(
        'ids', jsonb_build_object('refund', new.id, 'part', new.sub_order_id), 'kind', new.kind, 'state', new.state,
        'amount', webhook_amount(new.amount, new.currency)));
    return null;
end $$;
create trigger webhook_insert after insert on refund_owed for each row execute function webhook_of_refund();
create trigger webhook_update after update on refund_owed for each row
    when (old.state <> new.state) execute function webhook_of_refund();

create function webhook_of_shipment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform webhook_news(new.tenant_id, 'shipment.changed', new.id, jsonb_build_object(
        'ids', jsonb_build_object('shipment', new.id, 'part', new.sub_order_id), 'state', 'sent'));
    return null;
end $$;
create trigger webhook_insert after insert on shipment for each row execute function webhook_of_shipment();

create function webhook_of_return() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform webhook_news(new.tenant_id, 'return.changed', new.id, jsonb_build_object(
        'ids', jsonb_build_object('return', new.id, 'part', new.sub_order_id), 'number', new.number, 'wish', new.wish,
        'state', new.state, 'refund', webhook_amount(new.refund_amount, new.currency)));
    return null;
end $$;
create trigger webhook_insert after insert on return_case for each row execute function webhook_of_return();
create trigger webhook_update after update on return_case for each row
    when (old.state <> new.state or old.refund_amount <> new.refund_amount) execute function webhook_of_return();

-- A test goes to one endpoint alone.
create function webhook_test(endpoint uuid) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
    moment timestamptz := mall_now();
    event uuid := id_at(moment);
    dispatch uuid := id_at(moment);
    owner uuid;
begin
    select e.tenant_id into owner from webhook_endpoint e where e.id = endpoint and e.tenant_id = current_tenant();
    if owner is null then
        return null;
    end if;
    insert into webhook_event (id, tenant_id, type, subject_id, sequence, detail, at)
    values (event, owner, 'webhook.test', event, 1,
            jsonb_build_object('ids', jsonb_build_object('webhook', endpoint), 'state', 'test'), moment);
    insert into webhook_dispatch (id, tenant_id, endpoint_id, event_id, next_at, created_at, tried_since)
    values (dispatch, owner, endpoint, event, moment, moment, moment);
    return dispatch;
end $$;
revoke execute on function webhook_test(uuid) from public;
grant execute on function webhook_test(uuid) to rialto_tenant;
