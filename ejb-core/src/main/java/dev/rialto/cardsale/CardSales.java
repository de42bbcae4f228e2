package dev.rialto.cardsale;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.recharge.RechargeView;
import dev.rialto.recharge.Recharges;
import dev.rialto.recharge.SoldCodes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Delivers cards that were paid: makes their codes and, where an account was given, recharges it (E20, E38). For workers. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CardSales {
    private static final Duration SOON = Duration.ofSeconds(3);

    private SaleBook book;
    private Recharges recharges;
    private SoldCodes codes;

    @Inject
    public CardSales(SaleBook book, Recharges recharges, SoldCodes codes) {
        this.book = book;
        this.recharges = recharges;
        this.codes = codes;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardSales() {}

    /**
     * Delivers what is due, and forgets the clear form of codes sold long ago.
     *
     * @param caller a worker
     * @return how many cards were taken up
     */
    public int deliverDue(Caller caller, int limit) {
        List<SaleBook.Due> due = book.claim(caller, limit);
        due.forEach(card -> deliver(caller, card));
        codes.forgetOld(caller, limit);
        return due.size();
    }

    private void deliver(Caller worker, SaleBook.Due card) {
        Optional<UUID> code = card.codeId() == null ? book.code(worker, card) : Optional.of(card.codeId());
        code.ifPresent(made -> recharge(worker, card, made));
    }

    /** Whoever was erased meanwhile has no account any more; the code stands for the card then. */
    private void recharge(Caller worker, SaleBook.Due card, UUID code) {
        String account = card.account();
        if (account == null) {
            book.fellBack(worker, card, null, "erased");
            return;
        }
        RechargeView view = recharges.redeemSold(
                worker,
                new Recharges.Direct(
                        card.id(), card.tenantId(), card.siteId(), code, card.name(), card.email(), account));
        switch (view.state()) {
            case DONE -> book.recharged(worker, card, view.id());
            case FAILED, REFUSED -> book.fellBack(worker, card, view.id(), String.valueOf(view.refusal()));
            case CALLING, UNKNOWN -> book.later(worker, card, view.id(), SOON);
        }
    }
}
