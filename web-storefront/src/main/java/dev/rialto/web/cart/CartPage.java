package dev.rialto.web.cart;

import dev.rialto.web.port.Cart;
import dev.rialto.web.shop.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cart as shown.
 *
 * @param notice what just happened
 * @param undo what was just taken out, to put it back
 * @param typed quantities as typed, by line, where they were refused
 * @param errors what is wrong with them
 */
public record CartPage(
        Cart cart,
        @Nullable String notice,
        @Nullable Undo undo,
        Map<String, String> typed,
        Map<String, String> errors,
        Wording wording) {

    /** What puts a removed line back. */
    public record Undo(String variant, String quantity) {}

    public CartPage {
        typed = Map.copyOf(typed);
        errors = Map.copyOf(errors);
    }

    /** Who sells these lines; goods no longer sold stand together under a heading of their own. */
    public String heading(Cart.Group group) {
        return group.sellerName().isEmpty()
                ? wording.say("cart.withdrawn")
                : wording.say("cart.by", group.sellerName());
    }

    /** The code as typed, or the one in use. */
    public String coupon() {
        if (typed.containsKey(CartFlow.COUPON)) {
            return typed.getOrDefault(CartFlow.COUPON, "");
        }
        return cart.coupon() == null ? "" : cart.coupon().label();
    }

    /** Why the typed code is refused, or why the one of the cart takes off nothing now. */
    public @Nullable String couponProblem() {
        String refused = errors.get(CartFlow.COUPON);
        Cart.Coupon coupon = cart.coupon();
        if (refused != null || coupon == null || coupon.problem() == null) {
            return refused;
        }
        return wording.say(String.valueOf(coupon.problem()));
    }

    public String quantity(Cart.Line line) {
        return typed.getOrDefault(line.id(), String.valueOf(line.quantity()));
    }

    public @Nullable String error(String lineId) {
        return errors.get(lineId);
    }

    /** What has changed about a line, in words. */
    public List<String> problems(Cart.Line line) {
        return line.problems().stream()
                .map(problem -> wording.say("line." + problem, line.available()))
                .toList();
    }
}
