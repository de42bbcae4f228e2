package dev.rialto.checkout;

import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes carts and their lines; row-level security keeps other people's out of reach. */
@ApplicationScoped
class CartRows {
    private final Database database;
    private final Clock clock;

    @Inject
    CartRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CartRows() {
        this(null, null);
    }

    /** Where a line stands, with what its own checkout holds. */
    record Place(UUID siteId, UUID variantId, String language, String currency, long held) {}

    int count(Caller caller, UUID site) {
        return database.sql()
                .createQuery("""
                        select coalesce(sum(l.quantity), 0) from cart c join cart_line l on l.cart_id = c.id
                        where c.site_id = :site and c.state = 'open' and %s
                        """.formatted(Baskets.ownedBy(caller)))
                .bind("site", site)
                .mapTo(int.class)
                .one();
    }

    void add(Caller caller, AddToCart command, VariantQuote quote) {
        UUID cart = cartOf(caller, command);
        boolean added = database.sql()
                        .createUpdate("""
                                insert into cart_line as l (id, cart_id, variant_id, quantity, added_at, seen_price, seen_currency)
                                select :id, :cart, :variant, :quantity, :now, :price, :currency
                                where (select count(*) from cart_line where cart_id = :cart and variant_id <> :variant) < :mostLines
                                on conflict (cart_id, variant_id) do update
                                    set quantity = l.quantity + excluded.quantity, seen_price = excluded.seen_price,
                                        seen_currency = excluded.seen_currency
                                    where l.quantity + excluded.quantity <= least(:mostPieces, :available + (
                                        select coalesce(sum(f.quantity), 0) from checkout k
                                        join checkout_line f on f.checkout_id = k.id and f.variant_id = :variant
                                        where k.cart_id = :cart and k.state in ('draft', 'priced', 'paying')
                                          and k.held_until > :now))
                                """)
                        .bind("id", Ids.next())
                        .bind("cart", cart)
                        .bind("variant", command.variantId())
                        .bind("quantity", command.quantity())
                        .bind("now", clock.instant())
                        .bind("price", quote.unitPrice())
                        .bind("currency", quote.currency())
                        .bind("mostLines", Carts.MOST_LINES)
                        .bind("mostPieces", Carts.MOST_PIECES)
                        .bind("available", quote.available())
                        .execute()
                == 1;
        if (!added) {
            throw isIn(cart, command.variantId())
                    ? Carts.wrongQuantity("over_stock", quote.available())
                    : CheckoutError.CART_FULL.now();
        }
    }

    private boolean isIn(UUID cart, UUID variant) {
        return database.sql()
                .select("select exists (select from cart_line where cart_id = ? and variant_id = ?)", cart, variant)
                .mapTo(boolean.class)
                .one();
    }

    /** The open cart, made when there is none; it counts as changed. */
    private UUID cartOf(Caller caller, AddToCart command) {
        Baskets.ownedBy(caller);
        String owner = caller.account() == null
                ? "(site_id, token_hash) where state = 'open' and account_id is null"
                : "(site_id, account_id) where state = 'open' and account_id is not null";
        return database.sql()
                .createQuery("""
                        insert into cart as c (id, site_id, token_hash, account_id, currency, state, created_at, updated_at)
                        values (:id, :site, case when :account::uuid is null then current_token() end, :account, :currency,
                                'open', :now, :now)
                        on conflict %s do update
                            set version = c.version + 1, updated_at = excluded.updated_at, currency = excluded.currency
                        returning id
                        """.formatted(owner))
                .bind("id", Ids.next())
                .bind("site", command.siteId())
                .bind("account", caller.account())
                .bind("currency", command.currency())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
    }

    /** Keeps the code that was typed; false when there is no cart. */
    boolean coupon(Caller caller, UUID site, @Nullable String code) {
        return database.sql()
                        .createUpdate("""
                                update cart c set coupon_code = :code, version = version + 1, updated_at = :now
                                where c.site_id = :site and c.state = 'open' and %s
                                """.formatted(Baskets.ownedBy(caller)))
                        .bind("code", code)
                        .bind("site", site)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    Place place(UUID line) {
        return database.sql()
                .createQuery("""
                        select c.site_id, l.variant_id, coalesce(k.language, 'en') as language, c.currency,
                               coalesce((select sum(f.quantity) from checkout_line f
                                         where f.checkout_id = k.id and f.variant_id = l.variant_id
                                           and k.held_until > :now), 0) as held
                        from cart_line l join cart c on c.id = l.cart_id
                        left join checkout k on k.cart_id = c.id and k.state in ('draft', 'priced', 'paying')
                        where l.id = :line and c.state = 'open'
                        """)
                .bind("line", line)
                .bind("now", clock.instant())
                .mapTo(Place.class)
                .findOne()
                .orElseThrow(() -> CheckoutError.CART_LINE_NOT_FOUND.because("line", "unknown"));
    }

    void change(UUID line, int quantity, VariantQuote quote) {
        touched(database.sql()
                .createUpdate("""
                        with changed as (
                            update cart_line set quantity = :quantity, seen_price = :price, seen_currency = :currency
                            where id = :line returning cart_id)
                        update cart set version = version + 1, updated_at = :now from changed where id = cart_id
                        """)
                .bind("quantity", quantity)
                .bind("price", quote.unitPrice())
                .bind("currency", quote.currency())
                .bind("line", line)
                .bind("now", clock.instant())
                .execute());
    }

    void remove(UUID line) {
        touched(database.sql()
                .createUpdate("""
                        with gone as (delete from cart_line where id = :line returning cart_id)
                        update cart set version = version + 1, updated_at = :now from gone where id = cart_id
                        """)
                .bind("line", line)
                .bind("now", clock.instant())
                .execute());
    }

    private static void touched(int carts) {
        if (carts == 0) {
            throw CheckoutError.CART_LINE_NOT_FOUND.because("line", "unknown");
        }
    }
}
