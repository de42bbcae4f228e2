comment on column delivery_method.rules is
    'list of {"upToGrams": 1000, "regions": ["49", "63*"], "amounts": {"KRW": 3000}}; the first that fits counts, upToGrams and regions may be missing';
comment on column delivery_method.free_from is '{"KRW": 50000}: goods of this amount or more are delivered free';

-- The delivery methods shoppers may choose from, as JSON for the code that prices them.
create function delivery_methods_of(tenants uuid[]) returns jsonb language sql stable
    return (select coalesce(jsonb_agg(jsonb_build_object(
                'id', id, 'tenantId', tenant_id, 'names', names, 'kind', upper(kind), 'countries', countries, 'rules', rules,
                'freeFrom', free_from, 'taxClass', tax_class, 'daysFrom', days_from, 'daysTo', days_to, 'position', position,
                'active', active, 'version', version) order by tenant_id, position, id), '[]')
            from delivery_method where active and tenant_id = any (tenants));

-- The price the shopper saw when the goods were put into the cart.
alter table cart_line add column seen_price bigint, add column seen_currency text;

-- The cart as it was when the price was frozen; a cart changed since then is priced again.
alter table checkout add column cart_version bigint, add column tax_included boolean not null default true;
grant update on checkout_line, checkout_parcel to rialto_shopper;
grant select on cart to rialto_mall;
