package dev.rialto.cardsale;

import dev.rialto.channel.CardBook;
import dev.rialto.kernel.Caller;
import dev.rialto.order.PartCalledOff;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.recharge.SoldCodes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back cards whose order is called off. For workers. */
@Stateless
@Boundary
public class RevokedCards {
    private Database database;
    private SoldCodes codes;
    private CardBook cards;
    private Clock clock;

    @Inject
    public RevokedCards(Database database, SoldCodes codes, CardBook cards, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.cards = cards;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RevokedCards() {}

    /** A card of a part that is called off. */
    record Sold(
            UUID id,
            UUID tenantId,
            UUID orderId,
            UUID variantId,
            UUID productId,
            @Nullable UUID codeId) {}

    /**
     * Takes the codes of a part out of use, in the transaction that calls it off; their cards are set aside again.
     *
     * @throws dev.rialto.kernel.DomainException {@link CardSaleError#CODE_USED}; then the part stays
     */
    public void revoke(Caller worker, PartCalledOff news) {
        List<Sold> sold = database.sql()
                .createQuery("""
                        select id, tenant_id, order_id, variant_id, product_id, code_id from card_sale
                        where sub_order_id = :part and state not in ('cancelled', 'revoked') order by id for update
                        """)
                .bind("part", news.subOrderId())
                .mapTo(Sold.class)
                .list();
        sold.forEach(card -> revoke(worker, card));
    }

    /**
     * Sees to it that nobody keeps a code that can be used and all of its price as well: calling the part off gives both
     * back, and a used code stands in no one's way.
     *
     * @throws dev.rialto.kernel.DomainException {@link CardSaleError#CODES_LIVE}
     */
    public void requireNoneLive(Caller worker, UUID part) {
        boolean isLive = database.sql()
                .createQuery("""
                        select exists (
                            select from card_sale s left join recharge_code c on c.id = s.code_id
                            where s.sub_order_id = :part
                              and (s.code_id is null and s.state not in ('cancelled', 'revoked', 'recharged')
                                   or c.state = 'sold'))
                        """)
                .bind("part", part)
                .mapTo(boolean.class)
                .one();
        if (isLive) {
            throw CardSaleError.CODES_LIVE.because("amount", "codes_live");
        }
    }

    private void revoke(Caller worker, Sold card) {
        UUID code = card.codeId();
        if (code != null) {
            SoldCodes.Sale sale =
                    new SoldCodes.Sale(card.tenantId(), card.productId(), card.orderId(), card.variantId());
            if (!codes.revoke(worker, code, sale)) {
                throw CardSaleError.CODE_USED.because("order", "code_used");
            }
            CardBook.Cards one = new CardBook.Cards(card.tenantId(), card.productId(), 1);
            cards.change(worker, CardBook.Change.LISTED, one, card.orderId().toString());
        }
        database.sql()
                .execute(
                        "update card_sale set state = ?, finished_at = ? where id = ?",
                        code == null ? "cancelled" : "revoked",
                        clock.instant(),
                        card.id());
    }
}
