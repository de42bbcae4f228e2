package dev.rialto.web.catalogue;

import dev.rialto.web.port.Goods;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Link;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One product.
 *
 * @param shown the variant whose price is shown first
 * @param variants what can be chosen
 * @param attributes further properties: name and text
 * @param most units of one order line
 * @param ask the form of who wants to be told when a sold-out variant can be had again
 */
public record GoodsPage(
        Goods goods,
        Goods.Variant shown,
        List<VariantChoice> variants,
        List<Link> path,
        List<String> deliveries,
        List<Map.Entry<String, String>> attributes,
        String optionLegend,
        String stockText,
        String taxNote,
        long most,
        Form ask,
        @Nullable String notice) {

    /**
     * A variant to choose.
     *
     * @param price what it costs here
     * @param priced true when variants differ in price, so that each names its own
     */
    public record VariantChoice(
            String id, String title, String price, boolean priced, boolean isChosen, boolean isAvailable) {}

    public GoodsPage {
        variants = List.copyOf(variants);
        path = List.copyOf(path);
        deliveries = List.copyOf(deliveries);
        attributes = List.copyOf(attributes);
    }

    /** The variants to be told of. */
    public List<VariantChoice> soldOut() {
        return goods.trader().sells()
                ? variants.stream().filter(each -> !each.isAvailable()).toList()
                : List.of();
    }

    public boolean isAsked(VariantChoice variant) {
        return ask.value("variant").equals(variant.id());
    }

    public boolean isAvailable() {
        return goods.trader().sells() && goods.variants().stream().anyMatch(Goods.Variant::isAvailable);
    }
}
