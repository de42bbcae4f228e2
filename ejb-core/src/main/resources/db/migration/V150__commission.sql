-- What the mall keeps of a sale, by seller, storefront and category, each rule for its time. Where no rule fits, the
-- seller's own rate holds.
create table commission_rule (
    id uuid primary key,
    name text not null check (length(name) between 1 and 100),
    -- null: of every seller
    tenant_id uuid references tenant,
    -- null: wherever it is sold
    site_id uuid references site,
    -- null: whatever is sold; else the category with all below it
    category_id uuid references category,
    -- null: in every currency; then there are no amounts
    currency text check (currency ~ '^[A-Z]{3}$'),
    rate_bp int not null check (rate_bp between 0 and 10000),
    fixed_minor bigint not null default 0 check (fixed_minor >= 0),
    floor_minor bigint check (floor_minor >= 0),
    cap_minor bigint check (cap_minor >= floor_minor),
    tax_bp int not null default 0 check (tax_bp between 0 and 10000),
    valid_from date not null,
    -- the last day, itself included
    valid_until date check (valid_until >= valid_from),
    created_by uuid,
    created_at timestamptz not null,
    version bigint not null default 1,
    check (cap_minor is null or cap_minor >= 0),
    check (currency is not null or (fixed_minor = 0 and floor_minor is null and cap_minor is null))
);
create index commission_rule_from on commission_rule (valid_from desc, id desc);
call protect('commission_rule');
create policy tenant_reads on commission_rule for select to rialto_tenant
    using (tenant_id is null or tenant_id = (select current_tenant()));
grant select, insert, update on commission_rule to rialto_mall;
grant select on commission_rule to rialto_worker, rialto_tenant;

-- The terms that hold for one sale: the most particular rule of the day, seller before storefront before category, the
-- nearest category before those above it; without a rule the seller's own rate.
create function commission_terms(seller_id uuid, category uuid, shop uuid, money text, day date) returns jsonb
    language sql stable
begin atomic
    with recursive above as (
        select category as id, 0 as distance
        union all
        select c.parent_id, above.distance + 1 from above join category c on c.id = above.id
        where c.parent_id is not null and above.distance < 20),
    fitting as (
        select r.* from commission_rule r left join above on above.id = r.category_id
        where (r.tenant_id is null or r.tenant_id = seller_id) and (r.site_id is null or r.site_id = shop)
          and (r.category_id is null or above.id is not null) and (r.currency is null or r.currency = money)
          and r.valid_from <= day and (r.valid_until is null or r.valid_until >= day)
        order by r.tenant_id is null, r.site_id is null, r.category_id is null, above.distance, r.currency is null,
                 r.valid_from desc, r.id
        limit 1)
    select coalesce(
        (select jsonb_build_object('ruleId', id, 'name', name, 'rateBp', rate_bp, 'fixedMinor', fixed_minor,
                                   'floorMinor', floor_minor, 'capMinor', cap_minor, 'taxBp', tax_bp) from fitting),
        (select jsonb_build_object('name', '', 'rateBp', s.commission_bp, 'fixedMinor', 0, 'taxBp', 0)
         from seller s where s.id = seller_id),
        jsonb_build_object('name', '', 'rateBp', 0, 'fixedMinor', 0, 'taxBp', 0));
end;

-- The same for many goods at once, by their ids, on the mall's day of that moment.
create function commission_terms_of(goods_ids uuid[], shop uuid, money text, moment timestamptz) returns jsonb
    language sql stable
begin atomic
    select coalesce(jsonb_object_agg(g.id, commission_terms(g.tenant_id, g.category_id, shop, money, (
               moment at time zone coalesce((select zone from site where kind = 'mall'), 'UTC'))::date)), '{}')
    from goods g where g.id = any(goods_ids);
end;

-- The fee of each line of a sale: the rule, the amount it counts from, and what came of it.
create table sale_fee (
    transfer_id uuid not null references ledger_transfer,
    -- the line's number in the order
    number int not null,
    tenant_id uuid not null references tenant,
    -- null: the seller's own rate
    rule_id uuid references commission_rule,
    currency text not null,
    basis bigint not null check (basis >= 0),
    rate_bp int not null,
    fee bigint not null check (fee >= 0),
    tax bigint not null check (tax >= 0 and fee + tax <= basis),
    primary key (transfer_id, number)
);
create index sale_fee_rule on sale_fee (rule_id) where rule_id is not null;
call protect_for_tenant('sale_fee');
call grant_append('sale_fee', 'rialto_worker');
grant select on sale_fee to rialto_mall, rialto_tenant;

-- tax on the mall's fees; what is settled and not yet paid out; what is kept for a while
alter table ledger_account drop constraint ledger_account_purpose_check;
alter table ledger_account add constraint ledger_account_purpose_check check (purpose in
    ('gateway', 'bank', 'seller', 'site', 'mall', 'tax', 'delivery', 'rounding', 'buyer_credit', 'fee_tax', 'payable',
     'reserve', 'disputed'));
alter table ledger_transfer drop constraint ledger_transfer_kind_check;
alter table ledger_transfer add constraint ledger_transfer_kind_check check (kind in
    ('sale', 'exchange', 'refund', 'capture', 'deposit', 'correction', 'settlement', 'payout', 'payout_return',
     'chargeback'));
