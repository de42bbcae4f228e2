package dev.rialto.checkout;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reminds members, who agreed to mail, of a cart they left lying. */
@Stateless
@Boundary
public class AbandonedCarts {
    /** What lies longer is forgotten: nobody is mailed about last year's cart. */
    private static final Duration FORGOTTEN = Duration.ofDays(14);

    private Database database;
    private AbandonedLetter letter;
    private CheckoutSettings settings;
    private Clock clock;

    @Inject
    public AbandonedCarts(Database database, AbandonedLetter letter, CheckoutSettings settings, Clock clock) {
        this.database = database;
        this.letter = letter;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AbandonedCarts() {}

    /** A cart and whom it belongs to. */
    record Left(
            UUID cartId,
            UUID accountId,
            UUID siteId,
            String currency,
            String language,
            String email,
            String name,
            List<UUID> variants) {}

    /**
     * Writes one mail for each cart that nobody has touched for the time set. A cart is marked in the transaction of its
     * mail, so that another process, or another turn, does not write again until an order came of it.
     *
     * @param caller a worker
     * @return how many carts were looked at
     */
    public int remind(Caller caller, int limit) {
        List<Left> found = claim(limit);
        found.forEach(cart -> letter.send(caller, cart));
        return found.size();
    }

    private List<Left> claim(int limit) {
        Instant now = clock.instant();
        return database.sql()
                .createQuery("""
                        with left_lying as (
                            select c.id from cart c join account a on a.id = c.account_id and a.state = 'active'
                            where c.state = 'open' and c.updated_at <= :since and c.updated_at > :forgotten
                              and exists (select from cart_line l where l.cart_id = c.id)
                              and (c.reminded_at is null or exists (
                                    select from checkout k where k.cart_id = c.id and k.state = 'ordered'
                                       and k.updated_at > c.reminded_at))
                              and (select n.given from consent n where n.account_id = c.account_id and n.kind = 'marketing'
                                   order by n.at desc, n.id desc limit 1)
                            order by c.updated_at limit :limit for update of c skip locked)
                        update cart c set reminded_at = :now
                        from left_lying l, person p
                        where c.id = l.id and p.account_id = c.account_id
                        returning c.id as cart_id, c.account_id, c.site_id, c.currency, p.language, p.email, p.name,
                            array(select v.variant_id from cart_line v where v.cart_id = c.id order by v.added_at, v.id)
                                as variants
                        """)
                .bind("since", now.minus(settings.abandonedAfter()))
                .bind("forgotten", now.minus(settings.abandonedAfter()).minus(FORGOTTEN))
                .bind("limit", limit)
                .bind("now", now)
                .mapTo(Left.class)
                .list();
    }
}
