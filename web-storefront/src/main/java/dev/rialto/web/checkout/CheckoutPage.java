package dev.rialto.web.checkout;

import dev.rialto.web.port.CheckoutForm;
import dev.rialto.web.port.Member;
import dev.rialto.web.shop.Form;
import java.util.List;
import java.util.Map;

/**
 * The step that asks where it goes.
 *
 * @param countries code to name
 * @param member true when signed in
 * @param addresses the member's own, to fill the form with
 */
public record CheckoutPage(
        CheckoutForm checkout,
        Form form,
        Map<String, String> countries,
        boolean member,
        List<Member.Address> addresses) {
    public CheckoutPage {
        addresses = List.copyOf(addresses);
    }
}
