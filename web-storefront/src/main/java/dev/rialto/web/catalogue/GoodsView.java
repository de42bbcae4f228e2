package dev.rialto.web.catalogue;

import dev.rialto.web.port.Goods;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Link;
import dev.rialto.web.shop.Visit;
import dev.rialto.web.shop.Wording;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page of one product. */
@Dependent
class GoodsView {
    private static final long MOST = 999;
    private static final long FEW = 5;

    GoodsPage page(Goods goods, Visit visit) {
        String key = "told.notice." + visit.text("told");
        String notice = visit.wording().texts().get(key);
        return page(goods, visit, Form.of(visit.wording(), Map.of()), notice);
    }

    /** The page with what a visitor typed to be told of, and what is wrong with it. */
    GoodsPage page(Goods goods, Visit visit, Form ask, @Nullable String notice) {
        Goods.Variant shown = shown(goods);
        return new GoodsPage(
                goods,
                shown,
                choices(goods, shown, visit),
                path(goods),
                deliveries(goods, visit),
                attributes(goods, visit.wording()),
                legend(goods, visit.wording()),
                stock(shown.available(), visit.wording()),
                visit.site().grossPrices() ? "tax.inside" : "tax.ontop",
                Math.min(MOST, most(goods)),
                ask,
                notice);
    }

    /** The first variant that can be bought, else the first. */
    private static Goods.Variant shown(Goods goods) {
        return goods.variants().stream()
                .filter(Goods.Variant::isAvailable)
                .findFirst()
                .orElse(goods.variants().get(0));
    }

    private static long most(Goods goods) {
        return goods.variants().stream()
                .mapToLong(Goods.Variant::available)
                .max()
                .orElse(0);
    }

    private static List<GoodsPage.VariantChoice> choices(Goods goods, Goods.Variant shown, Visit visit) {
        boolean differ =
                goods.variants().stream().map(Goods.Variant::price).distinct().count() > 1;
        return goods.variants().stream()
                .map(variant -> new GoodsPage.VariantChoice(
                        variant.id(),
                        variant.title(),
                        visit.formats().money(variant.price()),
                        differ,
                        variant.equals(shown),
                        variant.isAvailable()))
                .toList();
    }

    private static List<Link> path(Goods goods) {
        List<Link> path = new ArrayList<>();
        String address = "/c";
        for (var category : goods.path()) {
            address += "/" + category.slug();
            path.add(new Link(address, category.name()));
        }
        return path;
    }

    private static List<String> deliveries(Goods goods, Visit visit) {
        return goods.deliveries().stream()
                .map(delivery -> delivery(delivery, visit))
                .toList();
    }

    private static String delivery(Goods.Delivery delivery, Visit visit) {
        Wording wording = visit.wording();
        String text = delivery.name();
        if (delivery.from() != null) {
            text += " · "
                    + (delivery.from().isZero()
                            ? wording.say("delivery.free")
                            : wording.say("delivery.from", visit.formats().money(delivery.from())));
        }
        if (delivery.freeFrom() != null) {
            text += " · " + wording.say("delivery.freefrom", visit.formats().money(delivery.freeFrom()));
        }
        return text;
    }

    private static List<Map.Entry<String, String>> attributes(Goods goods, Wording wording) {
        return goods.attributes().entrySet().stream()
                .map(attribute -> Map.entry(
                        wording.named("facet." + attribute.getKey(), attribute.getKey()), attribute.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    private static String legend(Goods goods, Wording wording) {
        return goods.optionNames().isEmpty() ? wording.say("goods.choose") : String.join(" / ", goods.optionNames());
    }

    private static String stock(long available, Wording wording) {
        return available <= FEW ? wording.count("stock.few", available) : wording.say("stock.some");
    }
}
