package dev.rialto.rest.v1.buying;

import dev.rialto.checkout.Checkout;
import dev.rialto.checkout.CheckoutDetails;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.order.PricedGoods;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goods would cost, delivered: a dry run that leaves no cart, holds no stock and makes no order. */
@Path("/v1/checkout/price")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PriceResource {
    @Inject
    Checkout checkout;

    @Inject
    ShopCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** So many pieces of a variant. */
    public record AskedLine(String variantId, int quantity) {}

    /**
     * What is asked for.
     *
     * @param country where to, two letters
     * @param delivery chosen delivery method by seller; without one the first that goes there
     */
    public record AskedPrice(
            List<AskedLine> lines,
            String country,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable Map<String, String> delivery) {}

    /**
     * The price as of now; it binds nobody.
     *
     * @param discountTotal what the storefront takes off, not negative
     * @param taxIncluded true when the amounts contain the tax shown
     */
    public record Price(
            List<Offer.Parcel> parcels,
            Money goodsTotal,
            Money discountTotal,
            Money deliveryTotal,
            Money taxTotal,
            Money total,
            boolean taxIncluded) {
        public Price {
            parcels = List.copyOf(parcels);
        }
    }

    /** Prices goods, delivery and tax without ordering anything. */
    @POST
    @Scope("checkout:write")
    @Kind("checkout")
    @Acts(Acts.Name.STOREFRONT)
    @Answers(Price.class)
    public Price previewPrice(AskedPrice asked) {
        ShopCall call = calls.open(request);
        asked.lines().forEach(line -> Factor.note(request, "variant", line.variantId()));
        PricedGoods goods = checkout.preview(Caller.worker(call.shopper().traceId()), call.visit(), question(asked));
        Factor.rows(request, asked.lines().size());
        return new Price(
                goods.parts().stream().map(Checkouts::part).toList(),
                goods.goodsTotal(),
                goods.discountTotal(),
                goods.deliveryTotal(),
                goods.taxTotal(),
                goods.total(),
                goods.taxIncluded());
    }

    private static Checkout.PriceQuestion question(AskedPrice asked) {
        CheckoutDetails place = new CheckoutDetails(
                "",
                "",
                "",
                asked.country(),
                Wire.orEmpty(asked.postcode()),
                Wire.orEmpty(asked.region()),
                "",
                "",
                "",
                "",
                delivery(asked.delivery()));
        return new Checkout.PriceQuestion(
                asked.lines().stream()
                        .map(line -> new Checkout.PriceQuestion.Line(
                                Wire.id(Wire.VARIANT, line.variantId()), line.quantity()))
                        .toList(),
                place);
    }

    private static Map<UUID, UUID> delivery(@Nullable Map<String, String> chosen) {
        Map<UUID, UUID> delivery = new HashMap<>();
        if (chosen != null) {
            chosen.forEach(
                    (seller, method) -> delivery.put(Wire.id(Wire.SELLER, seller), Wire.id(Wire.DELIVERY, method)));
        }
        return delivery;
    }
}
