package dev.rialto.web.console.home;

import dev.rialto.overview.MallSteps;
import dev.rialto.overview.SellerSteps;
import java.util.List;
import java.util.Set;

/**
 * A step of a new seller, or of a new mall.
 *
 * @param key of its texts
 * @param note what stands in the way, if something does
 */
public record Step(String key, boolean done, String path, String note) {

    static List<Step> of(SellerSteps steps) {
        return List.of(
                new Step("accepted", steps.accepted(), "", ""),
                new Step("described", steps.described(), "", ""),
                new Step("papers", steps.checked(), "/verification", ""),
                new Step("delivery", steps.delivers(), "/delivery", ""),
                new Step("goods", steps.lists(), "/goods", ""),
                new Step("stock", steps.stocks(), "/stock", ""),
                new Step("shop", steps.hasShop(), "/shops", steps.hasShop() ? "" : steps.reason()),
                new Step("sold", steps.sold(), "/orders", ""));
    }

    static List<Step> of(MallSteps steps) {
        return List.of(
                new Step("mall.categories", steps.sorts(), "/categories", ""),
                new Step("mall.taxes", steps.taxes(), "/taxes", ""),
                new Step("mall.banks", steps.banks(), "/bank-accounts", ""),
                new Step("mall.terms", steps.terms(), "/terms", ""),
                new Step("mall.second", steps.pairs(), "/staff", ""),
                new Step("mall.sellers", steps.admits(), "/sellers", ""),
                new Step("mall.goods", steps.lists(), "/goods", ""),
                new Step("mall.sold", steps.sold(), "/orders", ""));
    }

    /** A storefront is a choice, and so are bank transfers, terms and colleagues: goods sell without. */
    boolean isOptional() {
        return Set.of("shop", "mall.banks", "mall.terms", "mall.second").contains(key);
    }
}
