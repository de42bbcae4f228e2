package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stock module, as a seller without a storefront and an operator use it. */
class StockTakingST {
    private final Office seller = Office.moru();
    private final String sku = "ST-" + System.nanoTime();

    @Test
    @Tag("D88")
    @Tag("D89")
    void aReceiptOfTwentyAddsTwentyAndSoldOutGoodsAreOnSaleAgain() {
        String goods = published("0");
        assertThat(shop(goods)).contains("Sold out");
        String stock = path();
        seller.done(stock, "change", "kind", "RECEIPT", "quantity", "20", "reason", "van of Monday");
        assertThat(shop(goods)).doesNotContain("Sold out");
        assertThat(seller.page("/stock/movements?q=" + sku)).contains("van of Monday", "+20");
        assertThat(seller.page("/stock?q=" + sku)).contains("the books are even");
    }

    @Test
    @Tag("D87")
    @Tag("D88")
    void aCountIsLookedAtBeforeItIsBookedAndBookedOnce() {
        published("7");
        String page = seller.page("/stock/taking?q=" + sku);
        String variant = Office.first("name=\"entered\\.([0-9a-f-]{36})\"", page);
        String sheet = seller.done(
                "/stock/taking", "preview", "kind", "COUNT", "entered." + variant, "5", "seen." + variant, "7");
        assertThat(seller.page(sheet)).contains("-2", "Not booked yet");
        seller.done(sheet, "book");
        assertThat(seller.post(sheet, "book").status()).isEqualTo(409);
        assertThat(seller.page("/stock?q=" + sku)).contains("the books are even");
        assertThat(seller.page("/stock/csv?q=" + sku)).contains(sku + ",5,0,5,0,7,-2");
    }

    @Test
    @Tag("D89")
    void aFileNamesEveryWrongLineAndChangesNothing() {
        published("3");
        Http.Answer wrong = seller.upload("sku,quantity\r\n" + sku + ",20\r\nnone,1\r\n" + sku + ",x\r\n");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("line 3: there is no SKU none", "line 4: “x” is not a whole number");
        Http.Answer right = seller.upload("sku,quantity\r\n" + sku + ",20\r\n");
        assertThat(right.status()).as(right.text()).isEqualTo(303);
        seller.done(right.header("Location").orElseThrow(), "book");
        assertThat(seller.page("/stock/csv?q=" + sku)).contains(sku + ",23,");
    }

    @Test
    @Tag("D85")
    @Tag("D86")
    void anOperatorSeesStockByShopAndByCompany() {
        Office operator = Office.operator();
        String companies = operator.page("/stock/companies");
        String company = Office.first("href=\"/stock\\?company=([0-9a-f-]{36})\"", companies);
        assertThat(operator.page("/stock?company=" + company)).contains("Sum of");
        String page = operator.page("/stock");
        String shop = Office.first(
                "name=\"shop\".*?<option value=\"[0-9a-f-]{36}\">[^<]*</option><option value=\"([0-9a-f-]{36})\"",
                page);
        assertThat(operator.page("/stock?shop=" + shop)).contains("Sum of", "selected=\"selected\"");
    }

    /** Published goods with so many pieces; tells their address in the mall. */
    private String published(String pieces) {
        String category =
                Office.first("name=\"categoryId\".*?<option value=\"([0-9a-f-]{36})\"", seller.page("/goods/new"));
        String edit = seller.done(
                "/goods/new",
                "save",
                "texts.en.title",
                "Stock thing " + sku,
                "defaultLanguage",
                "en",
                "categoryId",
                category,
                "taxClass",
                "standard",
                "variants.0.sku",
                sku,
                "variants.0.prices.KRW.amount",
                "12000",
                "variants.0.pieces",
                pieces);
        String shown = seller.page(seller.done(edit, "publish"));
        return Office.first("http://mall\\.localhost:[0-9]+(/goods/[a-z0-9-]+)", shown);
    }

    private static String shop(String goods) {
        return Mall.running()
                .at("mall.localhost")
                .with("Accept-Language", "en")
                .get(goods)
                .text();
    }

    private String path() {
        return Office.first("href=\"(/stock/variant_[a-z0-9]+)\"", seller.page("/stock?q=" + sku));
    }
}
