package dev.rialto.finding;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names that goods have and had in addresses. */
@Stateless
@Boundary
public class GoodsAddresses {
    private static final int LONGEST = 100;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public GoodsAddresses(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsAddresses() {}

    /** The present name of goods on the shelf that had this one before; empty when none had. */
    public Optional<String> movedTo(Caller caller, String slug) {
        return database.sql()
                .createQuery("""
                        select g.slug from former_slug f join goods g on g.id = f.goods_id and g.state = 'on_sale'
                        where f.slug = :slug
                        """)
                .bind("slug", slug)
                .mapTo(String.class)
                .findOne();
    }

    /** The present name of the category that had this one before or took over what had it; empty when none did. */
    public Optional<String> categoryMovedTo(Caller caller, String slug) {
        return database.sql()
                .createQuery("""
                        select c.slug from former_category_slug f join category c on c.id = f.category_id
                        where f.slug = :slug
                        """)
                .bind("slug", slug)
                .mapTo(String.class)
                .findOne();
    }

    /** The names that goods had before, the latest first. */
    public List<String> former(Caller caller, UUID goods) {
        return database.sql()
                .createQuery("select slug from former_slug where goods_id = :goods order by until_at desc limit 50")
                .bind("goods", goods)
                .mapTo(String.class)
                .list();
    }

    /**
     * Gives goods another name in addresses; the former one leads on to it.
     *
     * @throws DomainException {@link AddressError#INVALID_SLUG}, {@link AddressError#SLUG_TAKEN},
     *     {@link AddressError#GOODS_UNKNOWN}, also for another seller's
     */
    public void rename(Caller caller, UUID goods, String slug) {
        Permissions.require(caller, Permissions.GOODS_EDIT);
        String name = slug.strip();
        new Violations()
                .text("slug", name, LONGEST)
                .check(name.isEmpty() || FORM.matcher(name).matches(), "slug", "slug_form")
                .raise(AddressError.INVALID_SLUG);
        String before = database.sql()
                .select("select slug from goods where id = ? for update", goods)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(AddressError.GOODS_UNKNOWN::now);
        if (before.equals(name)) {
            return;
        }
        requireFree(goods, name);
        database.sql().execute("update goods set slug = ?, updated_at = ? where id = ?", name, clock.instant(), goods);
        audit.record(
                caller,
                Audit.Deed.of("goods.rename", "goods", goods)
                        .changing(Json.write(Map.of("slug", before)), Json.write(Map.of("slug", name))));
    }

    /** Its own former name it may have again. */
    private void requireFree(UUID goods, String name) {
        boolean taken = database.sql()
                .createQuery("""
                        select exists (select from taken_slugs(array[:slug]))
                           and not exists (select from former_slug f where f.slug = :slug and f.goods_id = :goods)
                        """)
                .bind("slug", name)
                .bind("goods", goods)
                .mapTo(boolean.class)
                .one();
        if (taken) {
            throw AddressError.SLUG_TAKEN.because("slug", "taken");
        }
    }
}
