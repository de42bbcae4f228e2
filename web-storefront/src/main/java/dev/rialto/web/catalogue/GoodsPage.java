package dev.rialto.web.catalogue;

import dev.rialto.web.port.Goods;
import dev.rialto.web.shop.Link;
import java.util.List;
import java.util.Map;

/**
 * One product.
 *
 * @param shown the variant whose price is shown first
 * @param variants what can be chosen
 * @param attributes further properties: name and text
 * @param most units of one order line
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
        long most) {

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

    public boolean isAvailable() {
        return goods.trader().sells() && goods.variants().stream().anyMatch(Goods.Variant::isAvailable);
    }
}
