-- Stock and sellers' parts of orders in the order in which they changed, for programs that keep a copy.
create function stamp_change() returns trigger language plpgsql as $$
begin
    new.changed_at = clock_timestamp();
    return new;
end $$;
alter table stock add column changed_at timestamptz not null default now();
create trigger stamp before update on stock for each row execute function stamp_change();
create index stock_changes on stock (tenant_id, changed_at, variant_id);
alter table sub_order add column changed_at timestamptz not null default now();
create trigger stamp before update on sub_order for each row execute function stamp_change();
create index sub_order_changes on sub_order (tenant_id, changed_at, id);

-- What a request did can be asked for by its key, and undone.
alter table idempotency add column reversed_at timestamptz;
create index idempotency_key on idempotency (key);

-- While programs move to a new secret, the one before goes on for a while.
alter table credential add column secret_before text, add column secret_before_until timestamptz;
