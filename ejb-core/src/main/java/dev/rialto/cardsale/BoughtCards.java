package dev.rialto.cardsale;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Texts;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.recharge.SoldCodes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cards of an order as its buyer sees them: masked, shown on click (E20, E38). */
@Stateless
@Boundary
public class BoughtCards {
    private static final int MOST = 1000;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Database database;
    private SaleBook book;
    private SoldCodes codes;

    @Inject
    public BoughtCards(Database database, SaleBook book, SoldCodes codes) {
        this.database = database;
        this.book = book;
        this.codes = codes;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BoughtCards() {}

    /**
     * One card.
     *
     * @param state of the sale: unpaid, due, short, recharging, recharged, delivered, cancelled or revoked
     * @param codeState of the code: sold, used, void, expired; null as long as there is none
     * @param readable may its code still be shown?
     * @param fallback why there is a code although an account was given
     * @param account masked; null where none was given
     * @param host of the channel's own shop, where its recharge page is
     */
    public record View(
            UUID id,
            String state,
            String names,
            @Nullable UUID codeId,
            @Nullable String lastFour,
            @Nullable String codeState,
            boolean readable,
            @Nullable Instant expiresAt,
            @Nullable String fallback,
            @Nullable String account,
            @Nullable String providerNumber,
            @Nullable String host) {

        /** Names of the card by language. */
        public Map<String, String> texts() {
            return Json.read(names, TEXTS);
        }

        String product(String language) {
            return Texts.pick(texts(), language, "en");
        }
    }

    /** The cards of an order of the caller's own; none of somebody else's. */
    public List<View> of(Caller caller, String number) {
        List<UUID> own = database.sql()
                .createQuery("""
                        select s.id from card_sale s join purchase p on p.id = s.order_id
                        where p.number = :number limit :most
                        """)
                .bind("number", number)
                .bind("most", MOST)
                .mapTo(UUID.class)
                .list();
        return own.isEmpty() ? List.of() : book.views(caller.asWorker(), own);
    }

    /**
     * The code of one card in clear; that it was shown is kept with the code.
     *
     * @throws DomainException {@link CardSaleError#CARD_SALE_NOT_FOUND} for somebody else's as for none,
     *     {@link CardSaleError#CODE_UNREADABLE}
     */
    public String show(Caller caller, String number, UUID sale) {
        View view = of(caller, number).stream()
                .filter(card -> card.id().equals(sale))
                .findFirst()
                .orElseThrow(CardSaleError.CARD_SALE_NOT_FOUND::now);
        UUID code = view.codeId();
        if (code == null || !view.readable()) {
            throw CardSaleError.CODE_UNREADABLE.now();
        }
        return codes.hand(caller.asWorker(), code, MallNote.SHOWN_TO_THE_BUYER.text())
                .orElseThrow(CardSaleError.CODE_UNREADABLE::now);
    }
}
