package dev.rialto.cardsale;

import dev.rialto.channel.CardBook;
import dev.rialto.channel.CardProducts;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Cards that a channel offers in its shop as pieces of a variant (E20). */
@Stateless
@Boundary
public class CardGoods {
    private static final int MOST = 200;
    private static final long MOST_CARDS = 1_000_000;
    private static final String REASON = MallNote.CARDS_FOR_THE_SHOP.text();

    private Database database;
    private CardProducts products;
    private CardBook cards;
    private Stock stock;
    private SaleBook book;
    private Audit audit;

    @Inject
    public CardGoods(
            Database database, CardProducts products, CardBook cards, Stock stock, SaleBook book, Audit audit) {
        this.database = database;
        this.products = products;
        this.cards = cards;
        this.stock = stock;
        this.book = book;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardGoods() {}

    /**
     * A variant that sells cards.
     *
     * @param available pieces that may still be bought
     * @param sold cards that were delivered or recharged
     * @param waiting cards that were paid but have no code yet, because none is left
     */
    public record View(
            UUID variantId,
            UUID channelId,
            String channel,
            String title,
            String sku,
            long available,
            long sold,
            long waiting) {}

    /** A variant of the caller's own that could sell cards. */
    public record Candidate(UUID variantId, String title) {}

    /**
     * Sets free cards aside and puts as many pieces of the variant on sale.
     *
     * @throws DomainException {@link CardSaleError#INVALID_CARD_OFFER} naming the fields,
     *     {@link CardSaleError#CARD_GOODS_NOT_FOUND} for a variant of somebody else's, {@code cards_short},
     *     {@code product_not_found}
     */
    public void offer(Caller caller, UUID variant, UUID product, long quantity) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        inRange(quantity);
        if (!products.view(caller, product).active()) {
            throw CardSaleError.INVALID_CARD_OFFER.because("productId", "off");
        }
        UUID channel = caller.requireTenant();
        requireOwn(caller, channel, variant);
        bind(caller, channel, variant, product);
        Caller worker = caller.asWorker();
        cards.change(worker, CardBook.Change.LISTED, new CardBook.Cards(channel, product, quantity), REASON);
        stock.change(worker, List.of(new StockChange(StockChange.Kind.RECEIPT, variant, quantity, REASON)));
        record(caller, "card-goods.offer", variant, quantity);
    }

    private static void inRange(long quantity) {
        new Violations()
                .check(quantity >= 1 && quantity <= MOST_CARDS, "quantity", "range", 1, MOST_CARDS)
                .raise(CardSaleError.INVALID_CARD_OFFER);
    }

    /** Only staff who see the variant as theirs may offer it; pieces it has already are no cards. */
    private void requireOwn(Caller caller, UUID channel, UUID variant) {
        boolean isOwn = database.sql()
                .createQuery("select exists (select from variant where id = :variant and tenant_id = :channel)")
                .bind("variant", variant)
                .bind("channel", channel)
                .mapTo(boolean.class)
                .one();
        if (!isOwn) {
            throw CardSaleError.CARD_GOODS_NOT_FOUND.because("variantId", "unknown");
        }
        boolean hasOthers = database.sql()
                .createQuery("""
                        select exists (select from stock where variant_id = :variant and on_hand > 0)
                            and not exists (select from card_goods where variant_id = :variant)
                        """)
                .bind("variant", variant)
                .mapTo(boolean.class)
                .one();
        if (hasOthers) {
            throw CardSaleError.INVALID_CARD_OFFER.because("variantId", "has_stock");
        }
    }

    private void bind(Caller caller, UUID channel, UUID variant, UUID product) {
        if (!book.bind(caller.asWorker(), channel, variant, product).equals(product)) {
            throw CardSaleError.INVALID_CARD_OFFER.because("productId", "other_card");
        }
    }

    private void record(Caller caller, String deed, UUID variant, long quantity) {
        audit.record(caller, Audit.Deed.of(deed, "variant", variant).changing(null, String.valueOf(quantity)));
    }

    /**
     * Takes pieces off sale that are not sold; their cards are free again.
     *
     * @throws DomainException {@link CardSaleError#INVALID_CARD_OFFER}, {@link CardSaleError#CARD_GOODS_NOT_FOUND},
     *     {@code out_of_stock} and {@code cards_short} when there are not so many
     */
    public void takeBack(Caller caller, UUID variant, long quantity) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        inRange(quantity);
        UUID channel = caller.requireTenant();
        UUID product = database.sql()
                .createQuery("select product_id from card_goods where variant_id = :variant and tenant_id = :channel")
                .bind("variant", variant)
                .bind("channel", channel)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(CardSaleError.CARD_GOODS_NOT_FOUND::now);
        Caller worker = caller.asWorker();
        stock.change(worker, List.of(new StockChange(StockChange.Kind.CORRECTION, variant, -quantity, REASON)));
        cards.change(worker, CardBook.Change.UNLISTED, new CardBook.Cards(channel, product, quantity), REASON);
        record(caller, "card-goods.take-back", variant, quantity);
    }

    /** What the channels of the caller's tree offer, latest first. */
    public List<View> list(Caller caller, String language) {
        Permissions.require(caller, Permissions.CODE_VIEW);
        return database.sql()
                .createQuery("""
                        select g.variant_id, g.tenant_id as channel_id, n.name as channel, p.sku,
                               coalesce(t.title, p.sku) as title, s.listed as available,
                               count(c.id) filter (where c.state in ('delivered', 'recharged')) as sold,
                               count(c.id) filter (where c.state = 'short') as waiting
                        from card_goods g join card_product p on p.id = g.product_id join seller n on n.id = g.tenant_id
                        join card_stock s on s.tenant_id = g.tenant_id and s.product_id = g.product_id
                        left join variant v on v.id = g.variant_id
                        left join lateral (
                            select title from goods_text x where x.goods_id = v.goods_id
                            order by x.language = :language desc, x.language = 'en' desc, x.language limit 1) t on true
                        left join card_sale c on c.variant_id = g.variant_id
                        group by g.variant_id, g.tenant_id, n.name, p.sku, t.title, s.listed, g.offered_at
                        order by g.offered_at desc, g.variant_id limit :most
                        """)
                .bind("language", language)
                .bind("most", MOST)
                .mapTo(View.class)
                .list();
    }

    /** Variants of the caller's own goods, by title; those at the mall's see none. */
    public List<Candidate> candidates(Caller caller, String language) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        return database.sql()
                .createQuery("""
                        select v.id as variant_id, concat_ws(' · ', t.title, nullif(array_to_string(v.option_values, ' / '), ''),
                               v.sku) as title
                        from variant v
                        join lateral (
                            select title from goods_text x where x.goods_id = v.goods_id
                            order by x.language = :language desc, x.language = 'en' desc, x.language limit 1) t on true
                        where v.tenant_id = :channel and v.state = 'active' order by 2, 1 limit :most
                        """)
                .bind("language", language)
                .bind("channel", caller.tenant())
                .bind("most", MOST)
                .mapTo(Candidate.class)
                .list();
    }
}
