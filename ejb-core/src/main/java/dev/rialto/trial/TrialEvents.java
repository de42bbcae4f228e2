package dev.rialto.trial;

import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.order.OrderDesk;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.platform.Boundary;
import dev.rialto.returns.RequestReturn;
import dev.rialto.returns.ReturnGround;
import dev.rialto.returns.ReturnWish;
import dev.rialto.returns.Returnable;
import dev.rialto.returns.Returns;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Brings about what buyers, banks and carriers would do to orders of a sandbox, the way it happens in earnest. */
@Stateless
@Boundary
public class TrialEvents {
    private static final String REASON = MallNote.TEST_MODE.text();

    private TestMode mode;
    private TrialBook book;
    private OrderDesk orders;
    private Fulfilment fulfilment;
    private Returns returns;

    @Inject
    public TrialEvents(TestMode mode, TrialBook book, OrderDesk orders, Fulfilment fulfilment, Returns returns) {
        this.mode = mode;
        this.book = book;
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.returns = returns;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected TrialEvents() {}

    /** The latest orders of the caller's sandbox; at most fifty. */
    public List<TrialOrder> orders(Caller caller) {
        return mode.find(caller)
                .map(sandbox -> book.orders(caller.asWorker(), sandbox.id()))
                .orElse(List.of());
    }

    /**
     * Lets something happen to an order.
     *
     * @param part the test tenant's part of the order
     * @throws DomainException {@link TrialError#TRIAL_ORDER_UNKNOWN}, {@link TrialError#EVENT_IMPOSSIBLE}
     */
    public void happen(Caller caller, UUID part, TrialEvent event) {
        TrialOrder order = orders(caller).stream()
                .filter(one -> one.id().equals(part))
                .findFirst()
                .orElseThrow(TrialError.TRIAL_ORDER_UNKNOWN::now);
        if (!order.possible().contains(event)) {
            throw TrialError.EVENT_IMPOSSIBLE.because("state", order.state());
        }
        Caller worker = caller.asWorker();
        switch (event) {
            case PAY ->
                orders.confirmDeposit(
                        worker,
                        new ConfirmDeposit(payment(order), new Money(order.amount(), order.currency()), REASON));
            case LAPSE -> orders.lapse(worker, order.orderId(), payment(order));
            case SHIP ->
                fulfilment.ship(worker, new ShipSubOrder(order.id(), "Test carrier", null, Map.of(), order.version()));
            case DELIVER -> fulfilment.deliver(worker, order.id(), order.version());
            case RETURN -> sendBack(worker, order);
        }
    }

    private static UUID payment(TrialOrder order) {
        return Objects.requireNonNull(order.paymentId());
    }

    private void sendBack(Caller worker, TrialOrder order) {
        Returnable part = returns.returnable(worker, order.orderNumber()).stream()
                .filter(one -> one.partId().equals(order.id()) && one.isOpen())
                .findFirst()
                .orElseThrow(() -> TrialError.EVENT_IMPOSSIBLE.because("state", order.state()));
        List<RequestReturn.Item> items = part.lines().stream()
                .map(line -> new RequestReturn.Item(line.lineId(), line.most(), null))
                .toList();
        ReturnGround ground = part.mayWithdraw() ? ReturnGround.WITHDRAWAL : ReturnGround.FAULT;
        returns.request(
                worker,
                new RequestReturn(order.orderNumber(), part.partNumber(), ground, ReturnWish.REFUND, REASON, items));
    }
}
