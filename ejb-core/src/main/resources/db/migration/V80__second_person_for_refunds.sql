-- A large refund that staff ask for waits for a second person, who lets it go or refuses it.
alter table refund_owed drop constraint refund_owed_state_check;
alter table refund_owed add constraint refund_owed_state_check
    check (state in ('waiting', 'refused', 'open', 'by_hand', 'paid', 'failed'));
alter table refund_owed
    add column decided_by uuid,
    add column decided_at timestamptz,
    add column decided_note text check (length(decided_note) <= 500);
-- whoever asked may take it back, and never lets it go
alter table refund_owed add constraint refund_owed_second_person
    check (decided_by is null or state = 'refused' or decided_by is distinct from requested_by);
create index refund_owed_waiting on refund_owed (created_at) where state = 'waiting';
