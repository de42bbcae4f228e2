-- Goods in the order in which they changed, for programs that keep a copy; deleted ones too.
create index goods_changes on goods (tenant_id, updated_at, id);
-- Payments by the mark of their origin, latest first.
create index payment_origin on payment (origin_mark, created_at desc, id desc);
