package dev.rialto.node.shop;

import dev.rialto.kernel.ErrorKind;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.web.port.Visitor;

/** Calls about orders, in the name of whoever has them: by account, by cookie or by the key in a mail. */
final class OrderHolder {
    private static final String ROOT = "/orders/";

    private OrderHolder() {}

    /** The token is the shopper's own or the key in a mail; the mall takes either as proof. */
    static Ask by(Visitor visitor, Ask ask) {
        if (visitor.token() == null) {
            throw GatewayProblem.of("order_not_found", ErrorKind.NOT_FOUND);
        }
        Ask own = Gateway.in(visitor, ask).with("Rialto-Order-Key", visitor.token());
        return visitor.isSignedIn() ? own.byMember(visitor.token()) : own;
    }

    /** Where the gateway has an order. */
    static String address(String number) {
        return ROOT + Ask.encoded(number);
    }
}
