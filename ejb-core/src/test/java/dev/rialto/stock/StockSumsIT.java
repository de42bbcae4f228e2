package dev.rialto.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.TestMall;
import dev.rialto.stock.HoldStock.Line;
import dev.rialto.stock.StockChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens in whatever order: on hand is the sum of the movements, and available never goes below nothing. */
@Tag("D88")
class StockSumsIT {
    static TestMall mall;
    static GoodsFixture goods;
    static Stock stock;
    static UUID seller;
    static int number;
    final Caller worker = GoodsFixture.worker();

    @BeforeContainer
    static void open() throws IOException {
        mall = TestMall.empty(Files.createTempDirectory("stock-sums"));
        goods = new GoodsFixture(mall, 0);
        stock = mall.get(Stock.class);
        seller = goods.seller("Seller");
    }

    @AfterContainer
    static void close() {
        mall.close();
    }

    enum Step {
        RECEIVE,
        CORRECT,
        COUNT,
        HOLD,
        CONSUME,
        RELEASE,
        TAKE
    }

    record Move(Step step, int quantity) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Step.class), Arbitraries.integers().between(1, 12))
                .as(Move::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 40)
    void onHandIsTheSumOfTheMovements(@ForAll("moves") List<Move> moves) {
        UUID variant = goods.goods(seller, "sum-" + ++number, "Sum", 1, 0);
        UUID checkout = goods.checkout();
        UUID order = goods.order();
        for (Move move : moves) {
            attempt(move, variant, checkout, order);
        }
        assertThat(mall.value(Boolean.class, """
                select s.on_hand = coalesce((select sum(quantity) from stock_movement m where m.variant_id = s.variant_id), 0)
                   and s.held = coalesce((select sum(quantity) from stock_hold h
                                          where h.variant_id = s.variant_id and h.state = 'held'), 0)
                   and s.available >= 0
                from stock s where s.variant_id = ?
                """, variant)).isTrue();
    }

    private void attempt(Move move, UUID variant, UUID checkout, UUID order) {
        List<Line> line = List.of(new Line(variant, move.quantity()));
        switch (move.step()) {
            case RECEIVE -> change(Kind.RECEIPT, variant, move.quantity());
            case CORRECT -> change(Kind.CORRECTION, variant, -move.quantity());
            case COUNT -> change(Kind.COUNT, variant, move.quantity());
            case HOLD ->
                stock.tryHold(
                        worker, new HoldStock(checkout, line, Instant.now().plusSeconds(60)));
            case CONSUME -> stock.consume(worker, checkout, order);
            case RELEASE -> stock.release(worker, checkout);
            case TAKE -> stock.take(worker, order, line);
        }
    }

    /** A change that would leave less than is held is refused, and must then have changed nothing. */
    private void change(Kind kind, UUID variant, long quantity) {
        try {
            stock.change(worker, List.of(new StockChange(kind, variant, quantity, "test")));
        } catch (DomainException refused) {
            assertThat(refused.code()).isEqualTo(StockError.OUT_OF_STOCK);
        }
    }
}
