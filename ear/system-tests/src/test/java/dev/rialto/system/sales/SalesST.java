package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Statements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sales module: four views, one grand total, as page and as file. */
class SalesST {
    private static final List<String> VIEWS = List.of("period", "company", "goods", "storefront");
    private static final String TOTAL = "id=\"grand-total\">([^<]+)<";

    private final Office operator = Office.operator();

    @TempDir
    Path folder;

    /** One deposit order, paid. */
    @BeforeAll
    static void sell() {
        Http shopper = Mall.running().at("mall.localhost").with("Accept-Language", "en");
        String goods = shopper.get("/goods/grid-notebook").text();
        shopper.post(
                "/cart/add",
                Map.of(
                        "variant",
                        Office.first("name=\"variant\" value=\"(variant_[a-z0-9]+)\"", goods),
                        "quantity",
                        "1"));
        shopper.post("/checkout", details(shopper));
        String offer = shopper.get("/checkout/confirm").text();
        Http.Answer placed = shopper.post(
                "/checkout/confirm",
                Map.of(
                        "fingerprint", Office.first("name=\"fingerprint\" value=\"([^\"]+)\"", offer),
                        "bank", Office.first("name=\"bank\" value=\"([^\"]+)\"", offer),
                        "method", "deposit"));
        confirm(Office.first("/orders/(R[0-9]+)", placed.header("Location").orElseThrow()));
    }

    private static Map<String, String> details(Http shopper) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "email", "kim@example.test",
                "name", "Kim Haneul",
                "phone", "010-1234-5678",
                "country", "KR",
                "postcode", "04524",
                "region", "11",
                "city", "Seoul",
                "street", "Sejongdaero 110"));
        Matcher delivery = Pattern.compile("name=\"(delivery\\.[^\"]+)\" value=\"([^\"]+)\" checked")
                .matcher(shopper.get("/checkout").text());
        while (delivery.find()) {
            form.put(delivery.group(1), delivery.group(2));
        }
        return form;
    }

    private static String amountOf(String number) {
        try (Connection database = Mall.running().database();
                PreparedStatement statement =
                        database.prepareStatement("select total from purchase where number = ?")) {
            statement.setString(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void confirm(String number) {
        Office office = Office.operator();
        String path = Office.first("href=\"(/orders/order_[a-z0-9]+)\"", office.page("/orders?q=" + number));
        office.done(path, "confirm", "amount", amountOf(number), "reason", "seen on the account");
    }

    @Test
    @Tag("D4")
    void eachOfTheSixModulesIsInTheMenuAndOpens() {
        String home = operator.page("/");
        for (String module : List.of("/shops", "/goods", "/members", "/orders", "/stock", "/sales")) {
            assertThat(home).contains("href=\"" + module + "\"");
            assertThat(operator.page(module)).contains("<h1>");
        }
    }

    @Test
    @Tag("D90")
    @Tag("D91")
    @Tag("D92")
    @Tag("D93")
    void everyViewHasTheSameGrandTotal() {
        String total = Office.first(TOTAL, operator.page("/sales?by=period&period=this-year"));
        assertThat(total).startsWith("₩").isNotEqualTo("₩0");
        for (String view : VIEWS) {
            assertThat(Office.first(TOTAL, operator.page("/sales?period=this-year&by=" + view)))
                    .as(view)
                    .isEqualTo(total);
        }
        for (String step : List.of("day", "week", "month")) {
            assertThat(Office.first(TOTAL, operator.page("/sales?by=period&period=month&step=" + step)))
                    .isEqualTo(total);
        }
    }

    @Test
    @Tag("D91")
    void aSellerSeesItsOwnSalesOnly() {
        String own = Office.hanok().page("/sales?by=company&period=this-year&company=");
        assertThat(own).doesNotContain("name=\"company\"", "Nordlicht");
    }

    @Test
    @Tag("D93")
    void exportsTheSameTotalAsCsvAndAsAWorkbook() throws IOException {
        String page = operator.page("/sales?by=goods&period=this-year");
        String digits = Office.first(TOTAL, page).replaceAll("[^0-9]", "");
        String csv = operator.page("/sales/csv?by=goods&period=this-year");
        assertThat(csv.lines().reduce((first, second) -> second).orElseThrow())
                .startsWith("Grand total,")
                .contains("," + digits + ",");
        assertThat(sheet("/sales/xlsx?by=goods&period=this-year"))
                .contains("<v>" + digits + "</v>")
                .doesNotContain("<f>");
    }

    private String sheet(String path) throws IOException {
        Path file = folder.resolve("sales.xlsx");
        Files.write(file, operator.get(path).response().body());
        try (ZipFile workbook = new ZipFile(file.toFile())) {
            ZipEntry sheet = workbook.getEntry("xl/worksheets/sheet1.xml");
            if (sheet != null) {
                return new String(workbook.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        throw new IOException("no sheet in " + path);
    }

    @Test
    @Tag("D90")
    void saysWhatIsWrongWithADay() {
        Http.Answer answer = operator.get("/sales?from=2026-13-01&to=2026-01-01");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("is not a date", "value=\"2026-13-01\"");
        assertThat(operator.get("/sales?from=2026-02-01&to=2026-01-01").text())
                .contains("must not be before the first day");
    }

    @Test
    void everyPageTakesFewStatements() {
        for (String path : List.of("/sales?by=goods", "/stock", "/stock/movements", "/stock/companies")) {
            assertThat(own(path)).as(path).isLessThanOrEqualTo(3);
        }
        assertThat(own("/")).isLessThanOrEqualTo(6);
    }

    /** Statements of the page itself: those of any page, such as finding the session, are not counted. */
    private long own(String path) {
        operator.page(path);
        long any = Statements.sum(Statements.fewest(3, () -> operator.page("/stock/import?plain")));
        return Statements.sum(Statements.fewest(3, () -> operator.page(path))) - any + 1;
    }
}
