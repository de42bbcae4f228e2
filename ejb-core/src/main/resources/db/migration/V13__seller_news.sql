-- A seller who is suspended takes his storefronts along: units must hear of it.
create function tell_of_seller() returns trigger language plpgsql as $$
begin
    perform pg_notify('site', s.id::text) from site s where s.tenant_id = new.id;
    perform pg_notify('credential', c.id) from credential c where c.tenant_id = new.id;
    return null;
end $$;
create trigger tell after update of state on seller for each row execute function tell_of_seller();

-- One open wish per person.
create unique index seller_open_wish on seller (applied_by) where state = 'applied';
