package dev.rialto.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.order.PlacedOrder;
import dev.rialto.settlement.Reconciliation;
import dev.rialto.settlement.SettlementFixture;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sold, given back, closed, paid out and sent back: nothing is lost between books and statements. */
class SettlementSumsIT {
    private static final Caller PREPARES = SettlementFixture.operator();
    private static final Caller APPROVES = SettlementFixture.operator();

    static SettlementFixture mall;
    static Payouts payouts;
    static PayoutReads reads;
    static final List<PlacedOrder> SOLD = new ArrayList<>();

    enum Deed {
        BUY,
        BUY_OF_OTHER,
        REFUND_PART,
        REFUND_REST,
        TEN_DAYS,
        CLOSE,
        PAY_OUT,
        COME_BACK,
        TERMS
    }

    @BeforeContainer
    static void open() throws Exception {
        mall = new SettlementFixture(Files.createTempDirectory("settlement-sums"));
        payouts = mall.shop.mall.get(Payouts.class);
        reads = mall.shop.mall.get(PayoutReads.class);
        mall.acceptPapers(mall.shop.first);
        mall.acceptPapers(mall.shop.second);
    }

    @AfterContainer
    static void close() {
        mall.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void booksStatementsAndPayoutsAgree(@ForAll @Size(min = 6, max = 14) List<Deed> deeds, @ForAll long seed) {
        Random random = new Random(seed);
        for (Deed deed : deeds) {
            deed(deed, random);
            theBooksBalance();
            statementsAndBooksAgree();
            sharesSumToWhatWasPaid();
        }
    }

    private static void deed(Deed deed, Random random) {
        switch (deed) {
            case BUY -> SOLD.add(mall.buyAt(mall.shop.first, 1 + random.nextInt(99_999), 1 + random.nextInt(3)));
            case BUY_OF_OTHER -> SOLD.add(mall.buy(mall.shop.second, 1 + random.nextInt(99_999)));
            case REFUND_PART -> refund(random, 3);
            case REFUND_REST -> refund(random, 1);
            case TEN_DAYS -> mall.days(10);
            case CLOSE -> whenAllowed(mall::closePeriod);
            case PAY_OUT -> whenAllowed(SettlementSumsIT::payOut);
            case COME_BACK -> comeBack(random);
            case TERMS -> mall.terms(random.nextInt(5_000), 1 + random.nextInt(60));
        }
    }

    /** What cannot be done just now is refused, and then nothing may have changed. */
    private static void whenAllowed(Runnable deed) {
        try {
            deed.run();
        } catch (DomainException refused) {
            assertThat(refused.code().code()).isIn("period_not_over", "nothing_to_pay");
        }
    }

    private static void refund(Random random, int parts) {
        if (SOLD.isEmpty()) {
            return;
        }
        PlacedOrder order = SOLD.get(random.nextInt(SOLD.size()));
        long left = mall.shop.mall.value(
                Long.class, "select p.captured - p.refunded from payment p where p.order_id = ?", order.id());
        if (left >= parts) {
            mall.refund(order, 0, left / parts);
        }
    }

    private static void payOut() {
        UUID run = payouts.prepare(
                PREPARES, new PreparePayout("KRW", mall.shop.bank, mall.today().plusDays(1)));
        payouts.approve(APPROVES, run, 1);
    }

    private static void comeBack(Random random) {
        List<PayoutView> sent = reads.runs(PREPARES, 100).stream()
                .flatMap(run -> reads.payouts(PREPARES, run.id()).stream())
                .filter(payout -> payout.state() == PayoutState.SENT)
                .toList();
        if (!sent.isEmpty()) {
            PayoutView one = sent.get(random.nextInt(sent.size()));
            payouts.returned(APPROVES, one.id(), "account closed", one.version());
        }
    }

    private static void theBooksBalance() {
        assertThat(mall.shop.mall.value(
                        Integer.class,
                        "select count(*) from (select transfer_id, currency from ledger_entry"
                                + " group by transfer_id, currency having sum(amount) <> 0) x"))
                .isZero();
    }

    private static void statementsAndBooksAgree() {
        assertThat(mall.shop.mall.get(Reconciliation.class).balances(PREPARES))
                .allSatisfy(balance ->
                        assertThat(balance.difference()).as("%s", balance).isZero());
        assertThat(mall.shop.mall.value(Integer.class, """
                        select count(*) from settlement_statement s
                        where s.closing <> s.opening
                            + (select coalesce(sum(l.amount), 0) from settlement_line l where l.statement_id = s.id)
                        """)).isZero();
    }

    private static void sharesSumToWhatWasPaid() {
        assertThat(mall.shop.mall.value(Integer.class, """
                        select count(*) from ledger_transfer t join sub_order s on s.id = t.sub_order_id
                        where t.kind = 'sale' and s.total <> (
                            select -sum(e.amount) from ledger_entry e where e.transfer_id = t.id and e.amount < 0)
                        """)).isZero();
    }
}
