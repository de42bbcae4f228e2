package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goods that a seller has put on sale. */
record Wares(String title, String path, String slug) {

    static Wares onSale(ConsoleClient seller) {
        String title = "Brass lamp " + UUID.randomUUID();
        Http.Answer draft = draft(seller, title);
        String path = found("action=\"(/goods/goods_[a-z0-9]+)\"", draft);
        Http.Answer published = seller.follow(seller.post(path, "publish"));
        return new Wares(title, path, found("http://mall\\.localhost:[0-9]+/goods/([a-z0-9-]+)", published));
    }

    /** The page of new goods in one currency, seven in stock. */
    static Http.Answer draft(ConsoleClient seller, String title) {
        return draft(seller, title, ConsoleClient.firstOption(seller.get("/goods/new"), "categoryId"));
    }

    /** The path of new goods in this category. */
    static String draftIn(ConsoleClient seller, String title, String category) {
        return found("action=\"(/goods/goods_[a-z0-9]+)\"", draft(seller, title, category));
    }

    private static Http.Answer draft(ConsoleClient seller, String title, String category) {
        return seller.follow(seller.post(
                "/goods/new",
                "save",
                "texts.en.title",
                title,
                "defaultLanguage",
                "en",
                "categoryId",
                category,
                "taxClass",
                "standard",
                "variants.0.prices.KRW.amount",
                "12000",
                "variants.0.pieces",
                "7"));
    }

    static String found(String pattern, Http.Answer page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.text());
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }
}
