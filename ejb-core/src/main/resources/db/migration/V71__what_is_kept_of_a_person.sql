-- Who reported goods while signed in; the person's to see and to have erased, nobody else's.
alter table notice add column reported_by uuid references account;
create index notice_reported_by on notice (reported_by) where reported_by is not null;
drop policy anyone_reports on notice;
create policy anyone_reports on notice for insert to rialto_shopper
    with check (state = 'open' and (reported_by is null or reported_by = (select current_account())));

-- What a buyer writes stands in the return alone, where it can be erased; timeline and audit only name the step.
update order_event set detail = detail - 'reason' where kind = 'return_requested';
update audit set reason = null where action = 'return.requested';

-- What was said in an erased person's conversations goes; what the mall decided, and why, stays.
create function forget_talks_of(account uuid) returns void language sql security definer set search_path = public, pg_temp
as $$
    update conversation_message set body = '—'
    where kind <> 'decision' and conversation_id in (
        select c.id from conversation c join purchase p on p.id = c.order_id where p.account_id = forget_talks_of.account)
$$;
revoke all on function forget_talks_of(uuid) from public;
grant execute on function forget_talks_of(uuid) to rialto_worker;
