package dev.rialto.web.returns;

import dev.rialto.web.port.InvoicePort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Gives the buyer the tax invoice of a seller's part. */
@ApplicationScoped
class InvoiceFlow implements Flow {
    @Inject
    private InvoicePort invoices;

    @Override
    public void addresses(Routes routes) {
        routes.get("/orders/{number}/invoice/{part}", this::invoice);
    }

    private Answer invoice(Visit visit) {
        Holder holder = new Holder(visit);
        String part = visit.part("part");
        byte[] paper = invoices.invoice(holder.visitor(), holder.number(), part);
        String name = part.replaceAll("[^A-Za-z0-9-]", "");
        return new Answer.File(
                "application/pdf",
                paper,
                Map.of(
                        "Cache-Control",
                        "private, no-store",
                        "Content-Disposition",
                        "attachment; filename=\"" + name + ".pdf\""));
    }
}
