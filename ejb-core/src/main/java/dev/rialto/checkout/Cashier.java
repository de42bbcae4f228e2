package dev.rialto.checkout;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.order.OrderBook;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.OpenDeposit;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentGateway.AccountAnswer;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.payment.PreparePayment;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.SiteView;
import dev.rialto.stock.StockError;
import dev.rialto.virtualaccount.AssignAccount;
import dev.rialto.virtualaccount.PrepareAccount;
import dev.rialto.virtualaccount.VirtualAccounts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions of paying; {@link Checkout} puts the gateway's calls between them. */
@Stateless
@Boundary
public class Cashier {
    private Offers offers;
    private CheckoutRows rows;
    private Closings closings;
    private PaymentDesk payments;
    private Deposits deposits;
    private VirtualAccounts accounts;
    private OrderBook orders;
    private VoidedMail voidedMail;
    private ReturnAddress returns;
    private CheckoutSettings limits;
    private Clock clock;

    @Inject
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Cashier(
            Offers offers,
            CheckoutRows rows,
            Closings closings,
            PaymentDesk payments,
            Deposits deposits,
            VirtualAccounts accounts,
            OrderBook orders,
            VoidedMail voidedMail,
            ReturnAddress returns,
            CheckoutSettings limits,
            Clock clock) {
        this.offers = offers;
        this.rows = rows;
        this.closings = closings;
        this.payments = payments;
        this.deposits = deposits;
        this.accounts = accounts;
        this.orders = orders;
        this.voidedMail = voidedMail;
        this.returns = returns;
        this.limits = limits;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Cashier() {}

    static boolean isSoldOut(DomainException refused) {
        return refused.code() == StockError.OUT_OF_STOCK || refused.code() == CheckoutError.CART_NOT_READY;
    }

    /**
     * The pay button: checks that the offer still stands, then writes the payment down or, for a deposit, makes the order.
     *
     * @throws DomainException {@link CheckoutError#PAYMENT_CHOICE_INVALID}, and as {@link Checkout#price}
     */
    public Begun begin(Caller caller, PayCheckout command) {
        if (command.method() == PaymentMethod.DEPOSIT && command.bankAccountId() == null) {
            throw CheckoutError.PAYMENT_CHOICE_INVALID.because("bankAccount", "required");
        }
        if (command.method().isHosted()
                && !payments.hostedMethods(caller.asWorker()).contains(command.method())) {
            throw CheckoutError.PAYMENT_CHOICE_INVALID.because("method", "not_offered");
        }
        SiteView site = offers.siteFor(caller, command.visit());
        Optional<CheckoutRows.Paying> paying = rows.begin(command);
        if (paying.isPresent()) {
            return begin(caller, site, command, paying.get());
        }
        Optional<UUID> ordered = rows.ordered(command.fingerprint());
        if (ordered.isPresent()) {
            PlacedOrder order = orders.ofCheckout(caller.asWorker(), ordered.get());
            return Begun.result(new PayResult.Placed(order));
        }
        Offer offer = offers.offer(caller, command.visit());
        return offer.fingerprint().equals(command.fingerprint())
                ? begin(caller, site, command, rows.begin(command).orElseThrow(Cashier::gone))
                : Begun.result(new PayResult.PriceChanged(offer));
    }

    private Begun begin(Caller caller, SiteView site, PayCheckout command, CheckoutRows.Paying paying) {
        Money total = new Money(paying.total(), paying.currency());
        if (command.method().isHosted()) {
            return Begun.payment(payments.prepare(
                    caller.asWorker(),
                    new PreparePayment(
                            PreparePayment.Paid.CHECKOUT,
                            paying.id(),
                            command.method(),
                            site.id(),
                            total,
                            returns.of(site, paying.id(), command.returnAddress()),
                            paying.language(),
                            payer(caller, command))));
        }
        UUID bank = java.util.Objects.requireNonNull(command.bankAccountId());
        if (bank.equals(VirtualAccounts.OF_ITS_OWN)) {
            return Begun.payment(accounts.prepare(
                    caller.asWorker(), new PrepareAccount(paying.id(), site.id(), total, paying.language())));
        }
        return Begun.result(new PayResult.Placed(deposit(caller.asWorker(), site, paying.id(), total, bank)));
    }

    /** A member may let the gateway keep a card where there is a page to take it away again: at the mall, not elsewhere. */
    private static @Nullable UUID payer(Caller caller, PayCheckout command) {
        boolean keeps = command.method() == PaymentMethod.CARD && command.returnAddress() == null;
        return keeps ? caller.signedIn().orElse(null) : null;
    }

    private LocalDate due(SiteView site) {
        return clock.instant().atZone(ZoneId.of(site.zone())).toLocalDate().plusDays(limits.depositDays());
    }

    /** The end of the last day for the deposit of an order that is made now, in the site's zone. */
    public ZonedDateTime depositEnds(Caller caller, Visit visit) {
        SiteView site = offers.siteFor(caller, visit);
        return due(site).plusDays(1).atStartOfDay(ZoneId.of(site.zone()));
    }

    /**
     * Makes the order whose deposit goes into an account of its own; another click may have made it.
     *
     * @param caller a worker
     */
    public PlacedOrder placeWithAccount(Caller caller, UUID payment, AccountAnswer.Issued account, LocalDate due) {
        UUID checkout = closings.checkoutOf(payment).orElseThrow(Cashier::gone);
        Optional<Closed> closed = closings.byDeposit(checkout);
        if (closed.isEmpty()) {
            return orders.ofCheckout(caller, checkout);
        }
        UUID order = Ids.next();
        if (!accounts.assign(caller, new AssignAccount(payment, order, account, due))) {
            throw gone();
        }
        return orders.place(caller, closed.get().order(order, payment));
    }

    private PlacedOrder deposit(Caller worker, SiteView site, UUID checkout, Money total, UUID bank) {
        Closed closed = closings.byDeposit(checkout).orElseThrow(Cashier::gone);
        UUID order = Ids.next();
        UUID payment = deposits.open(worker, new OpenDeposit(checkout, site.id(), order, total, bank, due(site)));
        return orders.place(worker, closed.order(order, payment));
    }

    /**
     * Makes the order of an approved payment, or tells how it stands.
     *
     * @param caller a worker, with the shopper's token and account when it must be his own
     * @throws DomainException {@link CheckoutError#CHECKOUT_NOT_FOUND}; the stock's {@code out_of_stock} when the hold has
     *     lapsed and the goods are gone
     */
    public Completion settle(Caller caller, SettlePayment command) {
        Optional<Closed> closed = closings.byPayment(caller, command);
        if (closed.isEmpty()) {
            return standing(caller, command);
        }
        UUID order = Ids.next();
        if (!payments.consumeApproval(caller, command.paymentId(), order)) {
            throw gone();
        }
        return new Completion.Placed(orders.place(caller, closed.get().order(order, command.paymentId())));
    }

    private Completion standing(Caller caller, SettlePayment command) {
        Closings.Standing standing = closings.standing(caller, command).orElseThrow(Cashier::gone);
        if (standing.orderId() != null && command.paymentId().equals(standing.paidBy())) {
            return new Completion.Placed(orders.placed(caller, standing.orderId()));
        }
        String result = standing.gatewayResult() == null ? "" : standing.gatewayResult();
        return switch (standing.paymentState()) {
            case "declined" -> new Completion.Declined(result);
            case "created", "pending", "unknown" -> new Completion.Waiting();
            case "approved" -> standing.payable() ? new Completion.Waiting() : new Completion.Voided("superseded");
            default -> new Completion.Voided(result);
        };
    }

    /**
     * Opens the checkout of a payment that was given back, and writes to the buyer.
     *
     * @param caller a worker
     */
    public void tell(Caller caller, UUID paymentId, String reason) {
        voidedMail.send(caller, paymentId, reason);
    }

    /**
     * Tells whether somebody comes back by the very address that the payment's gateway was given.
     *
     * @param caller a worker
     */
    public boolean isReturning(Caller caller, UUID paymentId, String key) {
        return closings.checkoutOf(paymentId)
                .map(checkout -> returns.isKeyOf(checkout, key))
                .orElse(false);
    }

    private static DomainException gone() {
        return CheckoutError.CHECKOUT_NOT_FOUND.now();
    }
}
