-- What a member would like to have, at each site; nobody else sees it.
create table wish (
    id uuid primary key,
    account_id uuid not null references account,
    site_id uuid not null references site,
    goods_id uuid not null references goods,
    added_at timestamptz not null,
    unique (account_id, site_id, goods_id)
);
create index wish_goods on wish (goods_id);
call protect('wish');
create policy shopper_own on wish to rialto_shopper
    using (account_id = (select current_account())) with check (account_id = (select current_account()));
call grant_all('wish', 'rialto_worker');
grant select, insert, delete on wish to rialto_shopper;

-- Who wants to be told once when a sold-out variant can be had again: a member, or a guest by an address that was
-- confirmed. A guest's row goes a while after it was told.
create table stock_notice (
    id uuid primary key,
    variant_id uuid not null references variant on delete cascade,
    site_id uuid not null references site,
    account_id uuid references account,
    email text check (length(email) <= 254),
    language text not null,
    currency text not null,
    -- asked: the address is not confirmed yet
    state text not null check (state in ('asked', 'waiting', 'told')),
    asked_at timestamptz not null,
    -- when a worker last found that it cannot be had at the site after all
    looked_at timestamptz,
    told_at timestamptz,
    check ((account_id is null) = (email is not null)),
    check (state <> 'asked' or email is not null)
);
create unique index stock_notice_of_member on stock_notice (variant_id, site_id, account_id)
    where account_id is not null and state = 'waiting';
create unique index stock_notice_of_guest on stock_notice (variant_id, site_id, email)
    where email is not null and state in ('asked', 'waiting');
create index stock_notice_email on stock_notice (email) where email is not null;
create index stock_notice_waiting on stock_notice (variant_id) where state = 'waiting';
create index stock_notice_account on stock_notice (account_id, asked_at desc) where account_id is not null;
create index stock_notice_unconfirmed on stock_notice (asked_at) where state = 'asked';
create index stock_notice_told on stock_notice (told_at) where state = 'told';
call protect('stock_notice');
create policy shopper_own on stock_notice for select to rialto_shopper using (account_id = (select current_account()));
call grant_all('stock_notice', 'rialto_worker');
grant select on stock_notice to rialto_shopper;
