package dev.rialto.assortment;

import dev.rialto.goods.GoodsState;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads goods and their prices as a change of many needs them, in one statement. */
@ApplicationScoped
class BulkRows {
    private final Database database;

    @Inject
    BulkRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BulkRows() {
        this.database = null;
    }

    /** One variant of goods; the goods' own columns are the same in all its lines. */
    record Row(
            UUID goodsId,
            String title,
            GoodsState state,
            long version,
            UUID categoryId,
            String categoryName,
            @Nullable UUID variantId,
            List<String> optionValues,
            @Nullable Long amount,
            @Nullable Long compareAt) {}

    /** The goods of a change, kept from others until the end of the transaction. */
    List<Row> of(BulkChange change, String language) {
        database.sql()
                .createQuery("select id from goods where id = any(:goods) order by id for no key update")
                .bindArray("goods", UUID.class, change.goods())
                .mapTo(UUID.class)
                .list();
        return database.sql()
                .createQuery("""
                        select g.id as goods_id, t.title, upper(g.state) as state, g.version, g.category_id,
                               coalesce(category_name(g.category_id, :language), '') as category_name,
                               v.id as variant_id, coalesce(v.option_values, '{}') as option_values, p.amount, p.compare_at
                        from goods g
                        join lateral (select title from goods_text where goods_id = g.id
                                      order by language = :language desc, language = g.default_language desc limit 1) t on true
                        left join variant v on v.goods_id = g.id and v.state = 'active'
                        left join price p on p.variant_id = v.id and p.currency = :currency
                        where g.id = any(:goods) and g.state <> 'deleted'
                        order by g.created_at desc, g.id, v.position, v.id
                        """)
                .bind("language", language)
                .bind("currency", change.currency())
                .bindArray("goods", UUID.class, change.goods())
                .mapTo(Row.class)
                .list();
    }

    /** A category's name; empty when there is none of the second level. */
    String category(UUID id, String language) {
        return database.sql()
                .createQuery("""
                        select coalesce(category_name(id, :language), slug) from category
                        where id = :id and parent_id is not null
                        """)
                .bind("id", id)
                .bind("language", language)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }
}
