package dev.rialto.channel;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cards bought, passed on and withdrawn, and how many there are (E13, E16, E18). */
@Stateless
@Boundary
public class CardStock {
    private static final long MOST_CARDS = 10_000_000;
    private static final int MOST_ROWS = 5000;

    private Database database;
    private CardBook book;
    private Audit audit;
    private Clock clock;

    @Inject
    public CardStock(Database database, CardBook book, Audit audit, Clock clock) {
        this.database = database;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardStock() {}

    /** The price of a card for those directly below a channel. */
    public record Price(UUID productId, Money unit) {}

    /**
     * Books cards bought from the provider, at what its invoice says (E16).
     *
     * @throws DomainException {@link ChannelError#INVALID_TRADE} naming the fields, {@link ChannelError#NOT_AT_THE_TOP},
     *     {@link ChannelError#INVOICE_BOOKED}, {@link ChannelError#PRODUCT_NOT_FOUND}
     */
    public void purchase(Caller caller, CardTrade trade) {
        Permissions.require(caller, Permissions.CARD_BUY);
        UUID channel = Channels.own(caller, trade.channelId());
        check(trade).text("reference", trade.reference(), 100).raise(ChannelError.INVALID_TRADE);
        book.purchase(caller.asWorker(), channel, trade);
        audit.record(
                caller,
                Audit.Deed.of("card.purchase", "channel", channel).changing(null, String.valueOf(trade.quantity())));
    }

    /**
     * Buys cards from the channel above, at its price (E18). The price named is the one the buyer saw.
     *
     * @throws DomainException {@link ChannelError#INVALID_TRADE} naming the fields, {@link ChannelError#NO_PRICE},
     *     {@link ChannelError#CARD_PRICE_CHANGED}, {@link ChannelError#CARDS_SHORT}
     */
    public void buyFromAbove(Caller caller, CardTrade trade) {
        Permissions.require(caller, Permissions.CARD_BUY);
        UUID channel = Channels.own(caller, trade.channelId());
        check(trade).raise(ChannelError.INVALID_TRADE);
        book.buyFromAbove(caller.asWorker(), channel, trade);
        audit.record(
                caller, Audit.Deed.of("card.buy", "channel", channel).changing(null, String.valueOf(trade.quantity())));
    }

    private static Violations check(CardTrade trade) {
        return new Violations()
                .check(trade.quantity() >= 1 && trade.quantity() <= MOST_CARDS, "quantity", "range", 1, MOST_CARDS)
                .check(!trade.unit().isNegative(), "unit", "negative");
    }

    /**
     * Takes cards out that the provider has withdrawn; codes that live for them are refused when they are used.
     *
     * @throws DomainException {@link ChannelError#CARDS_SHORT}
     */
    public void withdraw(Caller caller, CardTrade trade) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        UUID channel = Channels.own(caller, trade.channelId());
        check(trade).text("reference", trade.reference(), 100).raise(ChannelError.INVALID_TRADE);
        book.withdraw(caller.asWorker(), channel, trade);
        audit.record(
                caller,
                Audit.Deed.of("card.withdraw", "channel", channel)
                        .changing(null, String.valueOf(trade.quantity()))
                        .because(trade.reference()));
    }

    /** Says for how much the channel sells a card to those directly below it. */
    public void setPrice(Caller caller, @Nullable UUID channel, Price price) {
        Permissions.require(caller, Permissions.CHANNEL_EDIT);
        UUID own = Channels.own(caller, channel);
        new Violations().check(!price.unit().isNegative(), "unit", "negative").raise(ChannelError.INVALID_TRADE);
        database.sql()
                .createUpdate("""
                        insert into card_price (tenant_id, product_id, unit_minor, currency, changed_at)
                        values (:own, :product, :minor, :currency, :now)
                        on conflict (tenant_id, product_id) do update set unit_minor = excluded.unit_minor,
                            currency = excluded.currency, changed_at = excluded.changed_at
                        """)
                .bind("own", own)
                .bind("product", price.productId())
                .bindMethods(price.unit())
                .bind("now", clock.instant())
                .execute();
        audit.record(caller, Audit.Deed.of("card.price", "channel", own).changing(null, "\"" + price.unit() + "\""));
    }

    /** What the channel asks of those below it. */
    public List<Price> prices(Caller caller, UUID channel) {
        Permissions.require(caller, Permissions.CHANNEL_VIEW);
        return database.sql()
                .createQuery(
                        "select product_id, unit_minor, currency from card_price where tenant_id = :channel order by 1")
                .bind("channel", channel)
                .map((row, context) ->
                        new Price(row.getObject(1, UUID.class), new Money(row.getLong(2), row.getString(3))))
                .list();
    }

    /** What the channel above asks for its cards; nothing for a channel at the top. */
    public List<Price> pricesAbove(Caller caller) {
        Permissions.require(caller, Permissions.CHANNEL_VIEW);
        Optional<UUID> above = database.sql()
                .createQuery("select parent_id from channel where id = :own and parent_id is not null")
                .bind("own", caller.requireTenant())
                .mapTo(UUID.class)
                .findOne();
        return above.map(channel -> prices(caller, channel)).orElse(List.of());
    }

    /** Stock by channel and product: all for the mall, its own tree for a channel (E13, E35). */
    public List<CardLevel> levels(Caller caller) {
        Permissions.require(caller, Permissions.CHANNEL_VIEW);
        return database.sql()
                .createQuery("""
                        select s.tenant_id as channel_id, n.name as channel,
                               (select max(t.depth) from channel_tree t where t.descendant_id = s.tenant_id) as depth,
                               s.product_id, p.names::text as names, p.sku, s.bought, s.passed_on, s.withdrawn, s.listed,
                               s.coded, s.used, s.free, s.remaining
                        from card_stock s join card_product p on p.id = s.product_id
                        join seller n on n.id = s.tenant_id
                        order by depth, n.name, p.sku limit :most
                        """)
                .bind("most", MOST_ROWS)
                .mapTo(CardLevel.class)
                .list();
    }

    /** What happened to the cards of a channel of the caller's tree, or of all of it; latest first. */
    public Page<CardMovement> movements(Caller caller, @Nullable UUID channel, @Nullable String cursor, int limit) {
        Permissions.require(caller, Permissions.CHANNEL_VIEW);
        Keyset after = Keyset.read(cursor, ChannelError.INVALID_TRADE);
        List<CardMovement> found = database.sql()
                .createQuery("""
                        select m.id, m.tenant_id as channel_id, n.name as channel, m.product_id, p.sku, m.kind, m.quantity,
                               m.unit_minor, m.currency, o.name as other, m.reference,
                               case when r.id is null then null when m.kind = 'used' then 'recharge'
                                    when exists (select from code_batch b where b.id = r.id) then 'batch'
                                    when exists (select from sub_order s where s.order_id = r.id) then 'order'
                                    else 'other' end as about, m.at
                        from card_movement m join card_product p on p.id = m.product_id
                        join seller n on n.id = m.tenant_id left join seller o on o.id = m.other_id
                        cross join lateral (
                            select case when m.reference ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                        then m.reference::uuid end as id) r
                        where (:channel::uuid is null or m.tenant_id = :channel)
                          and (:at::timestamptz is null or (m.at, m.id) < (:at, :id::uuid))
                        order by m.at desc, m.id desc limit :limit
                        """)
                .bind("channel", channel)
                .bindMethods(after)
                .bind("limit", limit + 1)
                .mapTo(CardMovement.class)
                .list();
        return Page.of(found, limit, row -> row, row -> Keyset.after(row.at(), row.id()));
    }
}
