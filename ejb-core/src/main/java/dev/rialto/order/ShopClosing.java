package dev.rialto.order;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.StorefrontDesk;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Ends a shop for good once nobody waits for anything from it (D57, D58). */
@Stateless
@Boundary
public class ShopClosing {
    private Database database;
    private StorefrontDesk desk;

    @Inject
    public ShopClosing(Database database, StorefrontDesk desk) {
        this.database = database;
        this.desk = desk;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ShopClosing() {}

    /** How many orders and payments of the shop are still on their way. */
    public long openOrders(Caller caller, UUID site) {
        Permissions.require(caller, Permissions.SITE_APPROVE);
        return database.sql()
                .createQuery("""
                        select (select count(distinct p.id) from purchase p join sub_order o on o.order_id = p.id
                                where p.site_id = :site
                                  and o.state in ('awaiting_deposit', 'to_ship', 'partly_shipped', 'shipped'))
                             + (select count(*) from checkout c where c.site_id = :site and c.state = 'paying')
                        """)
                .bind("site", site)
                .mapTo(long.class)
                .one();
    }

    /**
     * Ends a shop: shoppers find it closed and its goods gone from it; its orders stay readable.
     *
     * @param reason kept with who and when
     * @throws DomainException {@link OrderError#SHOP_HAS_OPEN_ORDERS}; the seller's {@code site_state},
     *     {@code invalid_site}, {@code not_permitted}
     */
    public void close(Caller caller, UUID site, String reason) {
        // an order that is being written waits for this row, and then finds the shop closed
        database.sql()
                .select("select id from site where id = ? for update", site)
                .mapTo(UUID.class)
                .findOne();
        long open = openOrders(caller, site);
        if (open > 0) {
            throw OrderError.SHOP_HAS_OPEN_ORDERS.because("orders", String.valueOf(open));
        }
        desk.close(caller, site, reason);
    }
}
