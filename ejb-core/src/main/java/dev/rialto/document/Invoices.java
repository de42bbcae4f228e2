package dev.rialto.document;

import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.order.OrderState;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.SubOrderView;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Predicate;

/** Tax invoices as PDF, in the language of the order. */
@Stateless
@Boundary
public class Invoices {
    private Orders orders;
    private InvoiceBook book;
    private SiteDirectory sites;
    private DocumentSettings settings;

    @Inject
    public Invoices(Orders orders, InvoiceBook book, SiteDirectory sites, DocumentSettings settings) {
        this.orders = orders;
        this.book = book;
        this.sites = sites;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Invoices() {}

    /**
     * The invoice of a seller's part, for its buyer.
     *
     * @throws DomainException {@link DocumentError#DOCUMENT_NOT_FOUND} for somebody else's order as for none, and for one
     *     that was not paid
     */
    public Paper forBuyer(Caller caller, String orderNumber, String partNumber) {
        OrderView order = orders.byNumber(caller, orderNumber).orElseThrow(DocumentError.DOCUMENT_NOT_FOUND::now);
        return write(caller, order, part -> part.number().equals(partNumber));
    }

    /**
     * The same for staff, with the permission {@code order.view}.
     *
     * @throws DomainException {@link DocumentError#DOCUMENT_NOT_FOUND}, the order's {@code order_not_found}
     */
    public Paper forStaff(Caller caller, UUID orderId, UUID partId) {
        return write(caller, orders.view(caller, orderId), part -> part.id().equals(partId));
    }

    private Paper write(Caller caller, OrderView order, Predicate<SubOrderView> which) {
        SubOrderView part = order.parts().stream()
                .filter(which)
                .filter(each -> order.state() == OrderState.PAID && each.state() != SubOrderState.CANCELLED)
                .findFirst()
                .orElseThrow(DocumentError.DOCUMENT_NOT_FOUND::now);
        ZoneId zone = ZoneId.of(sites.mall(caller).zone());
        Typeface type = Typeface.of(settings.font(), order.language());
        Caller worker = caller.asWorker();
        TaxInvoice.Facts facts =
                new TaxInvoice.Facts(book.seller(worker, part.id()), book.extras(worker, part.id()), zone);
        return new Paper(part.number() + ".pdf", new TaxInvoice(order, part, facts, type).write());
    }
}
