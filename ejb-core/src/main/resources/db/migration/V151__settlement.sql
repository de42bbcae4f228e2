-- How the mall settles with its sellers: one row.
create table settlement_terms (
    only_one boolean primary key default true check (only_one),
    cycle text not null default 'month' check (cycle in ('week', 'half_month', 'month')),
    -- closed by itself on the day after its last
    automatic boolean not null default false,
    -- kept of each statement, and for how many days after its period
    reserve_bp int not null default 0 check (reserve_bp between 0 and 10000),
    reserve_days int not null default 30 check (reserve_days between 1 and 365),
    version bigint not null default 1
);
insert into settlement_terms default values;
call protect('settlement_terms');
create policy tenant_reads on settlement_terms for select to rialto_tenant using (true);
grant select, update on settlement_terms to rialto_mall;
grant select on settlement_terms to rialto_worker, rialto_tenant;

-- Stretches of days that follow each other without a gap; one is closed after the other.
create table settlement_period (
    id uuid primary key,
    from_on date not null unique,
    -- the first day after it
    until_on date not null unique check (until_on > from_on),
    closed_at timestamptz,
    -- as the terms said when it was begun
    reserve_bp int not null,
    reserve_days int not null,
    asked_by uuid,
    asked_at timestamptz not null
);
create unique index settlement_period_open on settlement_period ((true)) where closed_at is null;
call protect('settlement_period');
create policy tenant_reads on settlement_period for select to rialto_tenant using (true);
grant select, insert on settlement_period to rialto_mall;
grant select, insert, update on settlement_period to rialto_worker;
grant select on settlement_period to rialto_tenant;

-- one execution of a period at a time
create unique index job_run_settlement on job_run ((parameters ->> 'period'))
    where job = 'close-settlement' and state in ('requested', 'running');

-- What one seller has to get from one site for one period, in one currency. Written once, with all its lines.
create table settlement_statement (
    id uuid primary key,
    number text not null unique,
    period_id uuid not null references settlement_period,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    currency text not null,
    -- carried over from the statement before
    opening bigint not null,
    total bigint not null,
    closing bigint not null check (closing = opening + total),
    reserve bigint not null check (reserve >= 0),
    release_on date not null,
    lines int not null,
    -- the transfer that moves it to what is payable; null when nothing moved
    transfer_id uuid references ledger_transfer,
    closed_at timestamptz not null,
    unique (period_id, tenant_id, site_id, currency)
);
create index settlement_statement_party on settlement_statement (tenant_id, site_id, currency, closed_at desc);
call protect_for_tenant('settlement_statement');
call grant_append('settlement_statement', 'rialto_worker');
grant select on settlement_statement to rialto_mall, rialto_tenant;

-- One transfer of the ledger, or what is kept in reserve and let go.
create table settlement_line (
    statement_id uuid not null references settlement_statement deferrable initially deferred,
    number int not null,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    transfer_id uuid references ledger_transfer,
    kind text not null check (kind in ('sale', 'exchange', 'refund', 'correction', 'chargeback', 'payout',
                                       'payout_return', 'reserve', 'release')),
    at timestamptz not null,
    -- number of the order's part, or of the payout
    reference text not null default '',
    -- the statement that has what this line takes back or lets go
    original_id uuid references settlement_statement,
    original text,
    goods bigint not null default 0,
    delivery bigint not null default 0,
    tax bigint not null default 0,
    commission bigint not null default 0,
    fee_tax bigint not null default 0,
    handling bigint not null default 0,
    -- what comes of it for the seller
    amount bigint not null,
    -- by rule: name, rate, basis, fee and its tax
    fees jsonb not null default '[]',
    primary key (statement_id, number)
);
create unique index settlement_line_once on settlement_line (transfer_id, site_id)
    where kind not in ('reserve', 'release');
create unique index settlement_line_release on settlement_line (original_id) where kind = 'release';
call protect_for_tenant('settlement_line');
call grant_append('settlement_line', 'rialto_worker');
grant select on settlement_line to rialto_mall, rialto_tenant;

-- a seller sees when the transfers of its own entries were made, to know what no statement has yet
create policy tenant_own on ledger_transfer for select to rialto_tenant using (exists (
    select from ledger_entry e where e.transfer_id = ledger_transfer.id and e.tenant_id = (select current_tenant())));
grant select (id, kind, order_id, at) on ledger_transfer to rialto_tenant;

-- The entries that no statement has yet, of transfers before a moment: whose they are, where it was sold, what it comes to.
create function unsettled_entries(before timestamptz)
    returns table (transfer_id uuid, tenant_id uuid, site_id uuid, currency text, purpose text, amount bigint)
    language sql stable
begin atomic
    select t.id, a.tenant_id, coalesce(a.site_id, p.site_id, m.id), e.currency, a.purpose, e.amount
    from ledger_account a
    join ledger_entry e on e.account_id = a.id
    join ledger_transfer t on t.id = e.transfer_id and t.at < before and t.kind <> 'settlement'
    left join purchase p on p.id = t.order_id
    left join site m on m.kind = 'mall'
    where a.purpose in ('seller', 'delivery', 'tax', 'payable') and a.tenant_id is not null
      and not exists (select from settlement_line l
                      where l.transfer_id = t.id and l.site_id = coalesce(a.site_id, p.site_id, m.id)
                        and l.kind not in ('reserve', 'release'));
end;

-- What the mall kept of a transfer, by rule. A refund names the rules of its sale; what it gives back is spread over them
-- so that nothing is lost to rounding.
create function settlement_fees(transfer uuid, goods bigint, commission bigint, tax bigint) returns jsonb
    language sql stable
begin atomic
    with by_rule as (
        select f.rule_id, f.rate_bp, coalesce(r.name, '') as name, sum(f.basis) as basis, sum(f.fee) as fee, sum(f.tax) as tax
        from ledger_transfer t join sale_fee f on f.transfer_id = coalesce(t.mirrors, t.id)
        left join commission_rule r on r.id = f.rule_id
        where t.id = transfer group by f.rule_id, f.rate_bp, r.name),
    summed as (
        select by_rule.*, sum(basis) over w as basis_to, sum(fee) over w as fee_to, sum(tax) over w as tax_to,
               nullif(sum(basis) over (), 0) as basis_all, nullif(sum(fee) over (), 0) as fee_all,
               nullif(sum(by_rule.tax) over (), 0) as tax_all
        from by_rule window w as (order by name, rate_bp, rule_id rows unbounded preceding))
    select coalesce(jsonb_agg(jsonb_build_object('ruleId', rule_id, 'name', name, 'rateBp', rate_bp,
        'basis', coalesce(round(goods * basis_to / basis_all) - round(goods * (basis_to - basis) / basis_all), 0),
        'fee', coalesce(round(-commission * fee_to / fee_all) - round(-commission * (fee_to - fee) / fee_all), 0),
        'tax', coalesce(round(-settlement_fees.tax * tax_to / tax_all)
                        - round(-settlement_fees.tax * (tax_to - summed.tax) / tax_all), 0))
        order by name, rate_bp, rule_id), '[]')
    from summed;
end;

-- Orders of money to sellers' banks: prepared by one, approved by another.
create sequence payout_number start 1001;
grant usage on sequence payout_number to rialto_mall, rialto_worker;
create table payout_run (
    id uuid primary key,
    number text not null unique,
    currency text not null,
    execute_on date not null,
    state text not null check (state in ('prepared', 'approved', 'cancelled')),
    bank_account_id uuid not null references bank_account,
    prepared_by uuid not null,
    prepared_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    reason text,
    version bigint not null default 1,
    -- four eyes
    check (state <> 'approved' or decided_by <> prepared_by)
);
-- one wish at a time: two could order the same money
create unique index payout_run_waiting on payout_run (currency) where state = 'prepared';
call protect('payout_run');
grant select, insert, update on payout_run to rialto_mall, rialto_worker;

create table payout (
    id uuid primary key,
    run_id uuid not null references payout_run,
    tenant_id uuid not null references tenant,
    -- stands in the bank's file and comes back with what the bank returns
    reference text not null unique,
    amount bigint not null check (amount > 0),
    currency text not null,
    state text not null check (state in ('prepared', 'sent', 'returned', 'cancelled')),
    holder text not null,
    sealed_account bytea not null,
    account_end text not null,
    country text not null,
    returned_at timestamptz,
    returned_by uuid,
    return_reason text,
    version bigint not null default 1,
    unique (run_id, tenant_id)
);
create index payout_tenant on payout (tenant_id, run_id);
call protect('payout');
-- a seller sees its own, without the account
create policy tenant_own on payout for select to rialto_tenant using (tenant_id = (select current_tenant()));
grant select, insert, update on payout to rialto_mall, rialto_worker;
grant select (id, run_id, tenant_id, reference, amount, currency, state, holder, account_end, country, returned_at,
              return_reason, version) on payout to rialto_tenant;

-- What of a payout is for which site: each site has its own balance.
create table payout_share (
    payout_id uuid not null references payout,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    amount bigint not null check (amount <> 0),
    primary key (payout_id, site_id)
);
call protect_for_tenant('payout_share');
call grant_append('payout_share', 'rialto_worker', 'rialto_mall');
grant select on payout_share to rialto_tenant;
