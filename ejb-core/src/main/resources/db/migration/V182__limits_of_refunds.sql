-- Up to how much one person gives back alone: one row. Without a text the setting of the installation counts.
create table refund_terms (
    only_one boolean primary key default true check (only_one),
    alone text check (length(alone) <= 400),
    version bigint not null default 1
);
insert into refund_terms default values;
call protect('refund_terms');
grant select, update on refund_terms to rialto_mall;
grant select on refund_terms to rialto_worker;
