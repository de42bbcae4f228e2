-- The console lists what there is newest first, whatever its state; the front's indexes hold only what is on sale.
create index goods_newest on goods (created_at desc, id desc);
-- One thing is looked for in the audit by its id alone.
create index audit_thing on audit (subject_id, at desc);
