-- A batch whose job broke off by a fault keeps its cards until somebody lets it go on or ends it.
alter table code_batch drop constraint code_batch_state_check;
alter table code_batch add constraint code_batch_state_check check (state in
    ('awaits_approval', 'making', 'made', 'exported', 'confirmed', 'cancelled', 'refused', 'failed'));
update code_batch b set state = 'failed' from job_run r where r.id = b.run_id and b.state = 'making' and r.state = 'failed';
