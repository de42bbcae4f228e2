-- A member who agreed to mail is reminded once of a cart left lying; an order from it lets it be filled, and told, anew.
alter table cart add column reminded_at timestamptz;
create index cart_untouched on cart (updated_at) where state = 'open' and account_id is not null;
