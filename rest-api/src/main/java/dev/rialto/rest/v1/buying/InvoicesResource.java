package dev.rialto.rest.v1.buying;

import dev.rialto.document.Invoices;
import dev.rialto.document.Paper;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The papers of orders that the shopper placed at the storefront (A32). */
@Path("/v1/orders/{number}/invoices")
@ApplicationScoped
public class InvoicesResource {
    private static final String PDF = "application/pdf";

    @Inject
    Invoices invoices;

    @Inject
    OwnOrders own;

    @Inject
    ShopCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The tax invoice of a paid part as PDF, in the language of the order. */
    @GET
    @Path("/{invoice}")
    @Produces(PDF)
    @Scope("orders:read")
    @Kind("invoice")
    @Acts(Acts.Name.SHOPPER)
    @Answers(byte[].class)
    public Response invoice(@PathParam("number") String number, @PathParam("invoice") String part) {
        ShopCall call = calls.of(request);
        own.find(request, call, number);
        Factor.note(request, "invoice", part);
        Paper paper = invoices.forBuyer(call.owner(), number, part);
        return Response.ok(paper.content(), PDF)
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
