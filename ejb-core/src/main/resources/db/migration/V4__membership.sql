-- An account is (issuer, subject); 'self' issues the mall's own. What identifies a person stands in person alone, so
-- that erasing a person leaves orders and books whole.
create table account (
    id uuid primary key,
    issuer text not null default 'self',
    subject text not null,
    password_hash text,
    state text not null check (state in ('active', 'blocked', 'erased')),
    created_at timestamptz not null,
    password_changed_at timestamptz,
    version bigint not null default 1,
    unique (issuer, subject)
);
call protect('account');
create policy shopper_self on account for select to rialto_shopper using (id = (select current_account()));
call grant_all('account', 'rialto_worker');
grant select on account to rialto_mall;
grant select (id, issuer, subject, state, created_at) on account to rialto_shopper;

create table person (
    account_id uuid primary key references account,
    email text not null check (email = lower(email) and length(email) <= 254),
    name text not null check (length(name) between 1 and 100),
    phone text,
    language text not null,
    birth_date date,
    gender text check (gender in ('female', 'male', 'other')),
    occupation text,
    region text
);
create unique index person_email on person (email);
call protect('person');
create policy shopper_self on person to rialto_shopper
    using (account_id = (select current_account())) with check (account_id = (select current_account()));
call grant_all('person', 'rialto_worker', 'rialto_mall');
grant select, update on person to rialto_shopper;

-- A member carries the mark of the site where the account was made; nobody edits it.
create table member (
    account_id uuid primary key references account,
    join_site_id uuid not null references site,
    join_mark uuid not null references site (member_mark),
    joined_at timestamptz not null
);
call protect('member');
create policy tenant_own on member for select to rialto_tenant
    using (exists (select from site s where s.id = join_site_id and s.tenant_id = (select current_tenant())));
create policy shopper_self on member for select to rialto_shopper using (account_id = (select current_account()));
create index member_join on member (join_site_id, joined_at);
grant select, insert on member to rialto_worker;
grant select on member to rialto_mall, rialto_tenant;
grant select (account_id, join_site_id, joined_at) on member to rialto_shopper;

create table address (
    id uuid primary key,
    account_id uuid not null references account,
    name text not null,
    phone text,
    country text not null check (country ~ '^[A-Z]{2}$'),
    region text,
    city text not null,
    street text not null,
    extra text,
    postcode text not null,
    is_default boolean not null default false
);
create index address_account on address (account_id);
call protect('address');
create policy shopper_self on address to rialto_shopper
    using (account_id = (select current_account())) with check (account_id = (select current_account()));
call grant_all('address', 'rialto_worker', 'rialto_mall', 'rialto_shopper');

create table consent (
    id uuid primary key,
    account_id uuid not null references account,
    kind text not null,
    given boolean not null,
    text_version text not null,
    at timestamptz not null
);
create index consent_account on consent (account_id, kind, at desc);
call protect('consent');
create policy shopper_self on consent to rialto_shopper
    using (account_id = (select current_account())) with check (account_id = (select current_account()));
call grant_append('consent', 'rialto_worker', 'rialto_shopper');
grant select on consent to rialto_mall;

-- What stands behind a browser's cookie: a guest (no account), a shopper or staff.
create table session (
    token_hash text primary key,
    kind text not null check (kind in ('shopper', 'staff')),
    account_id uuid references account,
    site_id uuid references site,
    acting_tenant_id uuid references tenant,
    language text,
    currency text,
    device text,
    address text,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_account on session (account_id) where account_id is not null;
create index session_expiry on session (expires_at);
call protect('session');
create policy shopper_self on session for select to rialto_shopper
    using (token_hash = (select current_token()) or account_id = (select current_account()));
call grant_all('session', 'rialto_worker');
grant select on session to rialto_shopper, rialto_mall;

-- One-time codes and links, by hash.
create table one_time_code (
    id uuid primary key,
    purpose text not null,
    account_id uuid references account,
    code_hash text not null,
    tries int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_code_account on one_time_code (account_id, purpose);
call protect('one_time_code');
call grant_all('one_time_code', 'rialto_worker');

alter table seller add foreign key (applied_by) references account;
alter table seller_staff add foreign key (account_id) references account;
alter table mall_staff add foreign key (account_id) references account;
