package dev.rialto.goods;

import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes goods and their texts and pictures, one statement a table however many goods there are. */
@ApplicationScoped
class GoodsWriter {
    private final Database database;
    private final Clock clock;
    private final ShelfCategories menu;

    @Inject
    GoodsWriter(Database database, Clock clock, ShelfCategories menu) {
        this.database = database;
        this.clock = clock;
        this.menu = menu;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsWriter() {
        this(null, null, null);
    }

    /** Goods that have passed the checks, with their id. */
    record Checked(
            UUID id, UUID tenantId, String slug, @Nullable String handle, GoodsState state, GoodsDetails details) {}

    /** The shelf is brought up to date once, by {@link #showOnShelf}, and not after every table. */
    void beginWriting() {
        database.sql()
                .createQuery("select set_config('rialto.shelf', 'later', true)")
                .mapTo(String.class)
                .one();
    }

    void showOnShelf(Collection<UUID> goods) {
        database.sql()
                .createQuery("select refresh_shelf(:goods), set_config('rialto.shelf', '', true)")
                .bindArray("goods", UUID.class, goods)
                .map((row, context) -> row.getString(2))
                .one();
        menu.forget();
    }

    void putGoods(List<Checked> goods) {
        List<Map<String, Object>> rows = goods.stream().map(this::row).toList();
        database.sql().createUpdate("""
                        insert into goods (id, tenant_id, slug, import_handle, state, category_id, tax_class, vendor, tags,
                                           attributes, default_language, created_at, updated_at)
                        select id, tenant_id, slug, import_handle, state, category_id, tax_class, vendor, tags, attributes,
                               default_language, created_at, created_at
                        from jsonb_populate_recordset(null::goods, :rows::jsonb)
                        on conflict (id) do update set state = excluded.state, category_id = excluded.category_id,
                            tax_class = excluded.tax_class, vendor = excluded.vendor, tags = excluded.tags,
                            attributes = excluded.attributes, default_language = excluded.default_language,
                            updated_at = excluded.updated_at, version = goods.version + 1
                        """).bind("rows", Json.write(rows)).execute();
    }

    private Map<String, Object> row(Checked goods) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", goods.id());
        row.put("tenant_id", goods.tenantId());
        row.put("slug", goods.slug());
        row.put("import_handle", goods.handle());
        row.put("state", goods.state().stored());
        row.put("category_id", goods.details().categoryId());
        row.put("tax_class", goods.details().taxClass());
        row.put("vendor", goods.details().vendor());
        row.put("tags", goods.details().tags());
        row.put("attributes", goods.details().attributes());
        row.put("default_language", goods.details().defaultLanguage());
        row.put("created_at", clock.instant().toString());
        return row;
    }

    /** Texts in the languages given; those in other languages stay. Descriptions are cleaned here. */
    void putTexts(List<Checked> goods) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Checked one : goods) {
            one.details().texts().forEach((language, text) -> rows.add(textRow(one, language, text)));
        }
        database.sql().createUpdate("""
                        insert into goods_text (goods_id, tenant_id, language, title, summary, body_html, option_names)
                        select goods_id, tenant_id, language, title, summary, body_html, option_names
                        from jsonb_populate_recordset(null::goods_text, :rows::jsonb)
                        on conflict (goods_id, language) do update set title = excluded.title, summary = excluded.summary,
                            body_html = excluded.body_html, option_names = excluded.option_names
                        where (goods_text.title, goods_text.summary, goods_text.body_html, goods_text.option_names)
                            is distinct from (excluded.title, excluded.summary, excluded.body_html, excluded.option_names)
                        """).bind("rows", Json.write(rows)).execute();
    }

    /** A text as it is stored. */
    static GoodsDetails.Text stored(GoodsDetails.Text text) {
        return new GoodsDetails.Text(
                plain(text.title()),
                plain(text.summary()),
                BodyHtml.clean(text.bodyHtml()),
                text.optionNames().stream().map(GoodsWriter::plain).toList());
    }

    private static Map<String, Object> textRow(Checked goods, String language, GoodsDetails.Text given) {
        GoodsDetails.Text text = stored(given);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("goods_id", goods.id());
        row.put("tenant_id", goods.tenantId());
        row.put("language", language);
        row.put("title", text.title());
        row.put("summary", text.summary());
        row.put("body_html", text.bodyHtml());
        row.put("option_names", text.optionNames());
        return row;
    }

    /** Text without control characters, which no page and no database text can hold. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    void dropOtherTexts(UUID goods, Collection<String> languages) {
        database.sql()
                .createUpdate("delete from goods_text where goods_id = :goods and language <> all(:languages)")
                .bind("goods", goods)
                .bindArray("languages", String.class, languages)
                .execute();
    }

    /** All pictures of these goods, in the order of their lists. */
    void putPictures(Map<Checked, List<PictureSpec>> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        pictures.forEach((goods, list) -> {
            for (int i = 0; i < list.size(); i++) {
                rows.add(pictureRow(goods, list.get(i), i));
            }
        });
        database.sql()
                .createUpdate("delete from goods_picture where goods_id = any(:goods)")
                .bindArray(
                        "goods",
                        UUID.class,
                        pictures.keySet().stream().map(Checked::id).toList())
                .execute();
        database.sql().createUpdate("""
                        insert into goods_picture (id, goods_id, tenant_id, position, storage_key, width, height, alt)
                        select gen_random_uuid(), goods_id, tenant_id, position, storage_key, width, height, alt
                        from jsonb_populate_recordset(null::goods_picture, :rows::jsonb)
                        """).bind("rows", Json.write(rows)).execute();
    }

    private static Map<String, Object> pictureRow(Checked goods, PictureSpec picture, int position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("goods_id", goods.id());
        row.put("tenant_id", goods.tenantId());
        row.put("position", position);
        row.put("storage_key", picture.picture().key());
        row.put("width", picture.picture().width());
        row.put("height", picture.picture().height());
        row.put("alt", picture.alt());
        return row;
    }
}
