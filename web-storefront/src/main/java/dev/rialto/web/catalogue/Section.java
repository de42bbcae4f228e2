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
        String style,
        List<GoodsCard> cards,
        List<Category> categories,
        List<ShopCard> shops) {
    private static final List<String> TONES = List.of("accent", "plain");

    public Section {
        cards = List.copyOf(cards);
        categories = List.copyOf(categories);
        shops = List.copyOf(shops);
    }

    static Section of(Block block, Visit visit) {
        List<String> languages = visit.site().languages();
        String link = block.setting("link");
        String title = block.text("title", visit.language(), languages);
        boolean shopItself = block.kind().equals("hero") && title.isEmpty();
        return new Section(
                block.kind(),
                shopItself ? visit.site().name() : title,
                shopItself
                        ? visit.inLanguage(visit.site().slogan())
                        : block.text(textName(block), visit.language(), languages),
                block.text("action", visit.language(), languages),
                block.text("body", visit.language(), languages),
                link == null || link.equals("/search?q=") ? "/goods" : link,
                block.setting("picture"),
                style(block),
                List.of(),
                List.of(),
                List.of());
    }

    private static String textName(Block block) {
        return block.kind().equals("picture") ? "alt" : "text";
    }

    private static String style(Block block) {
        String align = "center".equals(block.setting("align")) ? "center" : "";
        if (block.kind().equals("banner")) {
            return TONES.contains(String.valueOf(block.setting("tone")))
                    ? String.valueOf(block.setting("tone"))
                    : "soft";
        }
        return block.setting("picture") == null ? align + " plain" : align;
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
        return new Section(kind, title, text, action, html, link, picture, style, shown, categories, shops);
    }

    Section withCategories(List<Category> shown) {
        return new Section(kind, title, text, action, html, link, picture, style, cards, shown, shops);
    }

    Section withShops(List<ShopCard> shown) {
        return new Section(kind, title, text, action, html, link, picture, style, cards, categories, shown);
    }
}
