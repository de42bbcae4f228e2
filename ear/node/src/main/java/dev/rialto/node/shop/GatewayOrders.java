package dev.rialto.node.shop;

import dev.rialto.kernel.ErrorKind;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
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

/** Orders and their returns, which the mall keeps (A32, A34). */
@ApplicationScoped
class GatewayOrders implements OrdersPort, ReturnsPort {
    private static final String ROOT = "/orders";

    @Inject
    private Gateway gateway;

    @Inject
    private Attempts attempts;

    private record Summaries(List<OrderSummary> items) {}

    private record Offers(List<ReturnOffer> items) {}

    private record Returned(List<OrderReturn> items) {}

    private record TypedReturn(
            String part, String ground, String wish, String reason, List<ReturnRequest.Item> items) {}

    /** The token is the shopper's own or the key in a mail; the mall takes either as proof. */
    private static Ask by(Visitor visitor, Ask ask) {
        if (visitor.token() == null) {
            throw GatewayProblem.of("order_not_found", ErrorKind.NOT_FOUND);
        }
        Ask own = Gateway.in(visitor, ask).with("Rialto-Order-Key", visitor.token());
        return visitor.isSignedIn() ? own.byMember(visitor.token()) : own;
    }

    private static String address(String number) {
        return ROOT + "/" + Ask.encoded(number);
    }

    @Override
    public Optional<Order> order(Visitor visitor, String number) {
        return visitor.token() == null
                ? Optional.empty()
                : gateway.lookedUp(by(visitor, Ask.get(address(number))), Order.class);
    }

    @Override
    public List<OrderSummary> mine(Visitor visitor) {
        return gateway.read(Gateway.of(visitor, Ask.get(ROOT)), Summaries.class).items();
    }

    @Override
    public void cancel(Visitor visitor, String number) {
        once(visitor, "cancel " + number, Ask.of("POST", address(number) + "/cancellation"));
    }

    @Override
    public List<ReturnOffer> offers(Visitor visitor, String number) {
        return gateway.read(by(visitor, Ask.get(address(number) + "/return-offers")), Offers.class)
                .items();
    }

    @Override
    public List<OrderReturn> returns(Visitor visitor, String number) {
        return gateway.read(by(visitor, Ask.get(address(number) + "/returns")), Returned.class)
                .items();
    }

    @Override
    public void request(Visitor visitor, ReturnRequest request) {
        TypedReturn typed =
                new TypedReturn(request.part(), request.ground(), request.wish(), request.reason(), request.items());
        once(visitor, "return " + request, Ask.of("POST", address(request.orderNumber()) + "/returns", typed));
    }

    @Override
    public void callOff(Visitor visitor, String number, String returnNumber) {
        String path = address(number) + "/returns/" + Ask.encoded(returnNumber) + "/cancellation";
        once(visitor, "call off " + returnNumber, Ask.of("POST", path));
    }

    /** The gateway offers no replacement that costs more, so there is never anything to pay. */
    @Override
    public PayOutcome pay(Visitor visitor, String number, String returnNumber) {
        return new PayOutcome.Changed();
    }

    @Override
    public PayOutcome paid(Visitor visitor, String number, String returnNumber, String paymentId) {
        return new PayOutcome.Changed();
    }

    /** Sent again after a lost answer it is the same wish; after an answer it is another one. */
    private void once(Visitor visitor, String what, Ask ask) {
        String wish = visitor.token() + ' ' + what;
        Ask keyed = by(visitor, ask).with("Idempotency-Key", attempts.keyOf(wish));
        try {
            gateway.act(keyed);
        } catch (dev.rialto.kernel.DomainException refused) {
            if (!GatewayProblem.isUnavailability(refused)) {
                attempts.answered(wish);
            }
            throw refused;
        }
        attempts.answered(wish);
    }
}
