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
    @Tag("D66")
    void refusesAPictureThatIsNone() {
        Http.Answer draft = create();
        String boundary = "rialto-" + UUID.randomUUID();
        String body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nadd-picture\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\nno picture at all\r\n--" + boundary + "--\r\n";
        Http.Answer refused = seller.upload("/upload" + path(draft), boundary, body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("no picture");
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
