package dev.rialto.assortment;

import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryDraft;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders the tree of categories and merges two into one (D64). */
@Stateless
@Boundary
public class CategoryCare {
    private Database database;
    private Categories categories;
    private Audit audit;

    @Inject
    public CategoryCare(Database database, Categories categories, Audit audit) {
        this.database = database;
        this.categories = categories;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CategoryCare() {}

    /** Which way a category goes among those beside it. */
    public enum Way {
        UP(-1),
        DOWN(1);

        private final int step;

        Way(int step) {
            this.step = step;
        }
    }

    /**
     * Moves a category one place among those under the same one; at the end it stays.
     *
     * @throws DomainException {@code category_not_found}, {@code not_permitted}
     */
    public void move(Caller caller, UUID category, Way way) {
        Permissions.require(caller, Permissions.CATEGORY_EDIT);
        @Nullable UUID parent = categories.view(caller, category).parentId();
        List<UUID> beside = database.sql()
                .createQuery("""
                        select id from category where parent_id is not distinct from :parent::uuid
                        order by position, slug for update
                        """)
                .bind("parent", parent)
                .mapTo(UUID.class)
                .list();
        int from = beside.indexOf(category);
        int to = from + way.step;
        if (to >= 0 && to < beside.size()) {
            Collections.swap(beside, from, to);
            place(caller, category, beside);
        }
    }

    private void place(Caller caller, UUID moved, List<UUID> order) {
        database.sql().createUpdate("""
                        update category c set position = n.place, version = version + 1
                        from unnest(:order) with ordinality n(id, place)
                        where c.id = n.id and c.position <> n.place
                        """).bindArray("order", UUID.class, order).execute();
        audit.record(caller, Audit.Deed.of("category.move", "category", moved));
        // writing it once more makes every unit forget the former order
        categories.put(caller, categories.view(caller, moved));
    }

    /**
     * Merges a category into another of its level: goods, categories below it and shops that show it go along, and it is
     * gone.
     *
     * @throws DomainException {@link AssortmentError#INVALID_MERGE}; {@code category_not_found}, {@code not_permitted}
     */
    public void merge(Caller caller, UUID from, UUID into) {
        Permissions.require(caller, Permissions.CATEGORY_EDIT);
        CategoryDraft gone = categories.view(caller, from);
        CategoryDraft stays = categories.view(caller, into);
        boolean sameLevel = (gone.parentId() == null) == (stays.parentId() == null);
        if (from.equals(into) || !sameLevel || Objects.equals(gone.parentId(), into)) {
            throw AssortmentError.INVALID_MERGE.because("into", "other_level");
        }
        takeAlong(from, into);
        sendOn(from, gone.slug(), into);
        audit.record(
                caller,
                Audit.Deed.of("category.merge", "category", into)
                        .changing(Json.write(Map.of("slug", gone.slug())), Json.write(Map.of("slug", stays.slug()))));
        categories.delete(caller, from);
    }

    /** The addresses of what is gone, its former ones too, lead to what stays. */
    private void sendOn(UUID from, String slug, UUID into) {
        database.sql().execute("update former_category_slug set category_id = ? where category_id = ?", into, from);
        database.sql().execute("""
                        insert into former_category_slug (slug, category_id, until_at) values (?, ?, mall_now())
                        on conflict (slug) do update set category_id = excluded.category_id, until_at = excluded.until_at
                        """, slug, into);
    }

    private void takeAlong(UUID from, UUID into) {
        database.sql()
                .execute("update category set parent_id = ?, version = version + 1 where parent_id = ?", into, from);
        database.sql()
                .execute("update goods set category_id = ?, version = version + 1 where category_id = ?", into, from);
        database.sql().execute("""
                        insert into site_category (site_id, category_id, tenant_id)
                        select site_id, ?, tenant_id from site_category where category_id = ? on conflict do nothing
                        """, into, from);
        database.sql().execute("delete from site_category where category_id = ?", from);
        database.sql()
                .execute(
                        "update storefront_application set category_ids = array_replace(category_ids, ?, ?)"
                                + " where state = 'submitted' and ? = any(category_ids)",
                        from,
                        into,
                        from);
    }
}
