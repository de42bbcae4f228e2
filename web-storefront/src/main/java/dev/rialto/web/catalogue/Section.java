package dev.rialto.web.catalogue;

import dev.rialto.web.port.Block;
import dev.rialto.web.port.Category;
import dev.rialto.web.port.GoodsCard;
import dev.rialto.web.shop.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of a page with what it shows, in the visitor's language. */
public record Section(
        String kind,
        String title,
        String text,
        String action,
        String html,
        String link,
        @Nullable String picture,
        List<GoodsCard> cards,
        List<Category> categories,
        List<ShopCard> shops) {
    public Section {
        cards = List.copyOf(cards);
        categories = List.copyOf(categories);
        shops = List.copyOf(shops);
    }

    static Section of(Block block, Visit visit) {
        List<String> languages = visit.site().languages();
        String link = block.setting("link");
        return new Section(
                block.kind(),
                block.text("title", visit.language(), languages),
                block.text("text", visit.language(), languages),
                block.text("action", visit.language(), languages),
                block.text("html", visit.language(), languages),
                link == null ? "/goods" : link,
                block.setting("picture"),
                List.of(),
                List.of(),
                List.of());
    }

    /** A part that lives on what it lists shows nothing while there is nothing. */
    boolean isHollow() {
        return switch (kind) {
            case "goods-grid" -> cards.isEmpty();
            case "category-strip" -> categories.isEmpty();
            case "shops" -> shops.isEmpty();
            default -> false;
        };
    }

    Section withCards(List<GoodsCard> shown) {
        return new Section(kind, title, text, action, html, link, picture, shown, categories, shops);
    }

    Section withCategories(List<Category> shown) {
        return new Section(kind, title, text, action, html, link, picture, cards, shown, shops);
    }

    Section withShops(List<ShopCard> shown) {
        return new Section(kind, title, text, action, html, link, picture, cards, categories, shown);
    }
}
