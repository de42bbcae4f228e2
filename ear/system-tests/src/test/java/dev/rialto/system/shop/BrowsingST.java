package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BrowsingST {
    private static final Pattern GOODS = Pattern.compile("href=\"/goods/([a-z0-9-]+)\"");

    @Test
    @Tag("D36")
    void offersSearchShopsAndCategoriesOnTheMallsFront() {
        Shopper shopper = Shopper.at("mall.localhost");
        assertThat(shopper.page("/")).contains("role=\"search\"", "href=\"/shops\"", "href=\"/c/table\"");
        assertThat(shopper.page("/search?q=notebook")).containsPattern(GOODS);
        assertThat(shopper.page("/shops")).contains("hanok.localhost", "Studio Moru");
    }

    @Test
    @Tag("D36")
    void findsWhatIsTypedInKoreanAndJapaneseLetters() {
        Shopper korean = Shopper.at("hanok.localhost");
        assertThat(korean.page("/search?lang=ko&q=%EC%88%98%EB%B0%98")).contains("‘수반’", "침봉 수반");
        Shopper japanese = Shopper.at("mall.localhost");
        assertThat(japanese.page("/search?lang=ja&q=%E8%8C%B6%E7%A2%97"))
                .contains("茶碗")
                .doesNotContain("è");
    }

    @Test
    @Tag("A3")
    @Tag("D37")
    void listsGoodsOfAllSellersAndNamesEach() {
        Shopper shopper = Shopper.at("mall.localhost");
        assertThat(shopper.page("/goods?sort=price")).contains("class=\"seller\"");
        String slug = Shopper.first(GOODS, shopper.page("/goods"));
        assertThat(shopper.page("/goods/" + slug)).contains("Sold by", "action=\"/cart/add\"");
    }

    @Test
    @Tag("D7")
    @Tag("A7")
    void keepsEachShopOnItsOwnAddressWithItsOwnGoods() {
        String hanok = Shopper.at("hanok.localhost").page("/goods");
        assertThat(Shopper.at("nordlicht.localhost").page("/goods")).doesNotContain(Shopper.first(GOODS, hanok));
        assertThat(hanok).doesNotContain("mall.localhost", "class=\"seller\"");
    }

    @Test
    void keepsWhatNarrowsAListInTheAddress() {
        Shopper shopper = Shopper.at("mall.localhost");
        assertThat(shopper.page("/goods?sort=price-desc")).contains("sort=price-desc");
        assertThat(shopper.page("/goods?in=table")).contains("Remove all filters");
    }

    @Test
    void helpsWhoFindsNothing() {
        assertThat(Shopper.at("mall.localhost").page("/search?q=qqxxzzvv"))
                .contains("Nothing found for “qqxxzzvv”", "Check the spelling", "New in the shop");
    }

    @Test
    @Tag("A9")
    void dressesEachShopInItsOwnTheme() {
        Pattern theme = Pattern.compile("href=\"(/theme/[^\"]+)\"");
        Shopper mall = Shopper.at("mall.localhost");
        Shopper hanok = Shopper.at("hanok.localhost");
        String own = mall.page(Shopper.first(theme, mall.page("/")));
        assertThat(hanok.page(Shopper.first(theme, hanok.page("/"))))
                .startsWith(":root{--accent:#")
                .isNotEqualTo(own);
    }
}
