-- What is sold in a sandbox is no sale: no statement and no payout comes of it.
create or replace function unsettled_entries(before timestamptz)
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
      and a.tenant_id not in (select test_tenants())
      and not exists (select from settlement_line l
                      where l.transfer_id = t.id and l.site_id = coalesce(a.site_id, p.site_id, m.id)
                        and l.kind not in ('reserve', 'release'));
end;
