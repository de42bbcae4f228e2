package dev.rialto.web.console.order;

import dev.rialto.document.Invoices;
import dev.rialto.document.Paper;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;

/** Sends the tax invoice of a seller's part. */
@Route(path = "/orders/{order}/invoice/{part}", view = "order", permission = "order.view")
public class InvoicePage implements ConsolePage {
    private final Invoices invoices;

    @Inject
    public InvoicePage(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Outcome open(Visit visit) {
        Paper paper = invoices.forStaff(visit.caller(), visit.id("order"), visit.id("part"));
        return new Outcome.Send(paper.fileName(), Paper.MEDIA_TYPE, paper.content());
    }
}
