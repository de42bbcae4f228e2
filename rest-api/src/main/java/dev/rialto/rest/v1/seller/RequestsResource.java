package dev.rialto.rest.v1.seller;

import dev.rialto.gateway.RequestBook;
import dev.rialto.gateway.RequestError;
import dev.rialto.kernel.Caller;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderState;
import dev.rialto.order.Orders;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.seller.Permissions;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What earlier requests of the credential did, by their Idempotency-Key; and undoing it. */
@Path("/v1/requests")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RequestsResource {
    private static final String STOCK = "/api/v1/seller/stock/changes";
    private static final String PAYMENT = "/api/v1/checkout/payment";
    private static final String PLACED = "placed ";

    @Inject
    RequestBook book;

    @Inject
    Stock stock;

    @Inject
    Orders orders;

    @Inject
    OrderDesk desk;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * What a request did.
     *
     * @param method how it was asked
     * @param address what it was sent to
     * @param state running, done or reversed
     * @param status of its answer
     * @param orderNumber of the order it placed
     * @param reversible can it be undone now?
     * @param reversibleUntil the end of the time for undoing it
     */
    public record Deed(
            String method,
            String address,
            String state,
            @Nullable Integer status,
            @Nullable String orderNumber,
            Instant at,
            boolean reversible,
            Instant reversibleUntil,
            @Nullable Instant reversedAt) {}

    /** What was done under a key: one entry for each address it was sent to. */
    public record Deeds(List<Deed> items) {}

    /** What was done under an Idempotency-Key, after its answer was lost. */
    @GET
    @Path("/{request}")
    @Scope("requests:write")
    @Kind("request")
    @Acts(Acts.Name.SELLER)
    @Answers(Deeds.class)
    public Deeds deeds(@PathParam("request") String key) {
        List<Deed> deeds = book
                .deeds(Desk.worker(request), Factor.client(request).credential(), key)
                .stream()
                .map(RequestsResource::deed)
                .toList();
        if (deeds.isEmpty()) {
            throw RequestError.REQUEST_NOT_FOUND.now();
        }
        Factor.rows(request, deeds.size());
        return new Deeds(deeds);
    }

    private static Deed deed(RequestBook.Deed deed) {
        String state = deed.reversedAt() != null ? "reversed" : deed.status() == null ? "running" : "done";
        String ref = deed.ref() == null ? "" : deed.ref();
        return new Deed(
                deed.method(),
                deed.address(),
                state,
                deed.status(),
                deed.address().equals(PAYMENT) && ref.startsWith(PLACED) ? ref.substring(PLACED.length()) : null,
                deed.at(),
                state.equals("done") && isReversible(deed.address(), ref),
                deed.undoUntil(),
                deed.reversedAt());
    }

    private static boolean isReversible(String address, String ref) {
        return address.equals(STOCK) || (address.equals(PAYMENT) && ref.startsWith(PLACED));
    }

    /** Undoes what a request did, within 48 hours: a change of stock moves back, an order is called off. */
    @POST
    @Path("/{request}/reversal")
    @Consumes(MediaType.WILDCARD)
    @Scope("requests:write")
    @Kind("request")
    @Acts(Acts.Name.SELLER)
    @Answers(Deeds.class)
    public Deeds reverse(@PathParam("request") String key) {
        List<UUID> owed = new ArrayList<>();
        Caller program = Desk.caller(request, Permissions.ORDER_EDIT).asWorker();
        book.reverse(program, Factor.client(request).credential(), key, deed -> undo(deed, owed));
        desk.payBack(Desk.worker(request), owed);
        return deeds(key);
    }

    private void undo(RequestBook.Deed deed, List<UUID> owed) {
        String ref = deed.ref() == null ? "" : deed.ref();
        if (!isReversible(deed.address(), ref)) {
            throw RequestError.NOT_REVERSIBLE.now();
        }
        if (deed.address().equals(STOCK)) {
            List<StockChange> back = Moves.read(ref).entrySet().stream()
                    .filter(move -> move.getValue() != 0)
                    .map(move -> new StockChange(
                            StockChange.Kind.CORRECTION, move.getKey(), -move.getValue(), "reversal of a request"))
                    .toList();
            if (!back.isEmpty()) {
                stock.change(Desk.caller(request, Permissions.GOODS_EDIT), back);
            }
        } else {
            cancel(ref.substring(PLACED.length()), owed);
        }
    }

    /** An order that was called off meanwhile stays so. */
    private void cancel(String number, List<UUID> owed) {
        boolean isOff = orders.byNumber(Desk.worker(request), number)
                .filter(order -> order.state() == OrderState.CANCELLED || order.state() == OrderState.LAPSED)
                .isPresent();
        if (!isOff) {
            owed.addAll(desk.callOff(Desk.worker(request), number));
        }
    }
}
