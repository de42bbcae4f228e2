-- Somebody is asked by mail to work for a seller, or for the mall; the link is kept by hash.
create table staff_invitation (
    id uuid primary key,
    tenant_id uuid references tenant,
    email text not null check (email = lower(email) and length(email) <= 254),
    role text not null check (role in ('owner', 'staff', 'operator', 'viewer')),
    token_hash text not null unique,
    state text not null check (state in ('open', 'accepted', 'withdrawn')),
    invited_by uuid,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_by uuid references account,
    accepted_at timestamptz,
    check ((tenant_id is null) = (role in ('operator', 'viewer')))
);
create unique index staff_invitation_open
    on staff_invitation (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'), email) where state = 'open';
call protect_for_tenant('staff_invitation');
call grant_all('staff_invitation', 'rialto_mall', 'rialto_worker', 'rialto_tenant');

-- An account that keeps its password when staff otherwise come in through the sign-on of their house.
alter table mall_staff add column break_glass boolean not null default false;
alter table seller_staff add column break_glass boolean not null default false;

-- The audit is read by time, by who and by what.
create index audit_at on audit (at desc, id desc);
create index audit_account on audit (account_id, at desc);
