-- A deposit into an account that the gateway opened for this one order.
alter table payment
    add column account_bank text,
    add column account_number text,
    add column account_holder text;
create unique index payment_one_account on payment (checkout_id)
    where method = 'deposit' and gateway <> 'bank' and state in ('created', 'awaiting_deposit', 'captured');

-- what gateways tell of such accounts stands beside the files of banks
alter table bank_file drop constraint bank_file_kind_check;
alter table bank_file add constraint bank_file_kind_check check (kind in ('camt053', 'csv', 'gateway'));
