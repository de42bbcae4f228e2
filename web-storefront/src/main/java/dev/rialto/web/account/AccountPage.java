package dev.rialto.web.account;

import dev.rialto.web.port.Member;
import dev.rialto.web.port.OrderSummary;
import dev.rialto.web.port.SellerStanding;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member keeps with the mall.
 *
 * @param profile the form of name, phone and language
 * @param address the form of a new address
 * @param erasure the form that asks for the password before the person is erased
 * @param languages code to name
 * @param countries code to name
 */
public record AccountPage(
        Member member,
        List<OrderSummary> orders,
        List<SellerStanding> standings,
        Form profile,
        Form address,
        Form erasure,
        Map<String, String> languages,
        Map<String, String> countries,
        @Nullable String notice,
        Wording wording) {
    public AccountPage {
        orders = List.copyOf(orders);
        standings = List.copyOf(standings);
    }

    public String state(OrderSummary order) {
        return wording.say("order.state." + order.state());
    }

    public String standing(SellerStanding standing) {
        return wording.say("seller.state." + standing.state());
    }

    /** Kinds of consent a member may give or take back. */
    public List<String> consents() {
        return member.consents().keySet().stream()
                .filter(kind -> !kind.equals("terms"))
                .sorted()
                .toList();
    }

    public boolean isGiven(String kind) {
        return member.consents().getOrDefault(kind, false);
    }

    public String consentText(String kind) {
        return wording.say("consent." + kind);
    }
}
