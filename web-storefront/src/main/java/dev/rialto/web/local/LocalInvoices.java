package dev.rialto.web.local;

import dev.rialto.document.Invoices;
import dev.rialto.web.port.InvoicePort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The invoices of this process. */
@ApplicationScoped
class LocalInvoices implements InvoicePort {
    @Inject
    private Invoices invoices;

    @Override
    public byte[] invoice(Visitor visitor, String orderNumber, String part) {
        return invoices.forBuyer(Wire.caller(visitor), orderNumber, part).content();
    }
}
