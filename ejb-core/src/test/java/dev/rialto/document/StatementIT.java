package dev.rialto.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesFigures;
import dev.rialto.sales.SalesQuery;
import dev.rialto.seller.Permissions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("D93")
class StatementIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;
    static Statements statements;
    static Sales sales;
    static Caller operator;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        statements = shop.mall.get(Statements.class);
        sales = shop.mall.get(Sales.class);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
        shop.buy(shop.guest(), shop.variant(10_000, 9), 2);
        shop.buy(shop.guest(), shop.variant(shop.second, 7_000, 9), 1);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static SalesQuery query(SalesBy by, @Nullable UUID seller, String language) {
        LocalDate today = LocalDate.ofInstant(shop.mall.get(Clock.class).instant(), ZoneId.of("Asia/Seoul"));
        return new SalesQuery(
                by,
                today.minusDays(30),
                today.plusDays(1),
                "KRW",
                new SalesQuery.Narrowing(seller, null, null),
                language,
                new SalesQuery.Rows(0, 5_000));
    }

    private static String textOf(Paper paper) throws IOException {
        PdfReader reader = new PdfReader(paper.content());
        try (reader) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"en,Statement of sales", "ko,매출 명세서", "ja,売上明細書", "zh,销售对账单"})
    void itHasTheGrandTotalOfThePageInFourLanguages(String language, String title) throws IOException {
        SalesQuery query = query(SalesBy.COMPANY, null, language);
        SalesFigures total = sales.report(operator, query).total("KRW");
        assertThat(total.total()).isPositive();
        String text = textOf(statements.write(operator, new StatementOf("The mall", query)));
        String shown = new Money(total.total(), "KRW").format(Locale.forLanguageTag(language));
        assertThat(text).contains(shown.replaceAll("[^0-9,]", ""));
        assertThat(text).contains("The mall", "First", "Second");
        if (!"en".equals(language) && shop.mall.get(DocumentSettings.class).font() == null) {
            return;
        }
        assertThat(text.replace(" ", "")).contains(title.replace(" ", ""));
    }

    @Test
    void aSellerGetsItsOwnSalesOnlyAndNobodyGetsAnyWithoutThePermission() throws IOException {
        Caller seller = Caller.tenant(shop.first, Ids.next(), Permissions.SELLER_OWNER, "test");
        SalesQuery query = query(SalesBy.VARIANT, null, "en");
        SalesFigures own = sales.report(seller, query).total("KRW");
        String text = textOf(statements.write(seller, new StatementOf("First", query)));
        assertThat(text).contains(new Money(own.total(), "KRW").format(Locale.ENGLISH));
        assertThat(own.total())
                .isLessThan(sales.report(operator, query).total("KRW").total());
        Caller nobody = Caller.tenant(shop.first, Ids.next(), Set.of(), "test");
        assertThatThrownBy(() -> statements.write(nobody, new StatementOf("First", query)))
                .hasMessageContaining("not_permitted");
    }
}
