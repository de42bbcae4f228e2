-- Domains of sellers' own, from the wish for one to its end. A domain answers once it was proved; the proof is looked at
-- again and again. Of several wishes for one domain at most one is alive.
create table site_domain (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    host text not null check (host = lower(host) and length(host) <= 253),
    method text not null check (method in ('dns', 'file')),
    token text not null,
    state text not null check (state in ('pending', 'active', 'failing', 'stopped', 'lapsed', 'removed')),
    -- what was wrong at the last look; null when nothing was
    reason text,
    -- does the name lead to the mall, as far as the last look could tell?
    points_here boolean,
    added_by uuid,
    added_at timestamptz not null,
    checked_at timestamptz,
    next_check_at timestamptz not null,
    proved_at timestamptz,
    failing_since timestamptz,
    failures int not null default 0
);
create unique index site_domain_alive on site_domain (host) where state in ('pending', 'active', 'failing');
create index site_domain_site on site_domain (site_id);
create index site_domain_due on site_domain (next_check_at) where state in ('pending', 'active', 'failing');
call protect_for_tenant('site_domain');
call grant_all('site_domain', 'rialto_mall', 'rialto_worker');
grant select on site_domain to rialto_tenant;

-- Was it proved that the host belongs to the seller? Names under the mall's own domain need no proof.
alter table site_host add column proved boolean not null default false;
