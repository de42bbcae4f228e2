-- Statements of the bank as files, and what became of each credit on them. The mall's alone.
create table bank_file (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('camt053', 'csv')),
    -- the same file is not read twice
    sha256 text not null unique,
    state text not null check (state in ('mapping', 'read')),
    -- a table whose columns are not known yet; gone once it was read
    content bytea,
    header text,
    uploaded_by uuid,
    uploaded_at timestamptz not null
);
create index bank_file_newest on bank_file (uploaded_at desc, id desc);
call protect('bank_file');
call grant_all('bank_file', 'rialto_mall', 'rialto_worker');

create table bank_entry (
    id uuid primary key,
    file_id uuid not null references bank_file,
    number int not null,
    -- names the credit across files, so that overlapping statements count it once
    entry_key text not null unique,
    booked_on date not null,
    amount bigint not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    payer text not null default '',
    message text not null default '',
    state text not null check (state in
        ('matched', 'booked', 'short', 'over', 'double', 'late', 'unmatched', 'refund', 'refunded', 'ignored')),
    order_id uuid references purchase,
    due bigint,
    -- what of it goes back to the payer
    back bigint not null default 0 check (back between 0 and amount),
    note text,
    handled_by uuid,
    handled_at timestamptz,
    version bigint not null default 1
);
create index bank_entry_file on bank_entry (file_id, number);
create index bank_entry_order on bank_entry (order_id) where order_id is not null;
create index bank_entry_state on bank_entry (state, booked_on desc, id desc);
create index bank_entry_newest on bank_entry (booked_on desc, id desc);
call protect('bank_entry');
call grant_all('bank_entry', 'rialto_mall', 'rialto_worker');

-- Which column means what, remembered by the table's heads.
create table bank_csv_mapping (
    header text primary key,
    mapping jsonb not null,
    saved_by uuid,
    saved_at timestamptz not null
);
call protect('bank_csv_mapping');
call grant_all('bank_csv_mapping', 'rialto_mall', 'rialto_worker');
