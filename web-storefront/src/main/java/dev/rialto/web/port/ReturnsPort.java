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

    /**
     * Calls a return off that nothing has come of.
     *
     * @throws dev.rialto.kernel.DomainException when it is too late
     */
    void callOff(Visitor visitor, String number, String returnNumber);

    /**
     * Opens the gateway's page for what a replacement costs more; {@link PayOutcome.Changed} when there is nothing to pay.
     */
    PayOutcome pay(Visitor visitor, String number, String returnNumber);

    /** What came of that payment: placed, waiting or declined. */
    PayOutcome paid(Visitor visitor, String number, String returnNumber, String paymentId);

    /** The returns of an order, oldest first. */
    List<OrderReturn> returns(Visitor visitor, String number);
}
