package dev.rialto.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.TestMall;
import dev.rialto.stock.HoldStock.Line;
import dev.rialto.stock.StockChange.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTakingIT {
    static TestMall mall;
    static GoodsFixture goods;
    static Stock stock;
    static StockSheets sheets;
    static int number;
    final UUID seller = goods.seller("Seller " + ++number);
    final Caller staff = GoodsFixture.staff(seller);

    @BeforeAll
    static void open(@TempDir Path folder) {
        mall = TestMall.empty(folder);
        goods = new GoodsFixture(mall, 0);
        stock = mall.get(Stock.class);
        sheets = mall.get(StockSheets.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    @Test
    @Tag("D88")
    void whatSellsBetweenCountingAndBookingStaysSold() {
        UUID variant = received(20);
        UUID sheet = sheets.write(staff, count(variant, 17));
        stock.take(GoodsFixture.worker(), goods.order(), List.of(new Line(variant, 4)));
        assertThat(sheets.view(staff, sheet, "en").lines().get(0).onHand()).isEqualTo(16);
        sheets.book(staff, sheet);
        StockLevel level = level(variant);
        assertThat(List.of(level.onHand(), level.sold(), level.received(), level.corrected()))
                .containsExactly(13L, 4L, 20L, -3L);
        assertThat(stock.total(staff, filter()).isEven()).isTrue();
    }

    @Test
    void aSheetIsBookedOnceAndByNobodyElse() {
        UUID variant = received(3);
        UUID sheet = sheets.write(staff, new NewSheet(Kind.RECEIPT, "van", List.of(line(variant, 20))));
        Caller stranger = GoodsFixture.staff(goods.seller("Stranger " + ++number));
        assertRefused(() -> sheets.book(stranger, sheet), StockError.SHEET_NOT_FOUND);
        sheets.book(staff, sheet);
        assertRefused(() -> sheets.book(staff, sheet), StockError.SHEET_DONE);
        assertRefused(() -> sheets.drop(staff, sheet), StockError.SHEET_DONE);
        assertThat(level(variant).onHand()).isEqualTo(23);
    }

    @Test
    void aCountBelowWhatIsHeldBooksNothingAndStaysOpen() {
        UUID variant = received(5);
        UUID sheet = sheets.write(staff, count(variant, 1));
        stock.hold(
                GoodsFixture.worker(),
                new HoldStock(goods.checkout(), List.of(new Line(variant, 2)), Instant.parse("2100-01-01T00:00:00Z")));
        assertRefused(() -> sheets.book(staff, sheet), StockError.OUT_OF_STOCK);
        assertThat(sheets.view(staff, sheet, "en").isOpen()).isTrue();
        assertThat(level(variant).onHand()).isEqualTo(5);
    }

    @Test
    void everyWrongLineOfAFileIsNamed() {
        sku(received(1), "A-1");
        String file = "\uFEFFSKU,Quantity\r\nA-1,20\r\nnone,3\r\n,4\r\nA-1,5\r\nA-2,many\r\n";
        assertThatThrownBy(() -> sheets.writeFile(staff, empty(Kind.RECEIPT), seller, bytes(file)))
                .isInstanceOfSatisfying(DomainException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(StockError.INVALID_STOCK_FILE);
                    assertThat(refused.fields())
                            .extracting(field ->
                                    field.code() + " " + field.arguments().get(0))
                            .containsExactlyInAnyOrder(
                                    "line_sku_unknown 3", "line_sku_missing 4", "line_sku_twice 5", "line_quantity 6");
                });
        assertRefused(
                () -> sheets.writeFile(staff, empty(Kind.COUNT), seller, bytes("a;b\n1;2")),
                StockError.INVALID_STOCK_FILE);
    }

    @Test
    @Tag("D89")
    void aFileOfReceiptsIsBookedAfterItWasLookedAt() {
        UUID variant = received(1);
        sku(variant, "B-1");
        UUID sheet = sheets.writeFile(staff, empty(Kind.RECEIPT), seller, bytes("sku,quantity\nB-1,20\n"));
        assertThat(level(variant).onHand()).isEqualTo(1);
        sheets.book(staff, sheet);
        assertThat(level(variant).onHand()).isEqualTo(21);
        LoggedMovement last = stock.log(staff, log(variant)).items().get(0);
        assertThat(List.of(last.kind(), last.before(), last.quantity(), last.after(), last.reason()))
                .containsExactly("receipt", 1L, 20L, 21L, "file");
    }

    @Test
    @Tag("D85")
    @Tag("D86")
    void aShopShowsWhatItSellsAndACompanyWhatItHas() {
        received(7);
        UUID shop = goods.storefront(seller, 0);
        UUID foreign = goods.storefront(goods.seller("Other " + ++number), 0);
        Caller operator = GoodsFixture.operator();
        assertThat(stock.total(operator, inShop(shop)).onHand()).isEqualTo(7);
        assertThat(stock.levels(operator, inShop(shop)).items()).hasSize(1);
        assertThat(stock.levels(operator, inShop(foreign)).items()).isEmpty();
        for (StockFilter asked : List.of(inShop(shop), inShop(foreign))) {
            assertThat(stock.levelsWithTotal(operator, asked))
                    .isEqualTo(new LevelsWithTotal(stock.levels(operator, asked), stock.total(operator, asked)));
        }
        assertThat(stock.companies(operator, filter()))
                .filteredOn(company -> seller.equals(company.tenantId()))
                .singleElement()
                .satisfies(company ->
                        assertThat(company.onHand() + company.variants()).isEqualTo(8));
        assertThat(stock.companies(staff, filter())).hasSize(1);
    }

    @Test
    void lowStockIsMailedOnceForEachCrossing() {
        LowStock low = mall.get(LowStock.class);
        UUID variant = received(20);
        stock.warnAt(staff, variant, 10);
        low.tell(GoodsFixture.worker(), 100);
        stock.take(GoodsFixture.worker(), goods.order(), List.of(new Line(variant, 11)));
        assertThat(low.tell(GoodsFixture.worker(), 100)).isEqualTo(1);
        stock.take(GoodsFixture.worker(), goods.order(), List.of(new Line(variant, 1)));
        assertThat(low.tell(GoodsFixture.worker(), 100)).isZero();
        stock.change(staff, List.of(new StockChange(Kind.RECEIPT, variant, 20, null)));
        stock.change(staff, List.of(new StockChange(Kind.CORRECTION, variant, -20, "broken")));
        assertThat(low.tell(GoodsFixture.worker(), 100)).isEqualTo(1);
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    @Tag("D89")
    void whatPeopleDoToStockIsInTheAuditWithWhoWhyBeforeAndAfter() {
        UUID variant = received(3);
        UUID sheet = sheets.write(staff, new NewSheet(Kind.RECEIPT, "van", List.of(line(variant, 20))));
        sheets.book(staff, sheet);
        UUID dropped = sheets.write(staff, count(variant, 9));
        sheets.drop(staff, dropped);
        stock.change(staff, List.of(new StockChange(Kind.CORRECTION, variant, -2, "broken")));
        stock.warnAt(staff, variant, 4);
        assertThat(deeds("variant", variant))
                .endsWith("stock.receipt van {\"onHand\": 3} {\"onHand\": 23}, "
                        + "stock.correction broken {\"onHand\": 23} {\"onHand\": 21}, "
                        + "stock.low_line - {\"lowAt\": 5} {\"lowAt\": 4}");
        assertThat(deeds("stock_sheet", sheet))
                .startsWith("stock.sheet_written van -")
                .contains("stock.sheet_booked van {\"state\": \"open\"}", "\"units\": 20");
        assertThat(deeds("stock_sheet", dropped)).contains("stock.sheet_dropped");
    }

    private String deeds(String kind, UUID subject) {
        return mall.value(
                String.class,
                "select string_agg(concat_ws(' ', action, coalesce(reason, '-'), coalesce(before::text, '-'), after::text),"
                        + " ', ' order by at, id) from audit where subject_kind = ? and subject_id = ?::text"
                        + " and account_id = ? and tenant_id = ?",
                kind,
                subject,
                staff.account(),
                seller);
    }

    private long mails() {
        return mall.value(
                Long.class, "select count(*) from outbox where kind = 'mail.stock_low' and tenant_id = ?", seller);
    }

    private UUID received(long pieces) {
        UUID variant = goods.goods(seller, "taken-" + ++number, "Thing " + number, 1_000, 0);
        stock.change(staff, List.of(new StockChange(Kind.RECEIPT, variant, pieces, "first")));
        return variant;
    }

    private static void sku(UUID variant, String sku) {
        mall.execute("update variant set sku = ? where id = ?", sku, variant);
    }

    private static NewSheet count(UUID variant, long counted) {
        return new NewSheet(Kind.COUNT, "count", List.of(line(variant, counted)));
    }

    private static NewSheet empty(Kind kind) {
        return new NewSheet(kind, "file", List.of());
    }

    private static NewSheet.Line line(UUID variant, long entered) {
        return new NewSheet.Line(variant, entered, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private StockLevel level(UUID variant) {
        return stock.levels(staff, StockFilter.variant(variant, "en")).items().get(0);
    }

    private static StockFilter filter() {
        return new StockFilter(null, null, null, "en", null, 100);
    }

    private static StockFilter inShop(UUID site) {
        return new StockFilter(null, null, null, "en", null, 100, null, site, false);
    }

    private static MovementFilter log(UUID variant) {
        return new MovementFilter(variant, null, null, null, null, null, "en", null, 10);
    }

    private static void assertRefused(Runnable deed, StockError code) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }
}
