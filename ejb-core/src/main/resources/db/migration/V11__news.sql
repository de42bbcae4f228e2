-- Every unit keeps sites and credentials in memory; the database tells them all when one changes.
create function tell_of_site() returns trigger language plpgsql as $$
declare id uuid := case when tg_table_name = 'site' then (to_jsonb(coalesce(new, old)) ->> 'id')::uuid
                        else (to_jsonb(coalesce(new, old)) ->> 'site_id')::uuid end;
begin
    perform pg_notify('site', id::text);
    return null;
end $$;
create trigger tell after insert or update or delete on site for each row execute function tell_of_site();
create trigger tell after insert or update or delete on site_host for each row execute function tell_of_site();
create trigger tell after insert or update or delete on site_category for each row execute function tell_of_site();
create trigger tell after insert or update or delete on site_page for each row execute function tell_of_site();

create function tell_of_credential() returns trigger language plpgsql as $$
begin
    perform pg_notify('credential', coalesce(new.id, old.id));
    return null;
end $$;
create trigger tell after insert or delete or update of state, scopes, expires_at, secret_hash on credential
    for each row execute function tell_of_credential();

-- Pages of a site have a draft ahead of what is published.
alter table site_page add column latest int not null default 1;
