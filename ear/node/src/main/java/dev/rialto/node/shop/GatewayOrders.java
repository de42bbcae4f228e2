package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.node.start.NodeSettings;
import dev.rialto.web.port.InvoicePort;
import dev.rialto.web.port.Order;
import dev.rialto.web.port.OrderReturn;
import dev.rialto.web.port.OrderSummary;
import dev.rialto.web.port.OrdersPort;
import dev.rialto.web.port.PayOutcome;
import dev.rialto.web.port.ReturnOffer;
import dev.rialto.web.port.ReturnRequest;
import dev.rialto.web.port.ReturnsPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Orders, their papers and their returns, which the mall keeps (A32, A34). */
@ApplicationScoped
class GatewayOrders implements OrdersPort, ReturnsPort, InvoicePort {
    private static final String ROOT = "/orders";

    @Inject
    private Gateway gateway;

    @Inject
    private Deeds deeds;

    @Inject
    private Attempts attempts;

    @Inject
    private NodeSettings settings;

    private record Summaries(List<OrderSummary> items) {}

    private record Offers(List<ReturnOffer> items) {}

    private record Returned(List<OrderReturn> items) {}

    private record DifferencePayment(String returnAddress) {}

    private record TypedReturn(
            String part, String ground, String wish, String reason, List<ReturnRequest.Item> items) {}

    @Override
    public Optional<Order> order(Visitor visitor, String number) {
        return visitor.token() == null
                ? Optional.empty()
                : gateway.lookedUp(OrderHolder.by(visitor, Ask.get(OrderHolder.address(number))), Order.class);
    }

    @Override
    public List<OrderSummary> mine(Visitor visitor) {
        return gateway.read(Gateway.of(visitor, Ask.get(ROOT)), Summaries.class).items();
    }

    @Override
    public void cancel(Visitor visitor, String number) {
        once(visitor, "cancel " + number, Ask.of("POST", OrderHolder.address(number) + "/cancellation"));
    }

    @Override
    public List<ReturnOffer> offers(Visitor visitor, String number) {
        return gateway.read(
                        OrderHolder.by(visitor, Ask.get(OrderHolder.address(number) + "/return-offers")), Offers.class)
                .items();
    }

    @Override
    public List<OrderReturn> returns(Visitor visitor, String number) {
        return gateway.read(OrderHolder.by(visitor, Ask.get(OrderHolder.address(number) + "/returns")), Returned.class)
                .items();
    }

    @Override
    public void request(Visitor visitor, ReturnRequest request) {
        TypedReturn typed =
                new TypedReturn(request.part(), request.ground(), request.wish(), request.reason(), request.items());
        once(
                visitor,
                "return " + request,
                Ask.of("POST", OrderHolder.address(request.orderNumber()) + "/returns", typed));
    }

    @Override
    public void callOff(Visitor visitor, String number, String returnNumber) {
        String path = OrderHolder.address(number) + "/returns/" + Ask.encoded(returnNumber) + "/cancellation";
        once(visitor, "call off " + returnNumber, Ask.of("POST", path));
    }

    /** Sent again after a lost answer it is the same payment. */
    @Override
    public PayOutcome pay(Visitor visitor, String number, String returnNumber) {
        String path = "/returns/" + Ask.encoded(returnNumber);
        String back = settings.address() + OrderHolder.address(number) + path + "/paid";
        Ask ask = Ask.of("POST", OrderHolder.address(number) + path + "/payment", new DifferencePayment(back));
        String wish = visitor.token() + " pay " + returnNumber;
        try {
            PayOutcome outcome = gateway.act(
                            OrderHolder.by(visitor, ask.with("Idempotency-Key", attempts.keyOf(wish))),
                            WireOutcome.class)
                    .result();
            attempts.answered(wish);
            return outcome;
        } catch (DomainException refused) {
            if (GatewayProblem.isUnavailability(refused)) {
                return new PayOutcome.Unanswered();
            }
            attempts.answered(wish);
            if (refused.code().code().equals("return_state")) {
                return new PayOutcome.Changed();
            }
            throw refused;
        }
    }

    @Override
    public PayOutcome paid(Visitor visitor, String number, String returnNumber, String paymentId) {
        String path = OrderHolder.address(number) + "/returns/" + Ask.encoded(returnNumber) + "/payment/"
                + Ask.encoded(paymentId) + "/outcome";
        return gateway.act(OrderHolder.by(visitor, Ask.of("POST", path)), WireOutcome.class)
                .result();
    }

    private void once(Visitor visitor, String what, Ask ask) {
        deeds.once(visitor, what, OrderHolder.by(visitor, ask));
    }

    @Override
    public byte[] invoice(Visitor visitor, String orderNumber, String part) {
        Ask ask = Ask.get(OrderHolder.address(orderNumber) + "/invoices/" + Ask.encoded(part));
        return gateway.file(OrderHolder.by(visitor, ask))
                .orElseThrow(() -> GatewayProblem.of("document_not_found", ErrorKind.NOT_FOUND));
    }
}
