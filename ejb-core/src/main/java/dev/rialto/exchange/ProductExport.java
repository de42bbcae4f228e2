package dev.rialto.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsFilter;
import dev.rialto.goods.GoodsRow;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes goods in the form in which they are imported; importing the file again finds every product it names. */
@Stateless
@Boundary
public class ProductExport {
    private static final int STEP = 200;
    private static final int MOST = 10_000;

    private Database database;
    private GoodsEditor editor;
    private Settings settings;

    @Inject
    public ProductExport(Database database, GoodsEditor editor, Settings settings) {
        this.database = database;
        this.editor = editor;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ProductExport() {}

    /** One product with its variants and pictures as JSON. */
    record Row(
            String handle,
            String title,
            String bodyHtml,
            @Nullable String vendor,
            String category,
            List<String> tags,
            String state,
            String taxClass,
            String language,
            List<String> optionNames,
            String variants,
            String pictures) {}

    /** A variant as it stands in {@link Row}. */
    record Variant(
            List<String> values,
            @Nullable String sku,
            int grams,
            long pieces,
            @Nullable String barcode,
            @Nullable String currency,
            @Nullable Long amount,
            @Nullable Long compareAt) {}

    /** A picture as it stands in {@link Row}. */
    record Picture(String key, String alt) {}

    /** An empty file with one example, to begin from. */
    public byte[] template(Caller caller) {
        ProductSheet sheet = new ProductSheet();
        Map<ProductColumn, String> example = new EnumMap<>(ProductColumn.class);
        example.put(ProductColumn.HANDLE, "linen-towel");
        example.put(ProductColumn.TITLE, "Linen towel");
        example.put(ProductColumn.BODY, "<p>Washed linen, 50 × 70 cm.</p>");
        example.put(ProductColumn.PUBLISHED, "FALSE");
        example.put(ProductColumn.OPTION1_NAME, "Colour");
        example.put(ProductColumn.OPTION1_VALUE, "Natural");
        example.put(ProductColumn.SKU, "TOWEL-NAT");
        example.put(ProductColumn.GRAMS, "180");
        example.put(ProductColumn.QUANTITY, "12");
        example.put(ProductColumn.PRICE, "19");
        example.put(ProductColumn.STATUS, "draft");
        sheet.add(example);
        return sheet.text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The goods of a filter, ten thousand at most; each in its own first language. Prices are in the filter's currency,
     * or where there is none in it, in one in which there is.
     *
     * @throws dev.rialto.kernel.DomainException the seller's {@code not_permitted}
     */
    public byte[] file(Caller caller, GoodsFilter filter) {
        Permissions.require(caller, Permissions.GOODS_VIEW);
        String pictures = settings.address(settings.mallHost(), "/pictures/");
        ProductSheet sheet = new ProductSheet();
        int written = 0;
        String cursor = null;
        do {
            Page<GoodsRow> page = editor.list(caller, at(filter, cursor));
            for (Row row : rows(page.items().stream().map(GoodsRow::id).toList(), filter.currency())) {
                write(sheet, row, pictures);
            }
            written += page.items().size();
            cursor = page.next();
        } while (cursor != null && written < MOST);
        return sheet.text().getBytes(StandardCharsets.UTF_8);
    }

    private static GoodsFilter at(GoodsFilter filter, @Nullable String cursor) {
        return new GoodsFilter(
                filter.tenantId(),
                filter.siteId(),
                filter.text(),
                filter.state(),
                filter.categoryId(),
                filter.language(),
                filter.currency(),
                cursor,
                STEP);
    }

    private List<Row> rows(List<UUID> goods, String currency) {
        return database.sql()
                .createQuery("""
                        select coalesce(g.import_handle, g.slug) as handle, t.title, t.body_html, g.vendor, c.slug as category,
                               g.tags, g.state, g.tax_class, g.default_language as language, t.option_names,
                               (select coalesce(jsonb_agg(jsonb_build_object('values', v.option_values, 'sku', v.sku,
                                           'grams', v.weight_grams, 'barcode', v.barcode, 'amount', p.amount,
                                           'currency', p.currency, 'compareAt', p.compare_at,
                                           'pieces', coalesce((select sum(on_hand) from stock s where s.variant_id = v.id), 0))
                                       order by v.position, v.id), '[]')::text
                                from variant v left join lateral (
                                    select currency, amount, compare_at from price where variant_id = v.id
                                    order by currency <> :currency, currency limit 1) p on true
                                where v.goods_id = g.id and v.state = 'active') as variants,
                               (select coalesce(jsonb_agg(jsonb_build_object('key', i.storage_key,
                                           'alt', coalesce(i.alt ->> g.default_language, '')) order by i.position, i.id),
                                       '[]')::text
                                from goods_picture i where i.goods_id = g.id) as pictures
                        from unnest(:goods) with ordinality w(id, place)
                        join goods g on g.id = w.id
                        join category c on c.id = g.category_id
                        join goods_text t on t.goods_id = g.id and t.language = g.default_language
                        order by w.place
                        """)
                .bindArray("goods", UUID.class, goods)
                .bind("currency", currency)
                .mapTo(Row.class)
                .list();
    }

    /** A line for each variant; pictures stand beside them, and on lines of their own when there are more. */
    private static void write(ProductSheet sheet, Row row, String address) {
        List<Variant> variants = Json.read(row.variants(), new TypeReference<>() {});
        List<Picture> pictures = Json.read(row.pictures(), new TypeReference<>() {});
        int lines = Math.max(1, Math.max(variants.size(), pictures.size()));
        for (int i = 0; i < lines; i++) {
            Map<ProductColumn, String> cells = new EnumMap<>(ProductColumn.class);
            cells.put(ProductColumn.HANDLE, row.handle());
            if (i == 0) {
                head(cells, row);
            }
            if (i < variants.size()) {
                variant(cells, variants.get(i), row);
            }
            if (i < pictures.size()) {
                cells.put(ProductColumn.PICTURE, address + pictures.get(i).key() + "-1600.jpg");
                cells.put(ProductColumn.PICTURE_ALT, pictures.get(i).alt());
            }
            sheet.add(cells);
        }
    }

    private static void head(Map<ProductColumn, String> cells, Row row) {
        cells.put(ProductColumn.TITLE, row.title());
        cells.put(ProductColumn.BODY, row.bodyHtml());
        cells.put(ProductColumn.VENDOR, row.vendor() == null ? "" : row.vendor());
        cells.put(ProductColumn.TYPE, row.category());
        cells.put(ProductColumn.TAGS, String.join(", ", row.tags()));
        cells.put(ProductColumn.PUBLISHED, row.state().equals("on_sale") ? "TRUE" : "FALSE");
        cells.put(ProductColumn.STATUS, status(row.state()));
        cells.put(ProductColumn.TAX_CLASS, row.taxClass());
        cells.put(ProductColumn.LANGUAGE, row.language());
        List<ProductColumn> names =
                List.of(ProductColumn.OPTION1_NAME, ProductColumn.OPTION2_NAME, ProductColumn.OPTION3_NAME);
        List<String> options = new ArrayList<>(row.optionNames());
        if (options.isEmpty()) {
            options.add("Title");
        }
        for (int i = 0; i < Math.min(names.size(), options.size()); i++) {
            cells.put(names.get(i), options.get(i));
        }
    }

    private static String status(String state) {
        return switch (state) {
            case "on_sale" -> "active";
            case "draft" -> "draft";
            default -> "archived";
        };
    }

    private static void variant(Map<ProductColumn, String> cells, Variant variant, Row row) {
        List<ProductColumn> values =
                List.of(ProductColumn.OPTION1_VALUE, ProductColumn.OPTION2_VALUE, ProductColumn.OPTION3_VALUE);
        List<String> options = row.optionNames().isEmpty() ? List.of("Default Title") : variant.values();
        for (int i = 0; i < Math.min(values.size(), options.size()); i++) {
            cells.put(values.get(i), options.get(i));
        }
        cells.put(ProductColumn.SKU, variant.sku() == null ? "" : variant.sku());
        cells.put(ProductColumn.GRAMS, String.valueOf(variant.grams()));
        cells.put(ProductColumn.QUANTITY, String.valueOf(variant.pieces()));
        String currency = variant.currency();
        if (currency != null) {
            cells.put(ProductColumn.CURRENCY, currency);
            cells.put(ProductColumn.PRICE, plain(variant.amount(), currency));
            cells.put(ProductColumn.COMPARE_AT, plain(variant.compareAt(), currency));
        }
        cells.put(ProductColumn.BARCODE, variant.barcode() == null ? "" : variant.barcode());
    }

    private static String plain(@Nullable Long minor, String currency) {
        return minor == null ? "" : new Money(minor, currency).toDecimal().toPlainString();
    }
}
