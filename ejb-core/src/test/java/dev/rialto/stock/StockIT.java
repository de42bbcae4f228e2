package dev.rialto.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import dev.rialto.stock.HoldStock.Line;
import dev.rialto.stock.StockChange.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture goods;
    static Stock stock;
    static UUID seller;
    static UUID other;
    static int number;
    final Caller worker = GoodsFixture.worker();

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        goods = new GoodsFixture(mall, 0);
        stock = mall.get(Stock.class);
        seller = goods.seller("Seller");
        other = goods.seller("Other");
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    static UUID variant(long pieces) {
        return goods.goods(seller, "thing-" + ++number, "Thing " + number, 1000, pieces);
    }

    static HoldStock wish(UUID checkout, Line... lines) {
        return new HoldStock(checkout, List.of(lines), Instant.now().plusSeconds(600));
    }

    static long column(String name, UUID variant) {
        return mall.value(Long.class, "select " + name + " from stock where variant_id = ?", variant);
    }

    @Test
    @Tag("A33")
    void lastUnitGoesToOneOfTwoBuyers() throws Exception {
        for (int i = 0; i < 5; i++) {
            UUID last = variant(1);
            List<Boolean> won = inParallel(2, () -> stock.tryHold(worker, wish(goods.checkout(), new Line(last, 1)))
                    .isEmpty());
            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(column("available", last)).isZero();
        }
    }

    @Test
    @Tag("A33")
    void fiftyUnitsForTwoHundredBuyersOfThreeGoodsAreHeldFiftyTimes() throws Exception {
        List<UUID> three = List.of(variant(50), variant(500), variant(500));
        List<Boolean> won = inParallel(200, () -> {
            List<Line> lines =
                    new ArrayList<>(three.stream().map(id -> new Line(id, 1)).toList());
            java.util.Collections.shuffle(lines);
            return stock.tryHold(
                            worker,
                            new HoldStock(goods.checkout(), lines, Instant.now().plusSeconds(600)))
                    .isEmpty();
        });
        assertThat(won.stream().filter(held -> held).count()).isEqualTo(50);
        assertThat(column("held", three.get(0))).isEqualTo(50);
        assertThat(column("held", three.get(1))).isEqualTo(50);
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void holdsAllLinesOrNoneAndNamesTheShortOne() {
        UUID plenty = variant(10);
        UUID few = variant(2);
        assertThatThrownBy(() -> stock.hold(worker, wish(goods.checkout(), new Line(plenty, 1), new Line(few, 3))))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(StockError.OUT_OF_STOCK);
                    assertThat(refusal.fields().get(0).field()).isEqualTo(few.toString());
                    assertThat(refusal.fields().get(0).arguments()).containsExactly("2");
                });
        assertThat(column("held", plenty)).isZero();
    }

    @Test
    void anUnknownVariantIsShort() {
        assertThat(stock.tryHold(worker, wish(goods.checkout(), new Line(Ids.next(), 1))))
                .hasSize(1);
    }

    @Test
    void aSecondHoldReplacesTheFirst() {
        UUID variant = variant(5);
        UUID dropped = variant(5);
        UUID checkout = goods.checkout();
        stock.hold(worker, wish(checkout, new Line(variant, 4), new Line(dropped, 2)));
        stock.hold(worker, wish(checkout, new Line(variant, 5)));
        assertThat(column("held", variant)).isEqualTo(5);
        assertThat(column("held", dropped)).isZero();
        assertThat(stock.tryHold(worker, wish(checkout, new Line(variant, 6))))
                .containsExactly(new Shortage(variant, 6, 5));
        assertThat(column("held", variant)).isEqualTo(5);
    }

    @Test
    void consumesWhatIsHeldAndWritesTheSale() {
        UUID variant = variant(5);
        UUID checkout = goods.checkout();
        UUID order = goods.order();
        stock.hold(worker, wish(checkout, new Line(variant, 2)));
        assertThat(stock.consume(worker, checkout, order)).isTrue();
        assertThat(stock.consume(worker, checkout, order)).isFalse();
        assertThat(column("on_hand", variant)).isEqualTo(3);
        assertThat(column("held", variant)).isZero();
        assertThat(stock.movements(worker, variant, 10)).singleElement().satisfies(sale -> assertThat(sale.quantity())
                .isEqualTo(-2));
    }

    @Test
    void takesUnheldStockAllOrNothing() {
        UUID variant = variant(2);
        assertThat(stock.take(worker, goods.order(), List.of(new Line(variant, 3))))
                .containsExactly(new Shortage(variant, 3, 2));
        assertThat(stock.take(worker, goods.order(), List.of(new Line(variant, 2))))
                .isEmpty();
        assertThat(column("on_hand", variant)).isZero();
    }

    @Test
    void lapsedHoldsAreGivenBackAndOthersKept() {
        UUID variant = variant(5);
        UUID late = goods.checkout();
        UUID fresh = goods.checkout();
        stock.hold(
                worker,
                new HoldStock(late, List.of(new Line(variant, 2)), Instant.now().minusSeconds(1)));
        stock.hold(worker, wish(fresh, new Line(variant, 1)));
        stock.releaseLapsed(worker, 100);
        assertThat(column("held", variant)).isEqualTo(1);
        assertThat(stock.extend(worker, late, Instant.now())).isFalse();
        assertThat(stock.extend(worker, fresh, Instant.now().plusSeconds(900))).isTrue();
        stock.release(worker, fresh);
        assertThat(column("held", variant)).isZero();
    }

    @Test
    void aHoldIsConsumedOrReleasedButNeverHalfOfEach() throws Exception {
        for (int i = 0; i < 8; i++) {
            List<UUID> two = List.of(variant(1), variant(1));
            UUID checkout = goods.checkout();
            stock.hold(
                    worker,
                    new HoldStock(
                            checkout,
                            two.stream().map(id -> new Line(id, 1)).toList(),
                            Instant.now().minusSeconds(1)));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            UUID order = goods.order();
            Future<Boolean> sold = threads.submit(() -> stock.consume(worker, checkout, order));
            Future<Long> released = threads.submit(() -> stock.releaseLapsed(worker, 10));
            assertThat(released.get()).isEqualTo(sold.get() ? 0 : 2);
            threads.shutdown();
            long left = sold.get() ? 0 : 1;
            assertThat(two).allSatisfy(id -> assertThat(column("on_hand", id)).isEqualTo(left));
        }
    }

    @Test
    @Tag("D89")
    void receiptOfTwentyAddsTwentyWithAMovement() {
        UUID variant = variant(0);
        stock.change(GoodsFixture.staff(seller), List.of(new StockChange(Kind.RECEIPT, variant, 20, "delivery 7")));
        assertThat(column("available", variant)).isEqualTo(20);
        assertThat(stock.movements(GoodsFixture.staff(seller), variant, 1)
                        .get(0)
                        .reason())
                .isEqualTo("delivery 7");
    }

    @Test
    @Tag("D88")
    void presentAndSoldTogetherAreWhatWasReceived() {
        UUID variant = variant(0);
        Caller staff = GoodsFixture.staff(seller);
        stock.change(staff, List.of(new StockChange(Kind.RECEIPT, variant, 20, null)));
        stock.take(worker, goods.order(), List.of(new Line(variant, 6)));
        stock.change(staff, List.of(new StockChange(Kind.RETURN, variant, 1, null)));
        StockLevel level = stock.levels(staff, new StockFilter(null, "Thing " + number, null, "en", null, 10))
                .items()
                .get(0);
        assertThat(level.onHand() + level.sold()).isEqualTo(20);
        assertThat(level.sold()).isEqualTo(5);
    }

    @Test
    void aCountBecomesTheDifferenceAndMayNotGoBelowWhatIsHeld() {
        UUID variant = variant(10);
        Caller staff = GoodsFixture.staff(seller);
        stock.change(staff, List.of(new StockChange(Kind.COUNT, variant, 7, null)));
        assertThat(stock.movements(staff, variant, 1).get(0).quantity()).isEqualTo(-3);
        stock.hold(worker, wish(goods.checkout(), new Line(variant, 5)));
        assertThatThrownBy(() -> stock.change(staff, List.of(new StockChange(Kind.COUNT, variant, 4, null))))
                .hasMessageContaining("out_of_stock");
        assertThat(column("on_hand", variant)).isEqualTo(7);
    }

    @Test
    void wrongChangesAreNamedByLine() {
        UUID variant = variant(1);
        List<StockChange> wrong = List.of(
                new StockChange(Kind.RECEIPT, variant, 0, null), new StockChange(Kind.CORRECTION, Ids.next(), 1, " "));
        assertThatThrownBy(() -> stock.change(GoodsFixture.staff(seller), wrong))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.fields())
                        .extracting("field")
                        .containsExactly("lines.0.quantity", "lines.1.reason"));
    }

    @Test
    void theOtherTenantSeesAndChangesNothing() {
        UUID variant = variant(3);
        Caller stranger = GoodsFixture.staff(other);
        assertThat(stock.levels(stranger, new StockFilter(seller, null, null, "en", null, 10))
                        .items())
                .isEmpty();
        assertThat(stock.movements(stranger, variant, 10)).isEmpty();
        assertThatThrownBy(() -> stock.change(stranger, List.of(new StockChange(Kind.RECEIPT, variant, 1, null))))
                .hasMessageContaining("variant_not_found");
        assertThatThrownBy(() -> stock.change(
                        Caller.tenant(seller, null, java.util.Set.of(), "t"),
                        List.of(new StockChange(Kind.RECEIPT, variant, 1, null))))
                .hasMessageContaining("not_allowed");
    }

    @Test
    @Tag("D86")
    @Tag("D87")
    void levelsAreListedBySellerAndByProductPageByPage() {
        UUID lone = goods.seller("Lone");
        for (int i = 0; i < 5; i++) {
            goods.goods(lone, "lone-" + i, "Lone thing " + i, 100, i);
        }
        Caller operator = GoodsFixture.operator();
        var first = stock.levels(operator, new StockFilter(lone, null, null, "en", null, 3));
        var second = stock.levels(operator, new StockFilter(lone, null, null, "en", first.next(), 3));
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(stock.levels(operator, new StockFilter(lone, "thing 4", null, "en", null, 3))
                        .items())
                .hasSize(1);
        assertThat(stock.levels(operator, new StockFilter(lone, null, 1L, "en", null, 9))
                        .items())
                .hasSize(2);
    }

    @Test
    void anyNumberOfLinesTakesOneStatement() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.add(new Line(variant(5), 1));
        }
        UUID checkout = goods.checkout();
        UUID order = goods.order();
        HoldStock wish = new HoldStock(checkout, lines, Instant.now().plusSeconds(60));
        assertThat(mall.statementsOf(() -> stock.hold(worker, wish))).hasSize(1);
        assertThat(mall.statementsOf(() -> stock.consume(worker, checkout, order)))
                .hasSize(1);
        assertThat(mall.statementsOf(() -> stock.take(worker, order, lines))).hasSize(1);
    }
}
