package dev.rialto.web.account;

import dev.rialto.web.port.Member;
import dev.rialto.web.port.OrderSummary;
import dev.rialto.web.port.SellerStanding;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a member keeps with the mall.
 *
 * @param profile the form of name, phone and language
 * @param portrait the form of what the member says about himself
 * @param choosing what the portrait may be made of
 * @param languages code to name
 */
public record AccountPage(
        Member member,
        List<OrderSummary> orders,
        List<SellerStanding> standings,
        Form profile,
        Form portrait,
        Choosing choosing,
        Map<String, String> languages,
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
        return Stream.concat(Stream.of("marketing"), member.consents().keySet().stream())
                .filter(kind -> !kind.equals("terms"))
                .distinct()
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
