-- The mall's terms for sellers. A version is never changed; who accepted which one, and when, is kept.
create table terms_version (
    number int primary key,
    texts jsonb not null,
    published_by uuid,
    published_at timestamptz not null
);
call protect('terms_version');
create policy tenant_reads on terms_version for select to rialto_tenant using (true);
call grant_append('terms_version', 'rialto_mall', 'rialto_worker');
grant select on terms_version to rialto_tenant;

create table terms_acceptance (
    tenant_id uuid not null references tenant,
    number int not null references terms_version,
    account_id uuid not null,
    accepted_at timestamptz not null,
    primary key (tenant_id, number)
);
call protect_for_tenant('terms_acceptance');
call grant_append('terms_acceptance', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- Goods the mall has taken off sale stay off, whatever the seller or an import does with them.
alter table goods add column barred boolean not null default false;
create function goods_stay_barred() returns trigger language plpgsql as $$
begin
    if current_user = 'rialto_tenant' then
        new.barred := true;
    end if;
    if new.barred and new.state = 'on_sale' then
        new.state := 'withdrawn';
    end if;
    return new;
end $$;
create trigger goods_stay_barred before update on goods for each row when (old.barred)
    execute function goods_stay_barred();

-- What somebody reports about goods, and what became of it. Who reported is not the seller's to know.
create table notice (
    id uuid primary key,
    goods_id uuid not null references goods,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    title text not null,
    reason text not null check (reason in ('illegal', 'counterfeit', 'dangerous', 'misleading', 'rights', 'other')),
    words text not null check (length(words) between 1 and 2000),
    email text check (length(email) <= 254),
    language text not null,
    state text not null check (state in ('open', 'dismissed', 'upheld', 'objected', 'confirmed', 'reinstated')),
    received_at timestamptz not null,
    was_on_sale boolean not null default false,
    statement text,
    decided_by uuid,
    decided_at timestamptz,
    objection text,
    objected_at timestamptz,
    final_statement text,
    final_by uuid,
    final_at timestamptz,
    version bigint not null default 1
);
create index notice_state on notice (state, id desc);
create index notice_tenant on notice (tenant_id, id desc);
create index notice_goods on notice (goods_id);
call protect('notice');
create policy anyone_reports on notice for insert to rialto_shopper with check (state = 'open');
create policy tenant_answers on notice to rialto_tenant
    using (tenant_id = (select current_tenant()) and state in ('upheld', 'objected', 'confirmed', 'reinstated'))
    with check (tenant_id = (select current_tenant()) and state = 'objected');
call grant_all('notice', 'rialto_mall', 'rialto_worker');
grant insert on notice to rialto_shopper;
grant select (id, goods_id, tenant_id, site_id, title, reason, words, language, state, received_at, was_on_sale,
              statement, decided_at, objection, objected_at, final_statement, final_at, version) on notice to rialto_tenant;
grant update (state, objection, objected_at, version) on notice to rialto_tenant;
