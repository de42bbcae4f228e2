-- Parts of orders that their sellers were told of by mail; a table of its own, because it is no change of the part.
create table told_part (
    sub_order_id uuid primary key references sub_order,
    tenant_id uuid not null references tenant,
    told_at timestamptz not null
);
call protect_for_tenant('told_part');
call grant_all('told_part', 'rialto_worker');
insert into told_part select id, tenant_id, now() from sub_order;
create index sub_order_to_ship on sub_order (tenant_id, id) where state = 'to_ship';
