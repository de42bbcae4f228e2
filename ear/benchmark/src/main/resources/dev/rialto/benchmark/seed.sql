-- 20 storefronts of 20 sellers with 500 goods each; three variants, two currencies, four languages.
set rialto.shelf = 'later';

create temporary table bench_seller as
    select n, gen_random_uuid() as tenant, gen_random_uuid() as site, gen_random_uuid() as account,
           gen_random_uuid() as place
    from generate_series(1, 20) n;

insert into tenant (id, kind, created_at) select tenant, 'seller', now() from bench_seller;
insert into account (id, subject, state, created_at)
    select account, 'bench-' || n, 'active', now() from bench_seller;
insert into seller (id, state, name, email, country, applied_by, applied_at)
    select tenant, 'active', 'Seller ' || n, 'seller' || n || '@bench.example', 'KR', account, now() from bench_seller;
insert into site (id, kind, tenant_id, state, name, discount_bp, country, languages, currencies, member_mark,
                  payment_mark, created_at)
    select site, 'storefront', tenant, 'open', 'Shop ' || n, 500, 'KR', '{ko,en,ja,zh}', '{KRW,USD}',
           gen_random_uuid(), gen_random_uuid(), now()
    from bench_seller;
insert into site_host (host, site_id, tenant_id, added_at)
    select 'bench-' || n || '.localhost', site, tenant, now() from bench_seller;
insert into stock_place (id, tenant_id, name, is_default) select place, tenant, 'Store', true from bench_seller;
insert into credential (id, tenant_id, site_id, kind, name, secret_hash, scopes, state, created_at)
    select 'sf_live_bench' || n, tenant, site, 'storefront', 'benchmark',
           encode(sha256('bench-secret'::bytea), 'hex'), '{goods:read}', 'active', now()
    from bench_seller;
insert into delivery_method (id, tenant_id, names, kind, rules, tax_class, position)
    select gen_random_uuid(), tenant, '{"ko": "택배", "en": "Parcel", "ja": "宅配便", "zh": "快递"}', 'flat',
           '[{"amounts": {"KRW": 3000, "USD": 900}}]', 'standard', 0
    from bench_seller;
insert into tax_rate (id, tax_class, country, name, rate_bp, valid_from)
    select gen_random_uuid(), 'standard', 'KR', '부가가치세', 1000, date '2020-01-01'
    where not exists (select from tax_rate where country = 'KR' and tax_class = 'standard');
insert into bank_account (id, bank, number, holder, currency)
    values (gen_random_uuid(), 'Bench Bank', '000-1', 'Bench', 'KRW') on conflict do nothing;

create temporary table bench_category as
    select n, gen_random_uuid() as id, case when n > 4 then (n - 1) % 4 + 1 end as parent
    from generate_series(1, 24) n;
insert into category (id, parent_id, slug, position)
    select c.id, p.id, 'bench-' || c.n, c.n from bench_category c left join bench_category p on p.n = c.parent
    order by c.n;
insert into category_text (category_id, language, name)
    select c.id, l.language, l.word || ' ' || c.n
    from bench_category c, (values ('ko', '분류'), ('en', 'Category'), ('ja', '分類'), ('zh', '分类')) l(language, word);

create temporary table bench_word as
    select row_number() over () - 1 as n, * from (values
        ('찻주전자', 'teapot', '急須', '茶壶'), ('머그컵', 'mug', 'マグカップ', '马克杯'), ('접시', 'plate', '皿', '盘子'),
        ('담요', 'blanket', '毛布', '毯子'), ('등불', 'lantern', 'ランプ', '灯笼'), ('의자', 'chair', '椅子', '椅子'),
        ('공책', 'notebook', 'ノート', '笔记本'), ('배낭', 'backpack', 'リュック', '背包'), ('목도리', 'scarf', 'マフラー', '围巾'),
        ('화분', 'planter', '植木鉢', '花盆'), ('시계', 'clock', '時計', '时钟'), ('장갑', 'gloves', '手袋', '手套'),
        ('바구니', 'basket', 'かご', '篮子'), ('촛불', 'candle', 'ろうそく', '蜡烛'), ('거울', 'mirror', '鏡', '镜子'),
        ('연필', 'pencil', '鉛筆', '铅笔'), ('스피커', 'speaker', 'スピーカー', '音箱'), ('스웨터', 'sweater', 'セーター', '毛衣'),
        ('앞치마', 'apron', 'エプロン', '围裙'), ('화병', 'vase', '花瓶', '花瓶')) w(ko, en, ja, zh);
create temporary table bench_look as
    select row_number() over () - 1 as n, * from (values
        ('푸른', 'Blue', '青い', '蓝色'), ('하얀', 'White', '白い', '白色'), ('작은', 'Small', '小さな', '小号'),
        ('둥근', 'Round', '丸い', '圆形'), ('따뜻한', 'Warm', '暖かい', '温暖'), ('가벼운', 'Light', '軽い', '轻便'),
        ('오래된', 'Vintage', '古い', '复古'), ('튼튼한', 'Sturdy', '丈夫な', '结实'), ('부드러운', 'Soft', '柔らかい', '柔软'),
        ('단정한', 'Plain', 'すっきりした', '素净')) w(ko, en, ja, zh);

create temporary table bench_goods as
    select s.tenant, s.place, s.n as seller, g.n, gen_random_uuid() as id,
           (select c.id from bench_category c where c.n = 5 + (g.n * 7 + s.n) % 20) as category,
           w.ko as w_ko, w.en as w_en, w.ja as w_ja, w.zh as w_zh, k.ko as k_ko, k.en as k_en, k.ja as k_ja, k.zh as k_zh
    from bench_seller s
    cross join generate_series(1, 500) g(n)
    join bench_word w on w.n = (g.n + s.n) % 20
    join bench_look k on k.n = (g.n / 20 + s.n) % 10;
insert into goods (id, tenant_id, slug, state, category_id, tax_class, tags, attributes, default_language, created_at,
                   updated_at)
    select id, tenant, 'bench-' || seller || '-' || n, 'on_sale', category, 'standard', '{bench}',
           '{"material": "cotton"}', 'ko', now() - n * interval '1 minute', now()
    from bench_goods;
insert into goods_text (goods_id, tenant_id, language, title, summary, body_html, option_names)
    select g.id, g.tenant, t.language, t.look || ' ' || t.word || ' ' || g.n, t.look || ' ' || t.word,
           '<p>' || repeat(t.look || ' ' || t.word || '. ', 30) || '</p>', array[t.option]
    from bench_goods g
    cross join lateral (values ('ko', k_ko, w_ko, '크기'), ('en', k_en, w_en, 'Size'), ('ja', k_ja, w_ja, 'サイズ'),
                               ('zh', k_zh, w_zh, '尺寸')) t(language, look, word, option);
create temporary table bench_variant as
    select gen_random_uuid() as id, g.id as goods, g.tenant, g.place, g.seller, g.n, v.size, v.i
    from bench_goods g cross join (values ('S', 1), ('M', 2), ('L', 3)) v(size, i);
insert into variant (id, goods_id, tenant_id, sku, position, option_values, weight_grams)
    select id, goods, tenant, 'B-' || seller || '-' || n || '-' || size, i, array[size], 400 from bench_variant;
insert into price (variant_id, tenant_id, currency, amount)
    select id, tenant, c.currency, (10 + n % 90 + i) * c.unit
    from bench_variant cross join (values ('KRW', 1000), ('USD', 80)) c(currency, unit);
insert into price_history (id, variant_id, tenant_id, currency, amount, from_at)
    select gen_random_uuid(), variant_id, tenant_id, currency, amount, now() - interval '60 days' from price
    where tenant_id in (select tenant from bench_seller);
insert into stock (variant_id, place_id, tenant_id, on_hand) select id, place, tenant, 1000000 from bench_variant;
insert into goods_picture (id, goods_id, tenant_id, storage_key, width, height)
    select gen_random_uuid(), id, tenant, 'bench', 800, 800 from bench_goods;

select refresh_shelf(array_agg(id)) from bench_goods group by seller;
reset rialto.shelf;
vacuum analyze;
