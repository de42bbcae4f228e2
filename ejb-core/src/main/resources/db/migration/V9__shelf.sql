-- What shoppers see of goods, made ready whenever goods change: a list reads one row per goods, a facet count one row
-- per variant. The shelf holds goods on sale of active sellers and nothing else.

-- The text as search compares it: letters without case, width, accents or voice marks; Hangul as its letters; each
-- Chinese character and kana twice, so that words of two characters have trigrams too.
create function search_text(text) returns text language sql immutable strict parallel safe
    return regexp_replace(
        normalize(regexp_replace(
            lower(normalize($1, NFKC)), '([々ー\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff])', '\1\1', 'g'), NFD),
        '[\u0300-\u036f\u3099\u309a]', '', 'g');

-- One name for the options that all shops have, whatever their language.
create function facet_key(text) returns text language sql immutable strict parallel safe
    return case
        when lower(btrim($1)) in ('size', '사이즈', '크기', 'サイズ', '尺码', '尺寸') then 'size'
        when lower(btrim($1)) in ('color', 'colour', '색상', '색', '컬러', 'カラー', '色', '颜色') then 'colour'
        when lower(btrim($1)) in ('material', '소재', '재질', '素材', '材質', '材质') then 'material'
        else translate(lower(btrim($1)), '= ', '--')
    end;

create table shelf_card (
    goods_id uuid not null references goods on delete cascade,
    currency text not null,
    tenant_id uuid not null references tenant,
    seller_name text not null,
    major_id uuid not null,
    category_id uuid not null,
    created_at timestamptz not null,
    slug text not null,
    default_language text not null,
    titles jsonb not null,
    summaries jsonb not null,
    picture_key text,
    picture_alts jsonb,
    variant_ids uuid[] not null,
    -- listed prices: the lowest with its comparison, and the highest
    amount bigint not null,
    compare_at bigint,
    highest bigint not null,
    -- since when the lowest is listed, and the lowest of the thirty days before that
    listed_from timestamptz,
    prior_lowest bigint,
    primary key (goods_id, currency)
);
call protect_for_tenant('shelf_card');
create policy shopper_read on shelf_card for select to rialto_shopper using (true);
grant select on shelf_card to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker;
create index shelf_card_new on shelf_card (currency, created_at desc, goods_id desc);
create index shelf_card_tenant_new on shelf_card (tenant_id, currency, created_at desc, goods_id desc);
create index shelf_card_major_new on shelf_card (major_id, currency, created_at desc, goods_id desc);
create index shelf_card_category_new on shelf_card (category_id, currency, created_at desc, goods_id desc);
create index shelf_card_price on shelf_card (currency, amount, goods_id);
create index shelf_card_tenant_price on shelf_card (tenant_id, currency, amount, goods_id);

create table shelf_variant (
    variant_id uuid not null references variant on delete cascade,
    currency text not null,
    goods_id uuid not null,
    tenant_id uuid not null references tenant,
    major_id uuid not null,
    category_id uuid not null,
    amount bigint not null,
    -- colour=red, size=l, material=cotton
    facets text[] not null,
    primary key (variant_id, currency)
);
call protect_for_tenant('shelf_variant');
create policy shopper_read on shelf_variant for select to rialto_shopper using (true);
grant select on shelf_variant to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker;
create index shelf_variant_goods on shelf_variant (goods_id, currency);
create index shelf_variant_tenant on shelf_variant (tenant_id, currency);
create index shelf_variant_major on shelf_variant (major_id, currency);
create index shelf_variant_category on shelf_variant (category_id, currency);

-- What a facet ('colour') and its values ('colour=red') are called, per language.
create table facet_label (
    tenant_id uuid not null references tenant,
    facet text not null,
    labels jsonb not null,
    primary key (tenant_id, facet)
);
call protect_for_tenant('facet_label');
create policy shopper_read on facet_label for select to rialto_shopper using (true);
grant select on facet_label to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker;
create index facet_label_facet on facet_label (facet);

-- The words of published goods. Only the search function reads them.
create table shelf_search (
    goods_id uuid primary key references goods on delete cascade,
    tenant_id uuid not null references tenant,
    major_id uuid not null,
    category_id uuid not null,
    titles text not null,
    words text not null
);
call protect_for_tenant('shelf_search');
create index shelf_search_words on shelf_search using gin (words gin_trgm_ops);
create index shelf_search_tenant on shelf_search (tenant_id);

-- Every word that was ever on the shelf, in its search form: what a mistyped word is compared with.
create table shelf_word (
    word text primary key
);
call protect('shelf_word');
create index shelf_word_near on shelf_word using gin (word gin_trgm_ops);

-- The options and attributes of goods, one row per variant and facet.
create function facets_of(ids uuid[])
    returns table (variant_id uuid, tenant_id uuid, key text, value text, key_labels jsonb, value_labels jsonb)
    language sql stable as $$
    select v.id, v.tenant_id, facet_key(coalesce(english.option_names[o.i], own.option_names[o.i])),
           left(lower(btrim(coalesce(v.option_texts -> 'en' ->> (o.i - 1)::int, o.value))), 60),
           (select jsonb_object_agg(t.language, t.option_names[o.i]) from goods_text t
            where t.goods_id = g.id and t.option_names[o.i] is not null),
           jsonb_build_object(g.default_language, o.value)
               || coalesce((select jsonb_object_agg(l.key, l.value ->> (o.i - 1)::int) from jsonb_each(v.option_texts) l
                            where l.value ->> (o.i - 1)::int is not null), '{}')
    from goods g
    join goods_text own on own.goods_id = g.id and own.language = g.default_language
    left join goods_text english on english.goods_id = g.id and english.language = 'en'
    join variant v on v.goods_id = g.id and v.state = 'active'
    cross join lateral unnest(v.option_values) with ordinality o(value, i)
    where g.id = any(ids) and own.option_names[o.i] is not null
    union all
    select v.id, v.tenant_id, facet_key(a.key), left(lower(btrim(said.value)), 60), '{}',
           case when jsonb_typeof(e.value) = 'object' then e.value
                else jsonb_build_object(g.default_language, said.value) end
    from goods g
    join variant v on v.goods_id = g.id and v.state = 'active'
    cross join lateral jsonb_each(g.attributes) a
    cross join lateral jsonb_array_elements(
        case when jsonb_typeof(a.value) = 'array' then a.value else jsonb_build_array(a.value) end) e
    cross join lateral (select case when jsonb_typeof(e.value) = 'object'
        then coalesce(e.value ->> 'en', e.value ->> g.default_language) else e.value #>> '{}' end as value) said
    where g.id = any(ids) and length(said.value) between 1 and 40
$$;

-- Puts goods on the shelf as they are now, or takes them off it.
create function refresh_shelf(ids uuid[]) returns void language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    -- one at a time for the same goods
    perform from goods where id = any(ids) order by id for no key update;
    delete from shelf_card where goods_id = any(ids);
    delete from shelf_variant where goods_id = any(ids);
    delete from shelf_search where goods_id = any(ids);
    ids := array(select id from goods where id = any(ids) and state = 'on_sale' and seller_active);
    if cardinality(ids) = 0 then
        return;
    end if;

    with facet as materialized (
        select f.* from facets_of(ids) f where f.key <> '' and f.value <> ''),
    labelled as (
        insert into facet_label
        select f.tenant_id, f.facet, jsonb_merge(f.labels)
        from (select tenant_id, key as facet, key_labels as labels from facet
              union all select tenant_id, key || '=' || value, value_labels from facet) f
        group by f.tenant_id, f.facet
        order by f.tenant_id, f.facet
        on conflict (tenant_id, facet) do update set labels = facet_label.labels || excluded.labels
            where facet_label.labels is distinct from facet_label.labels || excluded.labels)
    insert into shelf_variant
    select v.id, p.currency, g.id, g.tenant_id, coalesce(c.parent_id, c.id), c.id, p.amount, coalesce(f.facets, '{}')
    from goods g
    join category c on c.id = g.category_id
    join variant v on v.goods_id = g.id and v.state = 'active'
    join price p on p.variant_id = v.id
    left join (select variant_id, array_agg(distinct key || '=' || value) as facets from facet group by variant_id) f
        on f.variant_id = v.id
    where g.id = any(ids);

    insert into shelf_card
    select g.id, lowest.currency, g.tenant_id, coalesce(s.name, ''), lowest.major_id, lowest.category_id, g.created_at,
           g.slug, g.default_language, texts.titles, texts.summaries, picture.storage_key, picture.alt,
           lowest.variant_ids, lowest.amount, p.compare_at, lowest.highest, listed.from_at, prior.amount
    from (select goods_id, currency, (array_agg(major_id))[1] as major_id, (array_agg(category_id))[1] as category_id,
                 array_agg(variant_id) as variant_ids, min(amount) as amount, max(amount) as highest,
                 (array_agg(variant_id order by amount, variant_id))[1] as variant_id
          from shelf_variant where goods_id = any(ids) group by goods_id, currency) lowest
    join goods g on g.id = lowest.goods_id
    join price p on p.variant_id = lowest.variant_id and p.currency = lowest.currency
    left join seller s on s.id = g.tenant_id
    cross join lateral (
        select jsonb_object_agg(language, title) as titles, jsonb_object_agg(language, summary) as summaries
        from goods_text where goods_id = g.id) texts
    left join lateral (
        select storage_key, alt from goods_picture where goods_id = g.id order by position, id limit 1) picture on true
    left join lateral (
        select from_at from price_history h where h.variant_id = p.variant_id and h.currency = p.currency
        order by from_at desc limit 1) listed on true
    left join lateral (select prior_lowest(p.variant_id, p.currency, listed.from_at) as amount) prior on true
    where texts.titles is not null;

    insert into shelf_search
    select g.id, g.tenant_id, coalesce(c.parent_id, c.id), c.id, search_text(texts.titles),
           search_text(concat_ws(' ', texts.titles, texts.summaries, g.vendor, array_to_string(g.tags, ' '), options.words,
                                 names.words, s.name))
    from goods g
    join category c on c.id = g.category_id
    left join seller s on s.id = g.tenant_id
    cross join lateral (
        select string_agg(title, ' ') as titles, string_agg(summary, ' ') as summaries
        from goods_text where goods_id = g.id) texts
    cross join lateral (
        select string_agg(distinct concat_ws(' ', array_to_string(v.option_values, ' '), v.sku,
            (select string_agg(x.value #>> '{}', ' ') from jsonb_path_query(v.option_texts, '$.*[*]') x(value))), ' ') as words
        from variant v where v.goods_id = g.id and v.state = 'active') options
    cross join lateral (
        select string_agg(name, ' ') as words from category_text where category_id in (c.id, c.parent_id)) names
    where g.id = any(ids) and texts.titles is not null;

    insert into shelf_word
    select distinct w.word
    from shelf_search s, regexp_split_to_table(s.words, '[][[:space:][:punct:]·、。「」]+') w(word)
    where s.goods_id = any(ids) and length(w.word) between 3 and 60
    order by w.word
    on conflict do nothing;
end $$;

create aggregate jsonb_merge(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

-- The lowest listed price of the thirty days before a price began; null when there was none before.
create function prior_lowest(variant uuid, currency text, began timestamptz) returns bigint language sql stable
    return (
        select min(h.amount)
        from (select amount, from_at, lead(from_at) over (order by from_at, id) as until_at
              from price_history
              where variant_id = prior_lowest.variant and price_history.currency = prior_lowest.currency) h
        where h.from_at < began and h.until_at > began - interval '30 days');

-- A writer that touches many tables says rialto.shelf = later and refreshes once itself.
create function shelf_waits() returns boolean language sql stable
    return coalesce(current_setting('rialto.shelf', true), '') = 'later';

create function shelf_follows_goods() returns trigger language plpgsql as $$
begin
    if not shelf_waits() then
        perform refresh_shelf(array(select distinct id from changed));
    end if;
    return null;
end $$;
create function shelf_follows_parts() returns trigger language plpgsql as $$
begin
    if not shelf_waits() then
        perform refresh_shelf(array(select distinct goods_id from changed));
    end if;
    return null;
end $$;
create function shelf_follows_prices() returns trigger language plpgsql as $$
begin
    if not shelf_waits() then
        perform refresh_shelf(array(
            select distinct v.goods_id from changed join variant v on v.id = changed.variant_id));
    end if;
    return null;
end $$;

create procedure keep_on_shelf(target regclass, follower text) language plpgsql as $$
begin
    execute format('create trigger shelf_after_insert after insert on %s referencing new table as changed '
                   'for each statement execute function %I()', target, follower);
    execute format('create trigger shelf_after_update after update on %s referencing new table as changed '
                   'for each statement execute function %I()', target, follower);
    execute format('create trigger shelf_after_delete after delete on %s referencing old table as changed '
                   'for each statement execute function %I()', target, follower);
end $$;
call keep_on_shelf('goods', 'shelf_follows_goods');
call keep_on_shelf('goods_text', 'shelf_follows_parts');
call keep_on_shelf('variant', 'shelf_follows_parts');
call keep_on_shelf('goods_picture', 'shelf_follows_parts');
call keep_on_shelf('price', 'shelf_follows_prices');
call keep_on_shelf('price_history', 'shelf_follows_prices');
drop procedure keep_on_shelf;

create function shelf_follows_seller() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    perform refresh_shelf(array(select id from goods where tenant_id = new.id and state = 'on_sale'));
    return null;
end $$;
create trigger shelf_after_name after insert or update of name on seller
    for each row execute function shelf_follows_seller();

create function shelf_follows_category() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    perform refresh_shelf(array(select g.id from goods g join category c on c.id = g.category_id
                                where new.id in (c.id, c.parent_id) and g.state = 'on_sale'));
    return null;
end $$;
create trigger shelf_after_move after update of parent_id on category
    for each row when (old.parent_id is distinct from new.parent_id) execute function shelf_follows_category();

create function shelf_follows_category_name() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    perform refresh_shelf(array(select g.id from goods g join category c on c.id = g.category_id
                                where new.category_id in (c.id, c.parent_id) and g.state = 'on_sale'));
    return null;
end $$;
create trigger shelf_after_name after insert or update on category_text
    for each row execute function shelf_follows_category_name();

-- Search runs as a role of its own: under the shopper's policies no trigram index could be used. The site's scope is
-- inside, and only ids and scores come out. A score of 1 and more is an exact match. Only when there is none, each word
-- that stands nowhere is taken for the words most like it, and scores stay below 1.
create function search_goods(site uuid, query text) returns table (goods_id uuid, score real)
    language plpgsql stable security definer
    set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.28 as $$
declare
    words text[] := array(select word from regexp_split_to_table(search_text(left(btrim(query), 100)), '\s+')
                              with ordinality w(word, i)
                          where word <> '' order by i limit 6);
    scope text := search_scope(site);
    named text := 'true';
    there text := 'true';
    likeness real := 0.99;
    word text;
    pattern text;
    known boolean;
    near record;
begin
    if scope is null or cardinality(words) = 0 then
        return;
    end if;
    foreach word in array words loop
        pattern := search_pattern(word);
        there := there || format(' and d.words like %L', pattern);
        named := named || format(' and d.titles like %L', pattern);
    end loop;
    return query execute format(
        'select d.goods_id, case when %s then 2 else 1 end::real from shelf_search d where %s and %s '
        'order by 2 desc, 1 desc limit 1000', named, scope, there);
    if found then
        return;
    end if;
    there := 'true';
    foreach word in array words loop
        execute format('select exists (select from shelf_search d where %s and d.words like %L)',
                       scope, search_pattern(word)) into known;
        if known then
            there := there || format(' and d.words like %L', search_pattern(word));
        else
            select string_agg(format('d.words like %L', search_pattern(w.word)), ' or ') as clause, max(w.likeness) as best
            into near from similar_words(word) w;
            if near.clause is null then
                return;
            end if;
            there := there || ' and (' || near.clause || ')';
            likeness := least(likeness, near.best);
        end if;
    end loop;
    return query execute format(
        'select d.goods_id, %L::real from shelf_search d where %s and %s order by 1 desc limit 200',
        likeness, scope, there);
end $$;

-- What of the shelf a site may search, as a condition on it; null when there is no such site.
create function search_scope(site uuid) returns text language sql stable
    return (
        select 'true'
            || case when s.tenant_id is null then '' else format(' and d.tenant_id = %L', s.tenant_id) end
            || case s.goods_scope when 'all' then '' else format(
                ' and (d.category_id = any(%1$L::uuid[]) or d.major_id = any(%1$L::uuid[]))',
                array(select c.category_id from site_category c where c.site_id = s.id)) end
        from site s where s.id = search_scope.site);

create function search_pattern(word text) returns text language sql immutable
    return '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%';

create function similar_words(mistyped text) returns table (word text, likeness real) language sql stable
    set search_path = public, pg_temp as $$
    select near.word, near.likeness
    from (select w.word, word_similarity(mistyped, w.word) as likeness, max(word_similarity(mistyped, w.word)) over () as best
          from shelf_word w where mistyped <% w.word) near
    where near.likeness >= 0.8 * near.best
    order by near.likeness desc, near.word
    limit 10
$$;

create policy search_reads on shelf_search for select to rialto_search using (true);
create policy search_reads on shelf_word for select to rialto_search using (true);
create policy search_reads on site for select to rialto_search using (true);
create policy search_reads on site_category for select to rialto_search using (true);
grant select on shelf_search, shelf_word to rialto_search;
grant select (id, tenant_id, goods_scope) on site to rialto_search;
grant select on site_category to rialto_search;
grant create on schema public to rialto_search;
alter function search_goods(uuid, text) owner to rialto_search;
revoke create on schema public from rialto_search;
revoke execute on function search_goods(uuid, text) from public;
grant execute on function search_goods(uuid, text) to rialto_shopper, rialto_tenant, rialto_mall, rialto_worker;

-- A shopper may see how much there is of what is on the shelf.
drop policy shopper_read on stock;
create policy shopper_read on stock for select to rialto_shopper
    using (exists (select from shelf_variant s where s.variant_id = stock.variant_id));

-- The prior lowest price to show beside a reduction, null when nothing is reduced. A listed price that has stood for
-- thirty days is itself the lowest of that time.
create function prior_shown(amount bigint, price bigint, compare_at bigint, listed_from timestamptz, prior bigint,
                            at timestamptz)
    returns bigint language sql immutable parallel safe
    return case
        when price < amount or compare_at > amount or (listed_from > at - interval '30 days' and prior > amount)
        then case when listed_from > at - interval '30 days' then coalesce(prior, amount) else amount end
    end;

-- A price range by the 1-2-5 series, both ends within: 1000-1999, 2000-4999.
create function price_range(price bigint) returns text language sql immutable parallel safe
    return case when price <= 0 then '0-0' else (
        select case when price < 2 * decade then decade || '-' || 2 * decade - 1
                    when price < 5 * decade then 2 * decade || '-' || 5 * decade - 1
                    else 5 * decade || '-' || 10 * decade - 1 end
        from (select (10 ^ (length(price::text) - 1))::bigint as decade) d) end;

-- Option values in a language, else as the seller wrote them first.
create function option_words(texts jsonb, own text[], language text) returns text[] language sql immutable parallel safe
    return case when jsonb_typeof(texts -> language) = 'array'
                then array(select jsonb_array_elements_text(texts -> language)) else own end;

create function category_name(category uuid, language text) returns text language sql stable
    return (select name from category_text t where t.category_id = category_name.category
            order by t.language = category_name.language desc, t.language = 'en' desc, t.language limit 1);
