package dev.rialto.web.console.home;

import dev.rialto.overview.SellerSteps;
import java.util.List;

/**
 * A step of a new seller.
 *
 * @param key of its texts
 * @param note what stands in the way, if something does
 */
public record Step(String key, boolean done, String path, String note) {

    static List<Step> of(SellerSteps steps) {
        return List.of(
                new Step("accepted", steps.accepted(), "", ""),
                new Step("described", steps.described(), "", ""),
                new Step("delivery", steps.delivers(), "/delivery", ""),
                new Step("goods", steps.lists(), "/goods", ""),
                new Step("stock", steps.stocks(), "/stock", ""),
                new Step("shop", steps.hasShop(), "/shops", steps.hasShop() ? "" : steps.reason()),
                new Step("sold", steps.sold(), "/orders", ""));
    }

    /** A storefront is a choice: goods sell in the mall without one. */
    boolean isOptional() {
        return key.equals("shop");
    }
}
