-- A coupon takes something off the goods of an order on one site: a seller's on its own storefront, or the mall's on the
-- mall's front (tenant_id null). Whoever issues it bears it.
create table coupon (
    id uuid primary key,
    tenant_id uuid references tenant,
    site_id uuid not null references site,
    -- upper case; null for one that applies by itself
    code text check (code ~ '^[A-Z0-9][A-Z0-9-]{2,29}$'),
    name text not null check (length(name) between 1 and 100),
    kind text not null check (kind in ('percent', 'fixed')),
    percent_bp int check (percent_bp between 1 and 10000),
    -- amounts by currency in minor units: what is taken off, from which goods total on, and at most
    amounts jsonb not null default '{}',
    floors jsonb not null default '{}',
    caps jsonb not null default '{}',
    valid_from timestamptz not null,
    valid_until timestamptz check (valid_until > valid_from),
    total_limit int check (total_limit > 0),
    member_limit int check (member_limit > 0),
    -- both empty: all goods of the site
    goods_ids uuid[] not null default '{}',
    category_ids uuid[] not null default '{}',
    state text not null default 'active' check (state in ('active', 'stopped')),
    -- uses held by a checkout or made by an order
    used int not null default 0 check (used >= 0),
    created_at timestamptz not null,
    version bigint not null default 1,
    check ((kind = 'percent') = (percent_bp is not null))
);
create unique index coupon_code on coupon (site_id, code) where code is not null;
create index coupon_codes on coupon (code) where code is not null;
create index coupon_automatic on coupon (site_id) where code is null and state = 'active';
create index coupon_newest on coupon (created_at desc, id desc);
create index coupon_tenant on coupon (tenant_id, created_at desc, id desc);
call protect_for_tenant('coupon');
call grant_all('coupon', 'rialto_worker');
grant select, insert, update on coupon to rialto_tenant, rialto_mall;

-- One use: held while its checkout is open, then used by the order or let go.
create table coupon_use (
    checkout_id uuid primary key references checkout,
    coupon_id uuid not null references coupon,
    tenant_id uuid references tenant,
    account_id uuid references account,
    order_id uuid,
    state text not null check (state in ('held', 'used', 'freed')),
    amount bigint not null check (amount >= 0),
    currency text not null,
    expires_at timestamptz not null,
    at timestamptz not null
);
create index coupon_use_coupon on coupon_use (coupon_id, at desc, checkout_id desc);
create index coupon_use_member on coupon_use (coupon_id, account_id) where state <> 'freed';
create index coupon_use_order on coupon_use (order_id) where order_id is not null;
create index coupon_use_due on coupon_use (coupon_id, expires_at) where state = 'held';
call protect_for_tenant('coupon_use');
call grant_all('coupon_use', 'rialto_worker');
grant select on coupon_use to rialto_tenant, rialto_mall;

-- What was typed into the cart, and what was frozen of it in checkout and order.
alter table cart add column coupon_code text check (length(coupon_code) <= 30);
alter table checkout add column coupon_id uuid references coupon, add column coupon_code text,
    add column coupon_by_mall boolean not null default false, add column coupon_total bigint not null default 0;
alter table checkout_line add column coupon bigint not null default 0 check (coupon >= 0);
-- the coupon is part of the discount
alter table purchase add column coupon_code text, add column coupon_total bigint not null default 0;
alter table sub_order add column coupon_code text, add column coupon_total bigint not null default 0,
    add column coupon_by_mall boolean not null default false;
alter table order_line add column coupon bigint not null default 0 check (coupon >= 0);

-- Lets uses go whose checkout ran out and is not being paid.
create function free_lapsed_coupons(which uuid, moment timestamptz) returns void
    language sql security definer set search_path = public, pg_temp as $$
    with freed as (
        update coupon_use u set state = 'freed'
        where u.coupon_id = which and u.state = 'held' and u.expires_at <= moment
          and not exists (select from payment p where p.checkout_id = u.checkout_id
                            and p.state in ('created', 'pending', 'unknown', 'approved'))
        returning 1)
    update coupon set used = used - (select count(*) from freed) where id = which and exists (select from freed)
$$;

-- Lets go what a checkout holds.
create function free_coupon(checkout uuid) returns void
    language sql security definer set search_path = public, pg_temp as $$
    with freed as (
        update coupon_use u set state = 'freed' where u.checkout_id = free_coupon.checkout and u.state = 'held'
        returning u.coupon_id)
    update coupon c set used = c.used - 1 from freed where c.id = freed.coupon_id
$$;

-- Holds a use for a checkout, under the coupon's row so that two never take the last one. Empty when all is well, else
-- why not.
create function hold_coupon(checkout uuid, which uuid, taken bigint, until timestamptz) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    moment timestamptz := mall_now();
    member uuid := current_account();
    c record;
begin
    if exists (select from coupon_use u where u.checkout_id = checkout and u.state = 'held' and u.coupon_id <> which) then
        perform free_coupon(checkout);
    end if;
    select * into c from coupon where id = which for no key update;
    update coupon_use u set expires_at = until, amount = taken
    where u.checkout_id = checkout and u.coupon_id = which and u.state = 'held';
    if found then
        return '';
    end if;
    perform free_lapsed_coupons(which, moment);
    select * into c from coupon where id = which;
    if c.state <> 'active' or c.valid_from > moment or c.valid_until <= moment then
        return 'coupon_over';
    end if;
    if c.total_limit is not null and c.used >= c.total_limit then
        return 'coupon_used_up';
    end if;
    if c.member_limit is not null and (member is null or c.member_limit <= (
            select count(*) from coupon_use u where u.coupon_id = which and u.account_id = member and u.state <> 'freed')) then
        return case when member is null then 'coupon_members_only' else 'coupon_used_by_you' end;
    end if;
    update coupon set used = used + 1 where id = which;
    insert into coupon_use as u (checkout_id, coupon_id, tenant_id, account_id, state, amount, currency, expires_at, at)
    select checkout, which, c.tenant_id, member, 'held', taken, k.currency, until, moment from checkout k where k.id = checkout
    on conflict (checkout_id) do update set coupon_id = excluded.coupon_id, tenant_id = excluded.tenant_id,
        account_id = excluded.account_id, state = 'held', amount = excluded.amount, currency = excluded.currency,
        expires_at = excluded.expires_at, at = excluded.at;
    return '';
end $$;

revoke execute on function free_lapsed_coupons(uuid, timestamptz) from public;
revoke execute on function free_coupon(uuid), hold_coupon(uuid, uuid, bigint, timestamptz) from public;
grant execute on function free_coupon(uuid), hold_coupon(uuid, uuid, bigint, timestamptz) to rialto_shopper, rialto_worker;

-- The order keeps the use; one that is called off or lapses lets it go.
create function coupon_follows_order() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        update coupon_use set state = 'used', order_id = new.id where checkout_id = new.checkout_id and state = 'held';
    else
        with freed as (
            update coupon_use set state = 'freed' where order_id = new.id and state = 'used' returning coupon_id)
        update coupon c set used = c.used - 1 from freed where c.id = freed.coupon_id;
    end if;
    return null;
end $$;
create trigger coupon_taken after insert on purchase for each row when (new.coupon_code is not null)
    execute function coupon_follows_order();
create trigger coupon_freed after update of state on purchase for each row
    when (new.coupon_code is not null and old.state <> new.state and new.state in ('cancelled', 'lapsed'))
    execute function coupon_follows_order();

-- The coupons that may apply to a cart, as JSON for the code that prices it: the one of the code, or all that apply by
-- themselves. One that cannot apply says why. "fits" are the variants it is for.
create function coupons_for(site uuid, typed text, variants uuid[], checkout uuid) returns jsonb
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    moment timestamptz := mall_now();
    member uuid := current_account();
    result jsonb;
begin
    select jsonb_agg(jsonb_build_object(
        'id', c.id, 'code', coalesce(c.code, ''), 'name', c.name, 'kind', upper(c.kind), 'percentBp', c.percent_bp,
        'amounts', c.amounts, 'floors', c.floors, 'caps', c.caps, 'byMall', c.tenant_id is null,
        'problem', case
            when c.site_id <> site then 'coupon_of_other_site'
            when c.state <> 'active' or c.valid_until <= moment then 'coupon_over'
            when c.valid_from > moment then 'coupon_not_yet'
            when exists (select from coupon_use u where u.checkout_id = coupons_for.checkout and u.coupon_id = c.id
                           and u.state = 'held') then null
            when c.member_limit is not null and member is null then 'coupon_members_only'
            when c.member_limit <= (select count(*) from coupon_use u where u.coupon_id = c.id and u.account_id = member
                                      and (u.state = 'used' or u.state = 'held' and u.expires_at > moment))
                then 'coupon_used_by_you'
            when c.total_limit <= c.used - (select count(*) from coupon_use u where u.coupon_id = c.id
                                              and u.state = 'held' and u.expires_at <= moment) then 'coupon_used_up' end,
        'fits', (select coalesce(jsonb_agg(v.id), '[]')
                 from variant v join goods g on g.id = v.goods_id join category k on k.id = g.category_id
                 where v.id = any(variants)
                   and (cardinality(c.goods_ids) = 0 and cardinality(c.category_ids) = 0 or g.id = any(c.goods_ids)
                        or k.id = any(c.category_ids) or k.parent_id = any(c.category_ids)))) order by c.created_at, c.id)
    into result
    from (select c.* from coupon c
          where case when typed is null then c.site_id = site and c.code is null and c.state = 'active'
                     else c.code = typed end
          order by c.site_id = site desc, c.created_at limit 20) c
    where typed is null or c.site_id = site
       or not exists (select from coupon x where x.code = typed and x.site_id = site);
    return coalesce(result, '[]');
end $$;
revoke execute on function coupons_for(uuid, text, uuid[], uuid) from public;
grant execute on function coupons_for(uuid, text, uuid[], uuid) to rialto_shopper, rialto_worker;
