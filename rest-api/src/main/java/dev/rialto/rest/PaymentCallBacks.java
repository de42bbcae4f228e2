package dev.rialto.rest;

import dev.rialto.bankfile.AccountNews;
import dev.rialto.chargeback.Chargebacks;
import dev.rialto.checkout.Checkout;
import dev.rialto.kernel.Caller;
import dev.rialto.payment.CallBack;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.returns.Extras;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where payment gateways tell what became of a payment, and of chargebacks; what they say is signed. */
@Path("/callbacks/payment")
@ApplicationScoped
public class PaymentCallBacks {
    @Inject
    PaymentDesk payments;

    @Inject
    Checkout checkout;

    @Inject
    Extras extras;

    @Inject
    Chargebacks chargebacks;

    @Inject
    AccountNews accounts;

    /** Takes the news in and makes the order, or the exchange, of an approval; what arrives twice acts once. */
    @POST
    @Path("/{gateway}")
    public Response receive(
            @PathParam("gateway") String gateway,
            @Context HttpHeaders headers,
            @Context HttpServletRequest request,
            String body) {
        Map<String, String> first = headers.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0)));
        Caller worker = Caller.worker(RequestIds.of(request));
        CallBack told = new CallBack(first, body);
        payments.receiveCallBack(worker, gateway, told).ifPresent(payment -> complete(worker, payment));
        chargebacks.receiveCallBack(worker, gateway, told);
        accounts.receiveCallBack(worker, gateway, told);
        return Response.noContent().build();
    }

    private void complete(Caller worker, UUID payment) {
        if (!extras.complete(worker, payment)) {
            checkout.complete(worker, payment);
        }
    }
}
