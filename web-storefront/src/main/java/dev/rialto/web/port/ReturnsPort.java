package dev.rialto.web.port;

import java.util.List;

/**
 * Sending goods back. Orders are the visitor's own as in {@link OrdersPort}; somebody else's is refused like one that does
 * not exist.
 */
public interface ReturnsPort {

    /** What of an order may come back, by seller. */
    List<ReturnOffer> offers(Visitor visitor, String number);

    /**
     * Asks for a return.
     *
     * @throws dev.rialto.kernel.DomainException naming what is wrong
     */
    void request(Visitor visitor, ReturnRequest request);

    /** The returns of an order, oldest first. */
    List<OrderReturn> returns(Visitor visitor, String number);
}
