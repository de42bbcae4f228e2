package dev.rialto.web.port;

/** Tax invoices of orders that are the visitor's own, as in {@link OrdersPort}. */
public interface InvoicePort {

    /** The invoice of one seller's part as PDF; refused like an order that does not exist when there is none. */
    byte[] invoice(Visitor visitor, String orderNumber, String part);
}
