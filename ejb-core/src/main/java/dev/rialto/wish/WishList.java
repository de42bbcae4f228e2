package dev.rialto.wish;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The wish list of the member who is signed in, one for each site. */
@Stateless
@Boundary
public class WishList {
    /** Goods on one list. */
    public static final int MOST = 300;

    private Database database;
    private WishBook book;
    private Clock clock;

    @Inject
    public WishList(Database database, WishBook book, Clock clock) {
        this.database = database;
        this.book = book;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected WishList() {}

    /**
     * Puts goods on the list; twice is as good as once.
     *
     * @throws DomainException {@link WishError#WISH_NOT_FOUND} for goods that are not on sale here,
     *     {@link WishError#WISHES_FULL}, {@link WishError#WISHES_SIGN_IN}
     */
    public void add(Caller caller, UUID siteId, UUID goodsId) {
        UUID account = member(caller);
        requireShown(siteId, goodsId);
        int added = database.sql()
                .createUpdate("""
                        insert into wish (id, account_id, site_id, goods_id, added_at)
                        select gen_random_uuid(), :account, :site, :goods, :now
                        where (select count(*) from wish where account_id = :account and site_id = :site) < :most
                        on conflict (account_id, site_id, goods_id) do nothing
                        """)
                .bind("account", account)
                .bind("site", siteId)
                .bind("goods", goodsId)
                .bind("now", clock.instant())
                .bind("most", MOST)
                .execute();
        if (added == 0 && !isOn(siteId, goodsId)) {
            throw WishError.WISHES_FULL.now();
        }
    }

    private static UUID member(Caller caller) {
        return caller.signedIn().orElseThrow(WishError.WISHES_SIGN_IN::now);
    }

    /** A storefront shows its seller's goods, the mall all. */
    private void requireShown(UUID siteId, UUID goodsId) {
        boolean isShown = database.sql()
                .createQuery("""
                        select exists (
                            select from site s join goods g on g.id = :goods and g.state = 'on_sale' and g.seller_active
                            where s.id = :site and (s.tenant_id is null or s.tenant_id = g.tenant_id))
                        """)
                .bind("site", siteId)
                .bind("goods", goodsId)
                .mapTo(boolean.class)
                .one();
        if (!isShown) {
            throw WishError.WISH_NOT_FOUND.now();
        }
    }

    private boolean isOn(UUID siteId, UUID goodsId) {
        return database.sql()
                .select("select 1 from wish where site_id = ? and goods_id = ?", siteId, goodsId)
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    /** Takes goods off the list; nothing happens when they are not on it. */
    public void remove(Caller caller, UUID siteId, UUID goodsId) {
        database.sql()
                .execute(
                        "delete from wish where account_id = ? and site_id = ? and goods_id = ?",
                        member(caller),
                        siteId,
                        goodsId);
    }

    /** The list as of now, the latest first; one statement. */
    public List<WishView> list(Caller caller, WishPlace place) {
        return book.ofMember(caller.asWorker(), member(caller), place);
    }
}
