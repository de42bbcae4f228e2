-- A wallet is paid on a page of its own, like a card; one live try of a checkout at a time, whichever way.
alter table payment drop constraint payment_method_check;
alter table payment add constraint payment_method_check check (method in ('card', 'wallet', 'deposit'));
alter table checkout drop constraint checkout_payment_method_check;
alter table checkout add constraint checkout_payment_method_check check (payment_method in ('card', 'wallet', 'deposit'));
drop index payment_one_try;
create unique index payment_one_try on payment (checkout_id)
    where method <> 'deposit' and state in ('created', 'pending', 'unknown', 'approved', 'captured');
drop index payment_one_try_extra;
create unique index payment_one_try_extra on payment (return_id)
    where method <> 'deposit' and state in ('created', 'pending', 'unknown', 'approved', 'captured');
