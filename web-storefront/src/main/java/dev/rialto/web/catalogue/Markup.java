package dev.rialto.web.catalogue;

import dev.rialto.web.port.Goods;
import dev.rialto.web.shop.Link;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Data of schema.org as blocks that can stand within a page: what might end a block is written in another way. */
final class Markup {
    private static final String CONTEXT = "https://schema.org";

    private Markup() {}

    static String website(String address, String name) {
        return block(Json.createObjectBuilder()
                .add("@context", CONTEXT)
                .add("@type", "WebSite")
                .add("name", name)
                .add("url", address + "/")
                .add(
                        "potentialAction",
                        Json.createObjectBuilder()
                                .add("@type", "SearchAction")
                                .add("target", address + "/search?q={words}")
                                .add("query-input", "required name=words"))
                .build());
    }

    static String breadcrumbs(String address, String shop, List<Link> way) {
        JsonArrayBuilder items = Json.createArrayBuilder().add(crumb(1, shop, address + "/"));
        int position = 2;
        for (Link link : way) {
            items.add(crumb(position++, link.text(), address + link.address()));
        }
        return block(Json.createObjectBuilder()
                .add("@context", CONTEXT)
                .add("@type", "BreadcrumbList")
                .add("itemListElement", items)
                .build());
    }

    private static JsonObjectBuilder crumb(int position, String name, String address) {
        return Json.createObjectBuilder()
                .add("@type", "ListItem")
                .add("position", position)
                .add("name", name)
                .add("item", address);
    }

    static String product(Goods goods, String address, String canonical) {
        JsonObjectBuilder product = Json.createObjectBuilder()
                .add("@context", CONTEXT)
                .add("@type", "Product")
                .add("name", goods.title())
                .add("description", goods.summary().isEmpty() ? goods.title() : goods.summary())
                .add("url", canonical)
                .add("productID", goods.id())
                .add("brand", named("Brand", goods.vendor() == null ? goods.sellerName() : goods.vendor()))
                .add("image", images(goods, address))
                .add("offers", offers(goods, canonical));
        if (goods.rating().isGiven()) {
            product.add(
                    "aggregateRating",
                    Json.createObjectBuilder()
                            .add("@type", "AggregateRating")
                            .add("ratingValue", goods.rating().average())
                            .add("reviewCount", goods.rating().count()));
        }
        return block(product.build());
    }

    private static JsonArrayBuilder images(Goods goods, String address) {
        JsonArrayBuilder images = Json.createArrayBuilder();
        goods.pictures().forEach(picture -> images.add(address + "/pictures/" + picture.key() + "-1600.jpg"));
        return images;
    }

    private static JsonArrayBuilder offers(Goods goods, String canonical) {
        JsonArrayBuilder offers = Json.createArrayBuilder();
        for (Goods.Variant variant : goods.variants()) {
            boolean sold = goods.trader().sells() && variant.isAvailable();
            JsonObjectBuilder offer = Json.createObjectBuilder()
                    .add("@type", "Offer")
                    .add("sku", variant.id())
                    .add("url", canonical)
                    .add("price", variant.price().toDecimal().toPlainString())
                    .add("priceCurrency", variant.price().currency())
                    .add("availability", CONTEXT + (sold ? "/InStock" : "/OutOfStock"))
                    .add("itemCondition", CONTEXT + "/NewCondition")
                    .add("seller", named("Organization", goods.sellerName()));
            if (!variant.title().isEmpty()) {
                offer.add("name", variant.title());
            }
            offers.add(offer);
        }
        return offers;
    }

    private static JsonObjectBuilder named(String type, String name) {
        return Json.createObjectBuilder().add("@type", type).add("name", name);
    }

    private static String block(JsonObject data) {
        String safe = data.toString()
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return "<script type=\"application/ld+json\">" + safe + "</script>";
    }
}
