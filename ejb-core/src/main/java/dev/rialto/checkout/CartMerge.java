package dev.rialto.checkout;

import dev.rialto.kernel.Ids;
import dev.rialto.membership.SignedInEvent;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Brings the browser's cart and what was typed in its checkout to the account that signs in (D41). */
@ApplicationScoped
class CartMerge {
    private final Database database;
    private final Clock clock;

    @Inject
    CartMerge(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CartMerge() {
        this(null, null);
    }

    /** In the transaction of the sign-in, with the worker's rights. */
    void onSignIn(@Observes SignedInEvent event) {
        if (event.oldToken() == null) {
            return;
        }
        database.sql()
                .createQuery("""
                        update cart set state = 'merged', version = version + 1, updated_at = :now
                        where site_id = :site and token_hash = :token and account_id is null and state = 'open'
                        returning id
                        """)
                .bind("site", event.siteId())
                .bind("token", Tokens.hash(event.oldToken()))
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .findOne()
                .ifPresent(guest -> merge(guest, event));
    }

    private void merge(UUID guest, SignedInEvent event) {
        UUID member = cartOf(guest, event);
        takeOverCheckout(guest, member, event.accountId());
        moveLines(guest, member);
    }

    /** Of goods in both carts the larger number stays, as many as can be had; what the checkout holds counts as such. */
    private void moveLines(UUID guest, UUID member) {
        database.sql()
                .createUpdate("""
                        with moved as (delete from cart_line where cart_id = :guest returning *),
                        free as (
                            select m.variant_id,
                                   coalesce((select sum(s.available) from stock s where s.variant_id = m.variant_id), 0)
                                   + coalesce((select sum(h.quantity) from stock_hold h join checkout k on k.id = h.checkout_id
                                        where h.variant_id = m.variant_id and h.state = 'held' and k.cart_id = :member
                                          and k.state in ('draft', 'priced', 'paying')), 0) as pieces
                            from moved m)
                        insert into cart_line as l (id, cart_id, variant_id, quantity, added_at, seen_price, seen_currency)
                        select id, :member, variant_id, quantity, added_at, seen_price, seen_currency from moved
                        on conflict (cart_id, variant_id) do update
                            set quantity = greatest(1, least(greatest(l.quantity, excluded.quantity), :most,
                                    (select f.pieces from free f where f.variant_id = excluded.variant_id)))
                        """)
                .bind("guest", guest)
                .bind("member", member)
                .bind("most", Carts.MOST_PIECES)
                .execute();
    }

    private UUID cartOf(UUID guest, SignedInEvent event) {
        return database.sql()
                .createQuery("""
                        insert into cart as c (id, site_id, account_id, currency, state, created_at, updated_at)
                        select :id, site_id, :account, currency, 'open', :now, :now from cart where id = :guest
                        on conflict (site_id, account_id) where state = 'open' and account_id is not null
                            do update set version = c.version + 1, updated_at = excluded.updated_at
                        returning id
                        """)
                .bind("id", Ids.next())
                .bind("account", event.accountId())
                .bind("guest", guest)
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
    }

    /** What the guest typed is the newest; a price frozen for the guest's cart is open again. */
    private void takeOverCheckout(UUID guest, UUID member, UUID account) {
        database.sql()
                .createUpdate("""
                        update checkout set state = 'abandoned', version = version + 1, updated_at = :now
                        where cart_id = :member and state in ('draft', 'priced')
                          and exists (select from checkout where cart_id = :guest and state in ('draft', 'priced', 'paying'))
                        """)
                .bind("member", member)
                .bind("guest", guest)
                .bind("now", clock.instant())
                .execute();
        database.sql()
                .createUpdate("""
                        update checkout g set cart_id = :member, account_id = :account, token_hash = null,
                            cart_version = null, updated_at = :now, version = version + 1
                        where cart_id = :guest and state in ('draft', 'priced', 'paying')
                          and not exists (select from checkout m where m.cart_id = :member and m.state in ('draft', 'priced', 'paying'))
                        """)
                .bind("member", member)
                .bind("account", account)
                .bind("guest", guest)
                .bind("now", clock.instant())
                .execute();
    }
}
