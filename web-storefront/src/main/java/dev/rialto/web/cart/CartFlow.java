package dev.rialto.web.cart;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Cart;
import dev.rialto.web.port.CartPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds, shows, changes and removes; every change answers with a redirect, so that a reload repeats nothing. */
@ApplicationScoped
class CartFlow implements Flow {
    /** The input of a coupon's code. */
    static final String COUPON = "coupon";

    /** What other pages send the shopper here with. */
    private static final List<String> HAPPENED =
            List.of("added", "soldout", "givenback", "superseded", "unpayable", "ended", "unpaid");

    @Inject
    private CartPort carts;

    @Inject
    private AccountPort accounts;

    @Override
    public void addresses(Routes routes) {
        routes.get("/cart", this::show)
                .post("/cart", this::change)
                .post("/cart/add", this::add)
                .post("/cart/coupon", this::useCoupon)
                .post("/cart/remove", this::remove);
    }

    private Answer show(Visit visit) {
        String variant = visit.optional("undo");
        CartPage.Undo undo = variant == null ? null : new CartPage.Undo(variant, visit.text("quantity"));
        return page(visit, 200, notice(visit), undo, Map.of(), Map.of());
    }

    private static @Nullable String notice(Visit visit) {
        for (String happened : HAPPENED) {
            if (visit.isTicked(happened)) {
                return visit.wording().say("cart." + happened);
            }
        }
        return null;
    }

    private Answer page(
            Visit visit,
            int status,
            @Nullable String notice,
            CartPage.@Nullable Undo undo,
            Map<String, String> typed,
            Map<String, String> errors) {
        Cart cart = carts.view(visit.visitor());
        return new Answer.Show(status, "cart", new CartPage(cart, notice, undo, typed, errors, visit.wording()));
    }

    private Answer add(Visit visit) {
        if (visit.session().token() == null) {
            visit.keepsakes().giveToken(accounts.startGuest(visit.visitor()));
        }
        try {
            carts.add(visit.visitor(), visit.text("variant"), Quantity.read(visit.text("quantity")));
        } catch (DomainException refused) {
            String reason = reason(visit, refused);
            return visit.isScripted() ? told(visit, 422, reason) : page(visit, 422, reason, null, Map.of(), Map.of());
        }
        if (visit.isScripted()) {
            return told(visit, 200, visit.wording().say("cart.added"));
        }
        return Answer.goTo(visit.text("then").equals("checkout") ? "/checkout" : "/cart?added");
    }

    private Answer told(Visit visit, int status, String text) {
        int count = status == 200 ? carts.view(visit.visitor()).count() : 0;
        return new Answer.Told(
                status,
                Json.createObjectBuilder()
                        .add("count", count)
                        .add("text", text)
                        .add("link", visit.wording().say("nav.cart"))
                        .build()
                        .toString());
    }

    private Answer change(Visit visit) {
        Map<String, String> typed = visit.fields("quantity.");
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, Integer> before = quantities(carts.view(visit.visitor()));
        typed.forEach((line, quantity) -> {
            Integer now = before.get(line);
            if (now != null && !quantity.equals(now.toString())) {
                set(visit, line, quantity, errors);
            }
        });
        if (!errors.isEmpty()) {
            typed.keySet().retainAll(errors.keySet());
            return page(visit, 422, null, null, typed, errors);
        }
        return Answer.goTo(visit.text("then").equals("checkout") ? "/checkout" : "/cart");
    }

    private Answer useCoupon(Visit visit) {
        String code = visit.isTicked("remove") ? "" : visit.text(COUPON);
        try {
            carts.useCoupon(visit.visitor(), code);
        } catch (DomainException refused) {
            return page(visit, 422, null, null, Map.of(COUPON, code), Map.of(COUPON, couponReason(visit, refused)));
        }
        return Answer.goTo(visit.text("then").equals("confirm") ? "/checkout/confirm" : "/cart");
    }

    private static String couponReason(Visit visit, DomainException refused) {
        if (refused.fields().isEmpty()) {
            return reason(visit, refused);
        }
        FieldError why = refused.fields().get(0);
        if (why.code().equals("coupon_below_floor") && !why.arguments().isEmpty()) {
            Money missing = new Money(
                    Long.parseLong(why.arguments().get(0)), visit.visitor().currency());
            return visit.wording().say("coupon_missing", visit.formats().money(missing));
        }
        return visit.wording().say(why.code());
    }

    private void set(Visit visit, String line, String quantity, Map<String, String> errors) {
        try {
            carts.change(visit.visitor(), line, Quantity.read(quantity));
        } catch (DomainException refused) {
            errors.put(line, reason(visit, refused));
        }
    }

    private Answer remove(Visit visit) {
        String line = visit.text("line");
        Cart.Line removed = find(carts.view(visit.visitor()), line);
        carts.remove(visit.visitor(), line);
        return Answer.goTo(
                removed == null ? "/cart" : "/cart?undo=" + removed.variantId() + "&quantity=" + removed.quantity());
    }

    private static Cart.@Nullable Line find(Cart cart, String lineId) {
        return cart.groups().stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> line.id().equals(lineId))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Integer> quantities(Cart cart) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        cart.groups().forEach(group -> group.lines().forEach(line -> quantities.put(line.id(), line.quantity())));
        return quantities;
    }

    private static String reason(Visit visit, DomainException refused) {
        return Form.typed(visit).refused(refused).problems().get(0).text();
    }
}
