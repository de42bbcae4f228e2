-- The tax rates of a place on a day, by tax class, so that a checkout reads them together with its lines.
create function tax_rates_of(place text, part text, day date) returns jsonb language sql stable
    return (select coalesce(jsonb_object_agg(r.tax_class, jsonb_build_object('name', r.name, 'bp', r.rate_bp)), '{}')
            from (select distinct on (tax_class) tax_class, name, rate_bp
                  from tax_rate
                  where country = place and (region is null or region = part)
                    and valid_from <= day and (valid_to is null or valid_to >= day)
                  order by tax_class, region nulls last, valid_from desc) r);
