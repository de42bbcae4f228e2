package dev.rialto.design;

import dev.rialto.goods.GoodsView;
import dev.rialto.goods.Shelf;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Shows goods that are not on sale exactly as the shop would show them (D60). */
@Stateless
@Boundary
public class DraftGoods {
    private Database database;
    private Shelf shelf;

    @Inject
    public DraftGoods(Database database, Shelf shelf) {
        this.database = database;
        this.shelf = shelf;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DraftGoods() {}

    /**
     * Goods by their name in the address, as one site shows them.
     *
     * @param goods only these; null for any that the site would show
     */
    public record Wanted(
            UUID site,
            String slug,
            String language,
            String currency,
            @Nullable UUID goods) {}

    /**
     * The page of goods as if they were on sale: they are put on the shelf, read by the shoppers' own way, and all of it
     * is taken back.
     *
     * @param worker whoever asks has shown a pass to the site's draft
     */
    public Optional<GoodsView> shown(Caller worker, Wanted wanted) {
        Handle sql = database.sql();
        sql.execute("savepoint draft");
        try {
            int put = sql.createUpdate("""
                            update goods g set state = 'on_sale'
                            where g.slug = :slug and g.state in ('draft', 'withdrawn')
                              and (:goods::uuid is null or g.id = :goods)
                              and exists (select from site s where s.id = :site
                                                              and (s.kind = 'mall' or s.tenant_id = g.tenant_id))
                            """)
                    .bind("slug", wanted.slug())
                    .bind("site", wanted.site())
                    .bind("goods", wanted.goods())
                    .execute();
            return put == 0
                    ? Optional.empty()
                    : shelf.goods(
                            Caller.anonymous(Ids.next().toString()),
                            wanted.site(),
                            wanted.slug(),
                            wanted.language(),
                            wanted.currency());
        } finally {
            sql.execute("rollback to savepoint draft");
        }
    }
}
