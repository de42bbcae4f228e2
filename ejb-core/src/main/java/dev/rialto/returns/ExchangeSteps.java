package dev.rialto.returns;

import dev.rialto.fulfilment.OrderLinks;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.payment.PaymentState;
import dev.rialto.payment.PaymentView;
import dev.rialto.payment.PreparePayment;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Settings;
import dev.rialto.refund.RefundKind;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.stock.HoldStock;
import dev.rialto.stock.Shortage;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The transactions of an exchange after inspection, for workers; {@link ReturnDesk} and {@link Extras} say when. */
@Stateless
@Boundary
public class ExchangeSteps {
    private FactReader facts;
    private ReturnMoves moves;
    private ReturnLetters letters;
    private ExchangeRows rows;
    private Owing owing;
    private Stock stock;
    private Ledger ledger;
    private PaymentDesk payments;
    private SiteDirectory sites;
    private OrderLinks links;
    private Settings settings;

    @Inject
    public ExchangeSteps(
            FactReader facts,
            ReturnMoves moves,
            ReturnLetters letters,
            ExchangeRows rows,
            Owing owing,
            Stock stock,
            Ledger ledger,
            PaymentDesk payments,
            SiteDirectory sites,
            OrderLinks links,
            Settings settings) {
        this.facts = facts;
        this.moves = moves;
        this.letters = letters;
        this.rows = rows;
        this.owing = owing;
        this.stock = stock;
        this.ledger = ledger;
        this.payments = payments;
        this.sites = sites;
        this.links = links;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ExchangeSteps() {}

    /** Writes the payment of a difference down; twice at once it is the same one. */
    public UUID begin(Caller caller, UUID returnId, ExtraPlace place) {
        ReturnView about = moves.locked(returnId);
        if (about.state() != ReturnState.TO_PAY) {
            throw ReturnMoves.state(about);
        }
        SiteView site = sites.byId(caller, place.siteId());
        String key = links.keyOf(about.orderId()).equals(caller.token()) ? "?key=" + caller.token() : "";
        String own = settings.address(
                site.host(), "/orders/" + about.orderNumber() + "/returns/" + about.number() + "/paid");
        String back = Objects.requireNonNullElse(place.returnAddress(), own) + "/{payment}" + key;
        return payments.prepare(
                caller,
                new PreparePayment(
                        PreparePayment.Paid.EXCHANGE,
                        returnId,
                        PaymentMethod.CARD,
                        site.id(),
                        about.extra(),
                        back,
                        place.language(),
                        null));
    }

    /**
     * Takes an approved payment for its exchange and books it.
     *
     * @return false when nobody waits for it any more: it is to be voided
     */
    public boolean paid(Caller caller, PaymentView payment) {
        ReturnView before = moves.locked(Objects.requireNonNull(payment.returnId()));
        if (payment.id().equals(before.extraPaidBy())) {
            return true;
        }
        if (before.state() != ReturnState.TO_PAY
                || payment.state() != PaymentState.APPROVED
                || !payment.amount().equals(before.extra())
                || !payments.consumeApproval(caller, payment.id(), before.orderId())) {
            return false;
        }
        rows.paid(before.id(), payment.id());
        ledger.postExchange(caller, rows.sale(before, payment.id()));
        ReturnMoves.Change change = ReturnMoves.Change.to(ReturnState.INSPECTED, before, "");
        String amount = before.extra().toDecimal().toPlainString() + " "
                + before.extra().currency();
        letters.tell(caller, moves.move(caller, before, change, "return_paid", amount), "paid", List.of());
        return true;
    }

    /** Takes the replacements from the shelf and sends them; the difference that is owed, if there is one. */
    public Optional<UUID> replace(Caller caller, ShipReplacement command) {
        ReturnView before = moves.locked(command.returnId(), command.version(), ReturnState.EXCHANGED);
        if (!before.isToReplace()) {
            throw ReturnMoves.state(before);
        }
        take(caller, before);
        moves.ship(caller, before, command);
        Money less = rows.difference(before.id())
                .map(PriceDifference::amount)
                .filter(Money::isNegative)
                .map(Money::negated)
                .orElse(Money.zero(before.refund().currency()));
        Optional<Owing.Owed> owed = owing.owe(caller, before, less, RefundKind.DIFFERENCE);
        ReturnView now = moves.move(
                caller,
                before,
                new ReturnMoves.Change(
                        ReturnState.EXCHANGED,
                        before.wish(),
                        before.outcome(),
                        "",
                        owed.map(Owing.Owed::amount).orElse(0L),
                        owed.map(Owing.Owed::id).orElse(null)),
                "return_exchanged");
        letters.tell(
                caller,
                now,
                "exchanged",
                letters.parcel(before.orderId(), command.carrier().strip(), command.tracking()));
        return owed.map(Owing.Owed::id);
    }

    private void take(Caller caller, ReturnView about) {
        Map<UUID, Long> wanted = new TreeMap<>();
        about.lines().stream()
                .filter(line -> line.replacementId() != null && Objects.requireNonNullElse(line.accepted(), 0) > 0)
                .forEach(line -> wanted.merge(
                        Objects.requireNonNull(line.replacementId()),
                        (long) Objects.requireNonNull(line.accepted()),
                        Long::sum));
        List<Shortage> missing = stock.take(
                caller,
                about.orderId(),
                wanted.entrySet().stream()
                        .map(each -> new HoldStock.Line(each.getKey(), each.getValue()))
                        .toList());
        if (!missing.isEmpty()) {
            throw StockError.OUT_OF_STOCK.because(missing.stream()
                    .map(each -> new FieldError("replacement", "sold_out"))
                    .toList());
        }
    }

    /** Owes money where a replacement was wanted, and what was paid for it. */
    public List<UUID> refundInstead(Caller caller, AnswerReturn answer) {
        ReturnView before = moves.locked(answer.returnId(), answer.version(), ReturnState.REFUNDED);
        if (before.wish() != ReturnWish.EXCHANGE || !before.isToSettle()) {
            throw ReturnMoves.state(before);
        }
        Money wanted = facts.locked(before.partId()).refund(ReturnSteps.accepted(before));
        List<Owing.Owed> owed = new ArrayList<>();
        owing.owe(caller, before, wanted, RefundKind.RETURN).ifPresent(owed::add);
        owing.oweExtra(caller, before).ifPresent(owed::add);
        ReturnState next = owed.isEmpty() ? ReturnState.CLOSED : ReturnState.INSPECTED;
        ReturnView now = moves.move(
                caller,
                before,
                new ReturnMoves.Change(
                        next,
                        ReturnWish.REFUND,
                        before.outcome(),
                        answer.text(),
                        owed.stream().mapToLong(Owing.Owed::amount).sum(),
                        owed.isEmpty() ? null : owed.get(0).id()),
                "return_" + next.stored());
        letters.tell(caller, now, next.stored(), List.of());
        return owed.stream().map(Owing.Owed::id).toList();
    }
}
