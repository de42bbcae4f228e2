-- Anniversaries are looked up by month and day, whatever the year.
alter table person
    add column wedding_on date,
    add column birthday int generated always as
        ((extract(month from birth_date) * 100 + extract(day from birth_date))::int) stored,
    add column wedding_day int generated always as
        ((extract(month from wedding_on) * 100 + extract(day from wedding_on))::int) stored;
create index person_birthday on person (birthday) where birthday is not null;
create index person_wedding_day on person (wedding_day) where wedding_day is not null;
-- Lists of members by what they say about themselves, newest first.
create index person_gender on person (gender, account_id);
create index person_region on person (region, account_id);
create index person_occupation on person (occupation, account_id);
create index person_birth_date on person (birth_date, account_id);

create index if not exists refund_order on refund (order_id);

-- One greeting for each anniversary of a year; the row is written with its mail.
create table greeting (
    account_id uuid not null references account,
    kind text not null check (kind in ('birthday', 'wedding')),
    year int not null,
    on_date date not null,
    outcome text not null check (outcome in ('mailed', 'no_consent')),
    at timestamptz not null,
    primary key (account_id, kind, year)
);
create index greeting_date on greeting (on_date, kind, account_id);
call protect('greeting');
call grant_all('greeting', 'rialto_worker');
grant select on greeting to rialto_mall;

-- The greetings of one day are one run, whoever asks for it and however often.
create unique index job_run_greetings on job_run ((parameters ->> 'on')) where job = 'greetings' and state <> 'failed';

-- A saved choice of members; the members are those who fit when it is looked at.
create table segment (
    id uuid primary key,
    name text not null check (length(name) between 1 and 100),
    criteria jsonb not null,
    created_by uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1
);
create unique index segment_name on segment (lower(name));
call protect('segment');
call grant_all('segment', 'rialto_mall', 'rialto_worker');

-- A mail to the members of a segment, as it was sent.
create table segment_mailing (
    id uuid primary key,
    segment_id uuid references segment on delete set null,
    segment_name text not null,
    subject text not null,
    body text not null,
    recipients int not null,
    left_out int not null,
    sent_by uuid,
    sent_at timestamptz not null
);
create index segment_mailing_segment on segment_mailing (segment_id, sent_at desc);
call protect('segment_mailing');
call grant_append('segment_mailing', 'rialto_mall', 'rialto_worker');
grant update (segment_id) on segment_mailing to rialto_mall, rialto_worker;
