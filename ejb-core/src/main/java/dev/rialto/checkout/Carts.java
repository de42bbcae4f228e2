package dev.rialto.checkout;

import dev.rialto.coupon.AppliedCoupon;
import dev.rialto.coupon.CouponError;
import dev.rialto.goods.Quotes;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Throttle;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The carts of shoppers, one per site and owner (D40–D44). */
@Stateless
@Boundary
public class Carts {
    static final int MOST_PIECES = 999;
    static final int MOST_LINES = 100;
    private static final int LONGEST_CODE = 30;
    private static final int MOST_TRIES = 20;
    private static final Duration TRIES_WITHIN = Duration.ofMinutes(10);

    private Baskets baskets;
    private CartRows rows;
    private Quotes quotes;
    private Throttle throttle;

    @Inject
    public Carts(Baskets baskets, CartRows rows, Quotes quotes, Throttle throttle) {
        this.baskets = baskets;
        this.rows = rows;
        this.quotes = quotes;
        this.throttle = throttle;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Carts() {}

    /** The cart with today's prices and stock, in two statements; empty for a caller without one. */
    public CartView view(Caller caller, UUID siteId, String language, String currency) {
        Basket basket = baskets.of(caller, siteId, LocalDate.EPOCH);
        List<VariantQuote> found = basket.isEmpty()
                ? List.of()
                : quotes.of(caller.asWorker(), siteId, language, currency, basket.variants());
        return new CartAssembly(basket, found, currency).view();
    }

    /** Pieces in the cart. */
    public int count(Caller caller, UUID siteId) {
        return caller.account() == null && caller.token() == null ? 0 : rows.count(caller, siteId);
    }

    /**
     * Puts goods in; the same goods again add up.
     *
     * @throws DomainException {@link CheckoutError#QUANTITY_INVALID}, {@link CheckoutError#GOODS_NOT_FOUND},
     *     {@link CheckoutError#NOT_YET_ON_SALE} while the seller is being checked, {@link CheckoutError#CART_FULL}
     */
    public void add(Caller caller, AddToCart command) {
        checkQuantity(command.quantity());
        VariantQuote quote = quotes
                .of(
                        caller.asWorker(),
                        command.siteId(),
                        command.language(),
                        command.currency(),
                        List.of(command.variantId()))
                .stream()
                .filter(VariantQuote::onSale)
                .findFirst()
                .orElseThrow(() -> notSold(caller, command.variantId()));
        checkStock(command.quantity(), quote.available());
        rows.add(caller, command, quote);
    }

    /**
     * Sets the quantity of a line.
     *
     * @throws DomainException {@link CheckoutError#QUANTITY_INVALID}; {@link CheckoutError#CART_LINE_NOT_FOUND} for
     *     somebody else's line as for none; {@link CheckoutError#GOODS_NOT_FOUND} when it is no longer sold
     */
    public void change(Caller caller, UUID lineId, int quantity) {
        checkQuantity(quantity);
        CartRows.Place line = rows.place(lineId);
        VariantQuote quote = quotes
                .of(caller.asWorker(), line.siteId(), line.language(), line.currency(), List.of(line.variantId()))
                .stream()
                .filter(VariantQuote::onSale)
                .findFirst()
                .orElseThrow(() -> CheckoutError.GOODS_NOT_FOUND.because("variant", "unknown"));
        checkStock(quantity, quote.available() + line.held());
        rows.change(lineId, quantity, quote);
    }

    /**
     * Takes a line out; the others stay.
     *
     * @throws DomainException {@link CheckoutError#CART_LINE_NOT_FOUND}
     */
    public void remove(Caller caller, UUID lineId) {
        rows.remove(lineId);
    }

    /**
     * Uses a coupon for the caller's cart from now on, in the place of another; an empty code takes it back.
     *
     * @throws DomainException {@link CouponError#COUPON_REFUSED}, whose field {@code coupon} says why, with what is missing
     *     to its floor in minor units; nothing is changed. {@link CouponError#TOO_MANY_COUPONS} after too many tries
     */
    public void useCoupon(Caller caller, Visit visit, String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            rows.coupon(caller, visit.siteId(), null);
            return;
        }
        countTry(caller);
        if (wanted.length() > LONGEST_CODE || !rows.coupon(caller, visit.siteId(), wanted)) {
            throw refused("coupon_unknown", List.of());
        }
        CartView cart = view(caller, visit.siteId(), visit.language(), visit.currency());
        AppliedCoupon coupon = cart.coupon();
        if (coupon == null || !coupon.applies()) {
            String reason = coupon == null ? "coupon_unknown" : String.valueOf(coupon.problem());
            throw refused(
                    reason,
                    coupon == null || coupon.missing() == null
                            ? List.of()
                            : List.of(String.valueOf(coupon.missing().minor())));
        }
    }

    private void countTry(Caller caller) {
        String who = caller.account() == null
                ? String.valueOf(caller.token())
                : caller.account().toString();
        if (throttle.count(caller.asWorker(), "coupon:" + who, TRIES_WITHIN) > MOST_TRIES) {
            throw CouponError.TOO_MANY_COUPONS.now();
        }
    }

    private static DomainException refused(String reason, List<String> arguments) {
        return CouponError.COUPON_REFUSED.because(List.of(new FieldError("coupon", reason, arguments)));
    }

    private DomainException notSold(Caller caller, UUID variant) {
        return quotes.waitsForCheck(caller.asWorker(), variant)
                ? CheckoutError.NOT_YET_ON_SALE.now()
                : CheckoutError.GOODS_NOT_FOUND.because("variant", "unknown");
    }

    private static void checkQuantity(int quantity) {
        if (quantity < 1) {
            throw wrongQuantity("too_small", 1);
        }
        if (quantity > MOST_PIECES) {
            throw wrongQuantity("too_large", MOST_PIECES);
        }
    }

    private static void checkStock(int quantity, long available) {
        if (quantity > available) {
            throw wrongQuantity("over_stock", available);
        }
    }

    static DomainException wrongQuantity(String why, long most) {
        return CheckoutError.QUANTITY_INVALID.because(
                List.of(new FieldError("quantity", why, List.of(String.valueOf(most)))));
    }
}
