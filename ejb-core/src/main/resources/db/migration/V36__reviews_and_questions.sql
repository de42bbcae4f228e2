-- What members say about goods: reviews of what they bought, and questions. Who wrote is shown by a shortened name.
create table remark (
    id uuid primary key,
    kind text not null check (kind in ('review', 'question')),
    goods_id uuid not null references goods,
    tenant_id uuid not null references tenant,
    site_id uuid not null references site,
    -- what was bought; a line is reviewed once
    order_line_id uuid unique references order_line,
    account_id uuid not null references account,
    author text not null,
    language text not null,
    stars int check (stars between 1 and 5),
    title text not null default '' check (length(title) <= 100),
    words text not null check (length(words) between 1 and 4000),
    state text not null check (state in ('waiting', 'shown', 'hidden')),
    written_at timestamptz not null,
    edited_at timestamptz,
    answer text check (length(answer) between 1 and 4000),
    answered_at timestamptz,
    answered_by uuid,
    moderated_by uuid,
    moderated_at timestamptz,
    moderation_reason text,
    reports int not null default 0,
    version bigint not null default 1,
    check ((kind = 'review') = (order_line_id is not null)),
    check ((kind = 'review') = (stars is not null))
);
create index remark_goods on remark (goods_id, kind, id desc) where state = 'shown';
create index remark_state on remark (kind, state, id desc);
create index remark_tenant on remark (tenant_id, kind, id desc);
create index remark_account on remark (account_id, goods_id);
call protect('remark');
create policy shopper_read on remark for select to rialto_shopper
    using (state = 'shown' or account_id = (select current_account()));
-- only who got the goods reviews them: the lines are those the shopper's own policies show
create policy shopper_adds on remark for insert to rialto_shopper
    with check (account_id = (select current_account()) and state in ('waiting', 'shown') and answer is null
        and (kind = 'question' or exists (
            select from order_line l where l.id = order_line_id and l.goods_id = remark.goods_id and l.shipped > 0)));
create policy shopper_edits on remark for update to rialto_shopper
    using (account_id = (select current_account()) and state <> 'hidden')
    with check (account_id = (select current_account()) and state in ('waiting', 'shown'));
create policy tenant_read on remark for select to rialto_tenant using (tenant_id = (select current_tenant()));
-- a seller answers; what is hidden, or shown, is the mall's to say
create policy tenant_answers on remark for update to rialto_tenant
    using (tenant_id = (select current_tenant()) and state <> 'hidden')
    with check (tenant_id = (select current_tenant()) and state in ('waiting', 'shown'));
call grant_all('remark', 'rialto_mall', 'rialto_worker');
grant select, insert on remark to rialto_shopper;
grant update (stars, title, words, state, edited_at, version) on remark to rialto_shopper;
grant select (id, kind, goods_id, tenant_id, site_id, author, language, stars, title, words, state, written_at, edited_at,
              answer, answered_at, moderation_reason, reports, version) on remark to rialto_tenant;
grant update (state, answer, answered_at, answered_by, version) on remark to rialto_tenant;

-- What lists and goods pages show of it, so that they need no further statement.
create table goods_voice (
    goods_id uuid primary key references goods on delete cascade,
    tenant_id uuid not null references tenant,
    reviews int not null,
    stars int not null,
    questions int not null,
    latest_reviews jsonb not null,
    latest_questions jsonb not null
);
call protect_for_tenant('goods_voice');
create policy shopper_read on goods_voice for select to rialto_shopper using (true);
grant select on goods_voice to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker;

create function latest_remarks(goods uuid, wanted text) returns jsonb language sql stable
    return (
        select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'author', r.author, 'stars', r.stars, 'title', r.title,
                   'words', r.words, 'writtenAt', r.written_at, 'answer', r.answer) order by r.id desc), '[]')
        from (select * from remark where goods_id = latest_remarks.goods and kind = wanted and state = 'shown'
              order by id desc limit 3) r);

create function tell_of_remark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare goods uuid := coalesce(new.goods_id, old.goods_id);
begin
    -- one at a time for the same goods, each counting what the one before has written
    perform from goods g where g.id = goods for no key update;
    insert into goods_voice as v
    select g.id, g.tenant_id, count(r.stars), coalesce(sum(r.stars), 0), count(r.id) - count(r.stars),
           latest_remarks(g.id, 'review'), latest_remarks(g.id, 'question')
    from goods g left join remark r on r.goods_id = g.id and r.state = 'shown'
    where g.id = goods group by g.id
    on conflict (goods_id) do update set reviews = excluded.reviews, stars = excluded.stars,
        questions = excluded.questions, latest_reviews = excluded.latest_reviews,
        latest_questions = excluded.latest_questions;
    return null;
end $$;
create trigger tell after insert or update or delete on remark for each row execute function tell_of_remark();
