package dev.rialto.goods;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mall's categories in two levels, managed by the mall's staff (D64). */
@Stateless
@Boundary
public class Categories {
    private static final String SLUG = "[a-z0-9][a-z0-9-]{0,99}";
    private static final int LONGEST_NAME = 100;

    private Database database;
    private Audit audit;
    private ShelfCategories shelf;

    @Inject
    public Categories(Database database, Audit audit, ShelfCategories shelf) {
        this.database = database;
        this.audit = audit;
        this.shelf = shelf;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Categories() {}

    /** All categories in two levels, with how many goods stand on the shelf in each. */
    public List<CategoryNode> tree(Caller caller, String language) {
        return CategoryRow.tree(database.sql()
                .createQuery("""
                        select c.id, c.parent_id, c.slug, coalesce(category_name(c.id, :language), c.slug) as name,
                               c.picture_key, c.position, c.version,
                               (select count(distinct goods_id) from shelf_card x
                                where x.category_id = c.id or x.major_id = c.id) as goods
                        from category c order by c.position, c.slug
                        """)
                .bind("language", language)
                .mapTo(CategoryRow.class)
                .list());
    }

    /**
     * One category as it can be edited.
     *
     * @throws DomainException {@link GoodsError#CATEGORY_NOT_FOUND}
     */
    public CategoryDraft view(Caller caller, UUID id) {
        return database.sql()
                .createQuery("""
                        select c.parent_id, c.slug, c.position, c.picture_key,
                               (select jsonb_object_agg(language, name) from category_text where category_id = c.id)::text as names
                        from category c where c.id = :id
                        """)
                .bind("id", id)
                .mapTo(Stored.class)
                .findOne()
                .orElseThrow(GoodsError.CATEGORY_NOT_FOUND::now)
                .draft();
    }

    /** A category with its names as JSON. */
    record Stored(
            @Nullable UUID parentId,
            String slug,
            int position,
            @Nullable String pictureKey,
            @Nullable String names) {
        CategoryDraft draft() {
            Map<String, String> texts = names == null ? Map.of() : Json.read(names, new TypeReference<>() {});
            return new CategoryDraft(parentId, slug, texts, position, pictureKey);
        }
    }

    /**
     * A new category.
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#INVALID_CATEGORY},
     *     {@link GoodsError#CATEGORY_SLUG_TAKEN}
     */
    public UUID create(Caller caller, CategoryDraft draft) {
        if (idOf(draft.slug()).isPresent()) {
            throw GoodsError.CATEGORY_SLUG_TAKEN.because("slug", "taken");
        }
        return put(caller, draft);
    }

    /**
     * A category under its slug: made when there is none, brought up to date otherwise.
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#INVALID_CATEGORY}
     */
    public UUID put(Caller caller, CategoryDraft draft) {
        Permissions.requireMall(caller);
        Optional<UUID> known = idOf(draft.slug());
        check(draft, known.orElse(null));
        UUID id = known.orElseGet(Ids::next);
        database.sql()
                .createUpdate("""
                        insert into category (id, parent_id, slug, position, picture_key)
                        values (:id, :parent, :slug, :position, :picture)
                        on conflict (id) do update set parent_id = :parent, position = :position, picture_key = :picture,
                            version = category.version + 1
                        """)
                .bind("id", id)
                .bind("parent", draft.parentId())
                .bind("slug", draft.slug())
                .bind("position", draft.position())
                .bind("picture", draft.pictureKey())
                .execute();
        name(caller, id, draft);
        return id;
    }

    /**
     * Changes a category: name, place, slug.
     *
     * @param version as read; another one means somebody changed it meanwhile
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#INVALID_CATEGORY},
     *     {@link GoodsError#CATEGORY_SLUG_TAKEN}, {@link GoodsError#CATEGORY_CHANGED}
     */
    public void update(Caller caller, UUID id, long version, CategoryDraft draft) {
        Permissions.requireMall(caller);
        check(draft, id);
        if (idOf(draft.slug()).filter(other -> !other.equals(id)).isPresent()) {
            throw GoodsError.CATEGORY_SLUG_TAKEN.because("slug", "taken");
        }
        int changed = database.sql()
                .createUpdate("""
                        update category set parent_id = :parent, slug = :slug, position = :position, picture_key = :picture,
                            version = version + 1
                        where id = :id and version = :version
                        """)
                .bind("id", id)
                .bind("version", version)
                .bind("parent", draft.parentId())
                .bind("slug", draft.slug())
                .bind("position", draft.position())
                .bind("picture", draft.pictureKey())
                .execute();
        if (changed == 0) {
            view(caller, id);
            throw GoodsError.CATEGORY_CHANGED.now();
        }
        name(caller, id, draft);
    }

    /**
     * Removes a category that has neither goods nor categories below it.
     *
     * @throws DomainException {@link GoodsError#NOT_ALLOWED}, {@link GoodsError#CATEGORY_NOT_FOUND},
     *     {@link GoodsError#CATEGORY_IN_USE}
     */
    public void delete(Caller caller, UUID id) {
        Permissions.requireMall(caller);
        boolean isUsed = database.sql()
                .createQuery("""
                        select exists (select from goods where category_id = :id)
                            or exists (select from category where parent_id = :id)
                            or exists (select from site_category where category_id = :id)
                        """)
                .bind("id", id)
                .mapTo(boolean.class)
                .one();
        if (isUsed) {
            throw GoodsError.CATEGORY_IN_USE.now();
        }
        if (database.sql().execute("delete from category where id = ?", id) == 0) {
            throw GoodsError.CATEGORY_NOT_FOUND.now();
        }
        audit.record(caller, Audit.Deed.of("category.delete", "category", id));
        shelf.forget();
    }

    private Optional<UUID> idOf(String slug) {
        return database.sql()
                .createQuery("select id from category where slug = :slug")
                .bind("slug", slug)
                .mapTo(UUID.class)
                .findOne();
    }

    private void name(Caller caller, UUID id, CategoryDraft draft) {
        database.sql()
                .execute(
                        "delete from category_text where category_id = ? and not language = any(?)",
                        id,
                        draft.names().keySet().toArray(String[]::new));
        database.sql()
                .createUpdate("""
                        insert into category_text select :id, key, value from jsonb_each_text(:names::jsonb)
                        on conflict (category_id, language) do update set name = excluded.name
                        where category_text.name <> excluded.name
                        """)
                .bind("id", id)
                .bind("names", Json.write(draft.names()))
                .execute();
        audit.record(caller, Audit.Deed.of("category.put", "category", id).changing(null, Json.write(draft.names())));
        shelf.forget();
    }

    private void check(CategoryDraft draft, @Nullable UUID id) {
        Violations violations = new Violations();
        violations.check(draft.slug().matches(SLUG), "slug", "invalid");
        violations.check(!draft.names().isEmpty(), "names", "required");
        draft.names().forEach((language, name) -> violations.text("names." + language, name, LONGEST_NAME));
        if (draft.parentId() != null) {
            violations.check(
                    isFirstLevel(draft.parentId()) && !draft.parentId().equals(id), "parentId", "not_first_level");
            violations.check(id == null || !hasChildren(id), "parentId", "has_categories_below");
        } else {
            violations.check(id == null || !hasGoods(id), "parentId", "has_goods");
        }
        violations.raise(GoodsError.INVALID_CATEGORY);
    }

    private boolean isFirstLevel(UUID id) {
        return asks("select exists (select from category where id = :id and parent_id is null)", id);
    }

    private boolean hasChildren(UUID id) {
        return asks("select exists (select from category where parent_id = :id)", id);
    }

    private boolean hasGoods(UUID id) {
        return asks("select exists (select from goods where category_id = :id)", id);
    }

    private boolean asks(String question, UUID id) {
        return database.sql()
                .createQuery(question)
                .bind("id", id)
                .mapTo(boolean.class)
                .one();
    }
}
