package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GoodsST {
    private final ConsoleClient seller = ConsoleClient.sellerWithoutShop();
    private final String title = "Brass ruler " + UUID.randomUUID();

    @Test
    @Tag("D64")
    @Tag("D65")
    void asksForACategoryOfTheSecondLevelAndKeepsWhatWasTyped() {
        Http.Answer answer = seller.post("/goods/new", "save", form("", "12000"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("must be filled in", title, "value=\"12000\"");
    }

    @Test
    @Tag("A2")
    @Tag("D67")
    void showsNewGoodsInTheListAndOncePublishedInTheMall() {
        Http.Answer draft = create();
        assertThat(seller.get("/goods?q=Brass+ruler").text()).contains(title);
        Http.Answer published = seller.follow(seller.post(path(draft), "publish"));
        assertThat(onMall(published)).contains(title);
    }

    @Test
    @Tag("D18")
    void showsAChangedPriceInTheMallAtOnce() {
        Http.Answer draft = create();
        Http.Answer published = seller.follow(seller.post(path(draft), "publish"));
        seller.follow(seller.post(path(published), "save", changed(published, "34500")));
        assertThat(onMall(published)).contains("34,500");
    }

    @Test
    @Tag("D35")
    void tellsAboutAStaleEditAndLosesNothingTyped() {
        Http.Answer read = create();
        seller.follow(seller.post(path(read), "save", changed(read, "13000")));
        Http.Answer refused = seller.post(path(read), "save", changed(read, "14000"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("it has changed meanwhile", "value=\"14000\"");
    }

    @Test
    @Tag("D60")
    void showsADraftExactlyAsItsPageWillBe() {
        Http.Answer draft = create();
        Http maker = Mall.running().at("mall.localhost");
        maker.get(Shops.draft(draft));
        String slug = Shops.draft(draft).replaceFirst("\\?.*", "");
        String before = main(maker.get(slug));
        assertThat(before).contains(title);
        assertThat(Mall.running().at("mall.localhost").get(slug).status()).isEqualTo(404);
        seller.follow(seller.post(path(draft), "publish"));
        assertThat(main(Mall.running().at("mall.localhost").get(slug))).isEqualTo(before);
    }

    private static String main(Http.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return page.text().substring(page.text().indexOf("<main"), page.text().indexOf("</main>"));
    }

    @Test
    @Tag("D61")
    @Tag("D62")
    void fillsTheFormAndShowsTheChangeWithoutWhatIsUnsafe() {
        Http.Answer read = create();
        assertThat(read.text()).contains("value=\"" + title + "\"", "value=\"12000\"");
        List<String> inputs = new ArrayList<>(List.of(changed(read, "12000")));
        inputs.addAll(List.of("texts.en.bodyHtml", "<h2>Turned by hand</h2><script>alert(1)</script>"));
        seller.follow(seller.post(path(read), "save", inputs.toArray(String[]::new)));
        Http.Answer published = seller.follow(seller.post(path(read), "publish"));
        assertThat(onMall(published)).contains("<h2>Turned by hand</h2>").doesNotContain("alert(1)");
    }

    @Test
    @Tag("D62")
    void beginsAnEmptyDescriptionFromAnOutlineAndKeepsAWrittenOne() {
        Http.Answer read = create();
        List<String> inputs = new ArrayList<>(List.of(changed(read, "15500")));
        Http.Answer begun = seller.post(path(read), "template.sizes.en", inputs.toArray(String[]::new));
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.text())
                .contains("&lt;h3&gt;Sizes&lt;/h3&gt;", "value=\"15500\"", title, "not saved yet")
                .doesNotContain("Please check");
        inputs.addAll(List.of("texts.en.bodyHtml", "<p>My own words</p>"));
        Http.Answer refused = seller.post(path(read), "template.care.en", inputs.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("My own words", "is written already")
                .doesNotContain("Wash at 30");
    }

    @Test
    @Tag("D63")
    void namesGoodsBeforeTheyAreDeletedAndThenTakesThemOffEveryShelf() {
        Http.Answer published = seller.follow(seller.post(path(create()), "publish"));
        assertThat(seller.get(path(published) + "?ask=delete").text()).contains("Delete “" + title);
        assertThat(onMall(published)).contains(title);
        seller.follow(seller.post(path(published), "delete"));
        assertThat(seller.get("/goods?q=" + title.replace(" ", "+")).text()).contains("Nothing matches");
        Matcher link = Pattern.compile("http://mall\\.localhost:[0-9]+(/goods/[a-z0-9-]+)")
                .matcher(published.text());
        assertThat(link.find()).isTrue();
        assertThat(Mall.running().at("mall.localhost").get(link.group(1)).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("D59")
    void listsTheGoodsOfTheShopThatWasChosen() {
        Http.Answer mine = create();
        ConsoleClient operator = ConsoleClient.operator();
        String list = operator.get("/goods").text();
        Matcher shop = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Nordlicht")
                .matcher(list);
        assertThat(shop.find()).isTrue();
        assertThat(list).contains(path(mine));
        assertThat(operator.get("/goods?shop=" + shop.group(1)).text())
                .contains("Nordlicht")
                .doesNotContain(path(mine));
    }

    @Test
    void changesManyPricesOnceAndOnlyAsShown() {
        Http.Answer published = seller.follow(seller.post(path(create()), "publish"));
        String id = ConsoleClient.ticked(seller.get("/goods?q=" + title.replace(" ", "+")));
        String[] change = {"goods", id, "kind", "reduction", "percent", "25", "currency", "KRW"};
        Http.Answer shown = seller.post("/goods/bulk", "preview", change);
        assertThat(shown.text()).containsSubsequence("12,000", "9,000");
        assertThat(onMall(published)).contains("12,000").doesNotContain("9,000");
        List<String> press = new ArrayList<>(List.of(change));
        press.addAll(List.of("plan", ConsoleClient.hidden(shown, "plan")));
        seller.follow(seller.post("/goods/bulk", "apply", press.toArray(String[]::new)));
        assertThat(onMall(published)).contains("9,000");
        Http.Answer again = seller.post("/goods/bulk", "apply", press.toArray(String[]::new));
        assertThat(again.text()).contains("it was applied already");
        assertThat(onMall(published)).contains("9,000").doesNotContain("6,750");
    }

    private Http.Answer create() {
        String category = ConsoleClient.firstOption(seller.get("/goods/new"), "categoryId");
        return seller.follow(seller.post("/goods/new", "save", form(category, "12000")));
    }

    private String[] form(String category, String price) {
        return new String[] {
            "texts.en.title",
            title,
            "defaultLanguage",
            "en",
            "categoryId",
            category,
            "taxClass",
            "standard",
            "variants.0.prices.KRW.amount",
            price,
            "variants.0.pieces",
            "7"
        };
    }

    private String[] changed(Http.Answer read, String price) {
        String category = ConsoleClient.firstOption(seller.get("/goods/new"), "categoryId");
        List<String> inputs = new ArrayList<>(List.of(form(category, price)));
        inputs.addAll(List.of(
                "version", ConsoleClient.hidden(read, "version"),
                "variants.0.id", ConsoleClient.hidden(read, "variants.0.id")));
        return inputs.toArray(String[]::new);
    }

    private static String path(Http.Answer page) {
        Matcher form = Pattern.compile("action=\"(/goods/goods_[a-z0-9]+)\"").matcher(page.text());
        assertThat(form.find()).as(page.text()).isTrue();
        return form.group(1);
    }

    private static String onMall(Http.Answer published) {
        Matcher link = Pattern.compile("http://mall\\.localhost:[0-9]+(/goods/[a-z0-9-]+)")
                .matcher(published.text());
        assertThat(link.find()).isTrue();
        return Mall.running().at("mall.localhost").get(link.group(1)).text();
    }
}
