package dev.rialto.channel;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of card stock, written by the mall's own hand, a movement with every change. For those who have checked who may. */
@Stateless
@Boundary
public class CardBook {
    private Database database;
    private Clock clock;

    @Inject
    public CardBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardBook() {}

    /** Ways in which the count of a stock changes between cards and codes. */
    public enum Change {
        /** Free cards become codes. */
        CODED("coded = coded + :quantity", "free >= :quantity"),
        /** Codes that live end, and their cards are free again. */
        VOIDED("coded = coded - :quantity", "coded - used >= :quantity"),
        /** Free cards are set aside for sale in the mall. */
        LISTED("listed = listed + :quantity", "free >= :quantity"),
        /** Cards set aside are free again. */
        UNLISTED("listed = listed - :quantity", "listed >= :quantity"),
        /** Cards set aside become codes. */
        SOLD("listed = listed - :quantity, coded = coded + :quantity", "listed >= :quantity");

        private final String set;
        private final String where;

        Change(String set, String where) {
            this.set = set;
            this.where = where;
        }

        private String kind() {
            return this == SOLD ? "coded" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** So many cards of one product in the hands of one channel. */
    public record Cards(UUID channel, UUID product, long quantity) {}

    /**
     * Changes a stock, all or nothing.
     *
     * @throws dev.rialto.kernel.DomainException {@link ChannelError#CARDS_SHORT}
     */
    public void change(Caller caller, Change change, Cards cards, @Nullable String reference) {
        if (!tryChange(caller, change, cards, reference)) {
            throw ChannelError.CARDS_SHORT.because("quantity", "short");
        }
    }

    /** The same, telling whether there were enough. */
    public boolean tryChange(Caller caller, Change change, Cards cards, @Nullable String reference) {
        return bound(caller, cards, database.sql().createUpdate("""
                        with s as (
                            update card_stock set %s
                            where tenant_id = :channel and product_id = :product and %s returning tenant_id)
                        insert into card_movement (id, tenant_id, product_id, kind, quantity, reference, account_id, at)
                        select :id, tenant_id, :product, :kind, :quantity, :reference, :account, :now from s
                        """.formatted(change.set, change.where)))
                        .bind("kind", change.kind())
                        .bind("reference", reference)
                        .execute()
                == 1;
    }

    private <S extends SqlStatement<S>> S bound(Caller caller, Cards cards, S statement) {
        return statement
                .bindMethods(cards)
                .bind("id", Ids.next())
                .bind("account", caller.account())
                .bind("now", clock.instant());
    }

    /** Books a purchase, once per invoice. */
    public void purchase(Caller caller, UUID channel, CardTrade trade) {
        requireActive(trade.productId());
        if (parent(channel).isPresent()) {
            throw ChannelError.NOT_AT_THE_TOP.now();
        }
        Cards cards = new Cards(channel, trade.productId(), trade.quantity());
        int booked = bound(caller, cards, database.sql().createUpdate("""
                        with m as (
                            insert into card_movement (id, tenant_id, product_id, kind, quantity, unit_minor, currency,
                                                       reference, account_id, at)
                            values (:id, :channel, :product, 'purchase', :quantity, :minor, :currency, :reference, :account,
                                    :now)
                            on conflict (tenant_id, product_id, reference) where kind = 'purchase' do nothing
                            returning tenant_id, product_id, quantity)
                        insert into card_stock as s (tenant_id, product_id, bought)
                        select tenant_id, product_id, quantity from m
                        on conflict (tenant_id, product_id) do update set bought = s.bought + excluded.bought
                        """))
                .bindMethods(trade.unit())
                .bind("reference", trade.reference().strip())
                .execute();
        if (booked == 0) {
            throw ChannelError.INVOICE_BOOKED.because("reference", "taken");
        }
    }

    private void requireActive(UUID product) {
        boolean active = database.sql()
                .createQuery("""
                        select exists (select from card_product p join card_provider v on v.id = p.provider_id
                                       where p.id = :id and p.state = 'active' and v.state = 'active')
                        """)
                .bind("id", product)
                .mapTo(boolean.class)
                .one();
        if (!active) {
            throw ChannelError.PRODUCT_NOT_FOUND.now();
        }
    }

    private Optional<UUID> parent(UUID channel) {
        return database.sql()
                .createQuery("select parent_id from channel where id = :id")
                .bind("id", channel)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .findOne()
                .orElseThrow(ChannelError.CHANNEL_NOT_FOUND::now);
    }

    /** Moves cards from the channel above, if it has so many free and asks this price. */
    public void buyFromAbove(Caller caller, UUID channel, CardTrade trade) {
        UUID above = parent(channel).orElseThrow(ChannelError.NO_PRICE::now);
        requirePrice(above, trade);
        Cards cards = new Cards(channel, trade.productId(), trade.quantity());
        int moved = bound(caller, cards, database.sql().createUpdate("""
                        with s as (
                            update card_stock set passed_on = passed_on + :quantity
                            where tenant_id = :above and product_id = :product and free >= :quantity returning product_id),
                        b as (
                            insert into card_stock as o (tenant_id, product_id, bought)
                            select :channel, product_id, :quantity from s
                            on conflict (tenant_id, product_id) do update set bought = o.bought + excluded.bought)
                        insert into card_movement (id, tenant_id, product_id, kind, quantity, unit_minor, currency, other_id,
                                                   account_id, at)
                        select k.id, k.tenant, :product, k.kind, :quantity, :minor, :currency, k.other, :account, :now
                        from s, (values (:id::uuid, :channel::uuid, 'bought_on', :above::uuid),
                                        (:second::uuid, :above::uuid, 'sold_on', :channel::uuid)) k (id, tenant, kind, other)
                        """))
                .bindMethods(trade.unit())
                .bind("above", above)
                .bind("second", Ids.next())
                .execute();
        if (moved == 0) {
            throw ChannelError.CARDS_SHORT.because("quantity", "short");
        }
    }

    private void requirePrice(UUID above, CardTrade trade) {
        boolean same = database.sql()
                .createQuery("""
                        select unit_minor = :minor and currency = :currency from card_price
                        where tenant_id = :above and product_id = :product for share
                        """)
                .bindMethods(trade.unit())
                .bind("above", above)
                .bind("product", trade.productId())
                .mapTo(boolean.class)
                .findOne()
                .orElseThrow(ChannelError.NO_PRICE::now);
        if (!same) {
            throw ChannelError.CARD_PRICE_CHANGED.because("unit", "changed");
        }
    }

    /** Takes cards out that are gone. */
    public void withdraw(Caller caller, UUID channel, CardTrade trade) {
        Cards cards = new Cards(channel, trade.productId(), trade.quantity());
        int taken = bound(caller, cards, database.sql().createUpdate("""
                        with s as (
                            update card_stock set withdrawn = withdrawn + :quantity
                            where tenant_id = :channel and product_id = :product and remaining >= :quantity
                            returning tenant_id)
                        insert into card_movement (id, tenant_id, product_id, kind, quantity, reference, account_id, at)
                        select :id, tenant_id, :product, 'withdrawn', :quantity, :reference, :account, :now from s
                        """))
                .bind("reference", trade.reference())
                .execute();
        if (taken == 0) {
            throw ChannelError.CARDS_SHORT.because("quantity", "short");
        }
    }
}
