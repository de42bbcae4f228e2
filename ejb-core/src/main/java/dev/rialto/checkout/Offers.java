package dev.rialto.checkout;

import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.coupon.CouponKind;
import dev.rialto.coupon.CouponOffer;
import dev.rialto.goods.Quotes;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.order.PricedGoods;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.stock.HoldStock;
import dev.rialto.stock.Stock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the offer of a cart: the final price, frozen, with the stock held. */
@ApplicationScoped
class Offers {
    private final Baskets baskets;
    private final CheckoutRows rows;
    private final Quotes quotes;
    private final Stock stock;
    private final SiteDirectory sites;
    private final CheckoutSettings settings;
    private final Clock clock;

    @Inject
    Offers(
            Baskets baskets,
            CheckoutRows rows,
            Quotes quotes,
            Stock stock,
            SiteDirectory sites,
            CheckoutSettings settings,
            Clock clock) {
        this.baskets = baskets;
        this.rows = rows;
        this.quotes = quotes;
        this.stock = stock;
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Offers() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * The site, when it sells to this caller in this currency.
     *
     * @throws DomainException {@link CheckoutError#SITE_CLOSED}, {@link CheckoutError#SIGN_IN_REQUIRED}
     */
    SiteView siteFor(Caller caller, Visit visit) {
        SiteView site = sites.byId(caller, visit.siteId());
        if (!site.isOpen() || !site.currencies().contains(visit.currency())) {
            throw CheckoutError.SITE_CLOSED.now();
        }
        if (!site.guestCheckout() && caller.account() == null) {
            throw CheckoutError.SIGN_IN_REQUIRED.now();
        }
        return site;
    }

    /** The first step as it stands; reads only. */
    CheckoutView form(Caller caller, Visit visit) {
        SiteView site = siteFor(caller, visit);
        Basket basket = filled(caller, visit, site);
        List<VariantQuote> found = quotes(caller, visit, basket);
        CartView cart = new CartAssembly(basket, found, visit.currency()).view();
        return new CheckoutForm(site, basket, cart, weights(found), visit.language()).view();
    }

    /**
     * Prices, freezes and holds; an offer that is still good is given again as it is.
     *
     * @throws DomainException {@link CheckoutError#CART_EMPTY}, {@link CheckoutError#DETAILS_INVALID},
     *     {@link CheckoutError#CART_NOT_READY}, or the stock's {@code out_of_stock}
     */
    Offer offer(Caller caller, Visit visit) {
        SiteView site = siteFor(caller, visit);
        Basket basket = filled(caller, visit, site);
        Basket.SavedCheckout saved = basket.checkout();
        if (saved == null) {
            throw CheckoutError.DETAILS_INVALID.because(
                    DetailsCheck.errors(CheckoutDetails.empty(), List.of(), basket.isSent()));
        }
        List<VariantQuote> found = quotes(caller, visit, basket);
        return offer(caller, visit, new Found(site, basket, found));
    }

    private record Found(SiteView site, Basket basket, List<VariantQuote> quotes) {
        /** The same cart, with its coupon refused for this reason. */
        Found refusing(AppliedCoupon coupon, String reason) {
            CouponOffer refused = new CouponOffer(
                    Objects.requireNonNull(coupon.id()),
                    coupon.label(),
                    coupon.label(),
                    CouponKind.PERCENT,
                    0,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    coupon.byMall(),
                    reason,
                    Set.of());
            return new Found(site, basket.withCoupon(coupon.label(), List.of(refused)), quotes);
        }
    }

    private Offer offer(Caller caller, Visit visit, Found found) {
        CartAssembly assembly = new CartAssembly(found.basket(), found.quotes(), visit.currency());
        CartView cart = assembly.view();
        requireReady(cart);
        CheckoutForm form =
                new CheckoutForm(found.site(), found.basket(), cart, weights(found.quotes()), visit.language());
        form.requireComplete();
        AppliedCoupon coupon = assembly.coupon();
        PricedGoods goods = price(visit, found.site(), form, pieces(found.basket(), found.quotes()), coupon);
        return kept(caller, visit, found, goods, coupon);
    }

    private Basket filled(Caller caller, Visit visit, SiteView site) {
        LocalDate today = clock.instant().atZone(ZoneId.of(site.zone())).toLocalDate();
        Basket basket = baskets.of(caller, visit.siteId(), today);
        if (basket.isEmpty()) {
            throw CheckoutError.CART_EMPTY.now();
        }
        return basket;
    }

    private List<VariantQuote> quotes(Caller caller, Visit visit, Basket basket) {
        return quotes.of(caller.asWorker(), visit.siteId(), visit.language(), visit.currency(), basket.variants());
    }

    private static Map<UUID, Integer> weights(List<VariantQuote> found) {
        return found.stream().collect(Collectors.toMap(VariantQuote::variantId, VariantQuote::weightGrams));
    }

    private static void requireReady(CartView cart) {
        if (!cart.ready()) {
            List<FieldError> errors = new ArrayList<>();
            cart.groups().forEach(group -> group.lines().forEach(line -> addBlocks(errors, line)));
            cart.withdrawn().forEach(line -> addBlocks(errors, line));
            throw CheckoutError.CART_NOT_READY.because(errors);
        }
    }

    /** The line as the cart names it, and how many there are; of goods no longer sold here only which they were. */
    private static void addBlocks(List<FieldError> errors, CartLine line) {
        String field = "lines." + Ids.external("line", line.id());
        line.problems().stream()
                .filter(CartProblem::isBlocking)
                .forEach(problem -> errors.add(new FieldError(
                        field,
                        problem.code(),
                        List.of(problem == CartProblem.WITHDRAWN ? line.named() : String.valueOf(line.available())))));
    }

    private PricedGoods price(
            Visit visit, SiteView site, CheckoutForm form, List<Pricing.Piece> pieces, @Nullable AppliedCoupon coupon) {
        CheckoutDetails details = form.details();
        boolean taxIncluded = site.priceDisplay() == SiteView.PriceDisplay.GROSS;
        PricedGoods goods = new Pricing(details, visit.language(), visit.currency(), form.rates(), taxIncluded, coupon)
                .price(pieces, form.chosen());
        if (goods.total().minor() <= 0) {
            throw CheckoutError.AMOUNT_INVALID.because("total", "too_small");
        }
        return goods;
    }

    private static List<Pricing.Piece> pieces(Basket basket, List<VariantQuote> found) {
        Map<UUID, VariantQuote> byId =
                found.stream().collect(Collectors.toMap(VariantQuote::variantId, Function.identity()));
        return basket.lines().stream()
                .map(line -> new Pricing.Piece(Objects.requireNonNull(byId.get(line.variantId())), line.quantity()))
                .toList();
    }

    private Offer kept(Caller caller, Visit visit, Found found, PricedGoods goods, @Nullable AppliedCoupon coupon) {
        Basket.SavedCheckout saved = Objects.requireNonNull(found.basket().checkout());
        AppliedCoupon refused = coupon == null || coupon.applies() ? null : coupon;
        String fingerprint = Fingerprint.of(saved.id(), goods);
        Instant now = clock.instant();
        // asked for again in the second half of its time, the hold begins anew
        if (CheckoutRows.isGood(saved, fingerprint, now.plus(settings.hold().dividedBy(2)))
                && saved.heldUntil() != null) {
            return new Offer(saved.id(), saved.draft(), goods, fingerprint, saved.heldUntil(), refused);
        }
        Instant until = now.plus(settings.hold()).truncatedTo(ChronoUnit.MICROS);
        Offer offer = new Offer(saved.id(), saved.draft(), goods, fingerprint, until, refused);
        String lost = rows.freeze(offer, found.basket().version(), visit);
        if (!lost.isEmpty()) {
            // somebody else took the last one meanwhile: the price without it is shown, with the reason
            return offer(caller, visit, found.refusing(Objects.requireNonNull(coupon), lost));
        }
        stock.hold(caller.asWorker(), holdOf(offer));
        return offer;
    }

    static HoldStock holdOf(Offer offer) {
        return new HoldStock(
                offer.checkoutId(),
                offer.goods().lines().stream()
                        .map(line -> new HoldStock.Line(line.variantId(), line.quantity()))
                        .toList(),
                offer.heldUntil());
    }

    /** The price of goods that are only asked about. */
    PricedGoods preview(Caller caller, Visit visit, Checkout.PriceQuestion asked) {
        asked.check();
        SiteView site = sites.byId(caller, visit.siteId());
        if (!site.isOpen() || !site.currencies().contains(visit.currency())) {
            throw CheckoutError.SITE_CLOSED.now();
        }
        LocalDate today = clock.instant().atZone(ZoneId.of(site.zone())).toLocalDate();
        Basket basket = baskets.asked(asked, today);
        List<VariantQuote> found = quotes(caller, visit, basket);
        CartView cart = new CartAssembly(basket, found, visit.currency()).view();
        requireSold(asked, cart);
        CheckoutForm form = new CheckoutForm(site, basket, cart, weights(found), visit.language());
        requirePlace(form.view().errors());
        return price(visit, site, form, pieces(basket, found), null);
    }

    private static void requireSold(Checkout.PriceQuestion asked, CartView cart) {
        Map<UUID, CartLine> sold = cart.groups().stream()
                .flatMap(group -> group.lines().stream())
                .collect(Collectors.toMap(CartLine::variantId, Function.identity()));
        Violations wrong = new Violations();
        for (int i = 0; i < asked.lines().size(); i++) {
            String field = "lines." + i + ".variantId";
            CartLine line = sold.get(asked.lines().get(i).variantId());
            wrong.check(line != null, field, "withdrawn");
            if (line != null) {
                line.problems().stream()
                        .filter(CartProblem::isBlocking)
                        .forEach(problem -> addProblem(wrong, field, problem, line));
            }
        }
        wrong.raise(CheckoutError.CART_NOT_READY);
    }

    /** Of goods that are not sold here nothing is told, not even how many there are (A19). */
    private static void addProblem(Violations wrong, String field, CartProblem problem, CartLine line) {
        if (problem == CartProblem.WITHDRAWN) {
            wrong.add(field, problem.code());
        } else {
            wrong.add(field, problem.code(), line.available());
        }
    }

    /** Who buys is not asked; only what the price depends on must be right. */
    private static void requirePlace(List<FieldError> errors) {
        List<FieldError> ofPlace = errors.stream()
                .filter(error -> Set.of("country", "region").contains(error.field())
                        || (error.field().equals("postcode") && !error.code().equals("required"))
                        || error.field().startsWith("delivery."))
                .toList();
        if (!ofPlace.isEmpty()) {
            throw CheckoutError.DETAILS_INVALID.because(ofPlace);
        }
    }
}
