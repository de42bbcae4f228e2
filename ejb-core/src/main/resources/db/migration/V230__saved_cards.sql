-- A gateway's card page was opened for a member, who may let the gateway keep the card. The row goes once the payment is
-- over: what is left of a payment names no member.
create table card_offer (
    payment_id uuid primary key references payment on delete cascade,
    account_id uuid not null references account,
    made_at timestamptz not null,
    -- when the gateway was last asked what came of it
    asked_at timestamptz
);
create index card_offer_account on card_offer (account_id);
call protect('card_offer');
call grant_all('card_offer', 'rialto_worker');

-- A card that a gateway keeps for a member: its token, and what it is recognised by. Never its number.
create table saved_card (
    id uuid primary key,
    account_id uuid references account,
    gateway text not null check (length(gateway) <= 40),
    -- the gateway's name for the payer
    customer text not null check (length(customer) <= 200),
    token text not null check (length(token) <= 200),
    brand text not null check (length(brand) <= 40),
    last_four text not null check (last_four ~ '^[0-9]{4}$'),
    -- its last day
    expires_on date not null,
    saved_at timestamptz not null,
    -- when its member took it away; the row goes once the gateway knows
    forgotten_at timestamptz,
    asked_at timestamptz,
    check ((account_id is null) = (forgotten_at is not null)),
    unique (gateway, token)
);
create index saved_card_account on saved_card (account_id, saved_at desc) where account_id is not null;
create index saved_card_forgotten on saved_card (forgotten_at) where forgotten_at is not null;
call protect('saved_card');
create policy shopper_own on saved_card for select to rialto_shopper using (account_id = (select current_account()));
call grant_all('saved_card', 'rialto_worker');
grant select on saved_card to rialto_shopper;
