package dev.rialto.goods;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Copies;
import dev.rialto.platform.Reads;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * What shoppers see of goods, at the mall's front and at a storefront: lists, product pages and search, each in two
 * round trips at most.
 */
@Stateless
@Boundary
public class Shelf {
    private static final int LONGEST_TEXT = 100;
    private static final int MOST = 100;

    private Reads reads;
    private Copies copies;
    private Clock clock;
    private GoodsPages pages;
    private ShelfCategories categories;

    @Inject
    public Shelf(Reads reads, Copies copies, Clock clock, GoodsPages pages, ShelfCategories categories) {
        this.reads = reads;
        this.copies = copies;
        this.clock = clock;
        this.pages = pages;
        this.categories = categories;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Shelf() {}

    /**
     * A page of the site's goods, narrowed and sorted as asked (A2, A3). Each card names its seller.
     *
     * @throws DomainException {@link GoodsError#INVALID_GOODS} naming the wrong part of the query
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ShelfPage list(Caller caller, ShelfQuery query) {
        Violations violations = new Violations();
        Narrowing narrowing = Narrowing.of(query.chosen(), violations);
        violations.check(query.limit() >= 1 && query.limit() <= MOST, "limit", "out_of_range", 1, MOST);
        violations.optionalText("text", query.text(), LONGEST_TEXT);
        violations.raise(GoodsError.INVALID_GOODS);
        return copies.of(caller, query, ShelfPage.class, () -> read(caller, query, narrowing))
                .orElseThrow();
    }

    /**
     * Goods that have the words, or, when none has, goods with similar words. Words of two letters are enough in Korean,
     * Japanese and Chinese.
     *
     * @throws DomainException {@link GoodsError#INVALID_GOODS} naming the wrong part of the query
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ShelfPage search(Caller caller, ShelfQuery query) {
        return list(caller, query);
    }

    /** One product by the name in its address; empty when it is not on this site's shelf. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<GoodsView> goods(Caller caller, UUID siteId, String slug, String language, String currency) {
        return pages.page(caller, new GoodsPages.Asked(siteId, slug, language, currency));
    }

    /** The categories with goods on this site's shelf, in two levels; at most five seconds old. */
    public List<CategoryNode> categories(Caller caller, UUID siteId, String language) {
        return categories.tree(siteId, language);
    }

    /** The same from memory, without a transaction; empty when they are not known or no longer fresh. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<List<CategoryNode>> rememberedCategories(Caller caller, UUID siteId, String language) {
        return categories.remembered(siteId, language);
    }

    private Copies.Taken<ShelfPage> read(Caller caller, ShelfQuery query, Narrowing narrowing) {
        ShelfSql sql = new ShelfSql(query, narrowing);
        Consumer<Query> values = statement -> bind(statement, query, narrowing, sql);
        List<CardRow> rows;
        FacetCounts facets = FacetCounts.none();
        if (query.counting() == ShelfQuery.Counting.FACETS) {
            Reads.Both<CardRow, FacetCounts.Row> both =
                    reads.rows(caller, sql.cards(), CardRow.class, sql.facets(), FacetCounts.Row.class, values);
            rows = both.first();
            facets = FacetCounts.of(both.second(), query);
        } else {
            rows = reads.rows(caller, sql.cards(), CardRow.class, values);
        }
        ShelfPage page = page(rows, facets, query, sql);
        // an empty list does not tell whose shelf it is of; whatever changes may fill it
        UUID shelf = rows.isEmpty() ? null : rows.get(0).shelf();
        return new Copies.Taken<>(page, new Copies.Place(null, shelf), rows.size());
    }

    private static void bindCursor(Query statement, Cursor cursor, ShelfQuery.Sort sort) {
        statement.bind("afterId", cursor.id(2));
        switch (sort) {
            case BEST -> statement.bind("after", cursor.decimal(1));
            case NEWEST -> statement.bind("after", cursor.instant(1));
            case PRICE_UP, PRICE_DOWN -> statement.bind("after", cursor.number(1));
        }
    }

    private void bind(Query statement, ShelfQuery query, Narrowing narrowing, ShelfSql sql) {
        statement
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("site", query.siteId())
                .bind("language", query.language())
                .bind("currency", query.currency())
                .bind("category", query.category())
                .bind("text", query.text())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("limit", query.limit() + 1)
                .bindArray("sellers", UUID.class, narrowing.sellers())
                .bindArray("lowest", Long.class, narrowing.lowest())
                .bindArray("highest", Long.class, narrowing.highest());
        int i = 0;
        for (Map.Entry<String, List<String>> option : narrowing.options().entrySet()) {
            statement.bind("key" + i, option.getKey()).bindArray("option" + i, String.class, option.getValue());
            i++;
        }
        if (query.cursor() != null) {
            bindCursor(statement, Cursor.read(query.cursor(), sql.sort().name(), 3), sql.sort());
        }
    }

    private static ShelfPage page(List<CardRow> rows, FacetCounts facets, ShelfQuery query, ShelfSql sql) {
        boolean hasMore = rows.size() > query.limit();
        List<CardRow> shown = hasMore ? rows.subList(0, query.limit()) : rows;
        return new ShelfPage(
                shown.stream().map(CardRow::card).toList(),
                facets.facets(),
                facets.total(),
                sql.searches() && !rows.isEmpty() && rows.get(0).score() < 1,
                hasMore ? shown.get(shown.size() - 1).cursor(sql.sort()).text() : null);
    }

    /** A card with what the next page starts after, and with whose shelf it was read from. */
    record CardRow(
            @Nested GoodsCard card,
            Instant createdAt,
            float score,
            @Nullable UUID shelf) {
        Cursor cursor(ShelfQuery.Sort sort) {
            Object key =
                    switch (sort) {
                        case BEST -> score;
                        case NEWEST -> createdAt;
                        case PRICE_UP, PRICE_DOWN -> card.listPrice();
                    };
            return Cursor.at(sort.name(), key, card.id());
        }
    }
}
