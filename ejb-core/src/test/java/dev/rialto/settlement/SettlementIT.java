package dev.rialto.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.commission.Commissions;
import dev.rialto.commission.NewCommissionRule;
import dev.rialto.document.StatementPapers;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.order.PlacedOrder;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.MallClock;
import dev.rialto.seller.SellerError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Periods that are closed, whatever happens meanwhile. */
class SettlementIT {
    private static final Caller WORKER = SettlementFixture.WORKER;

    private SettlementFixture mall;
    private UUID first;
    private UUID second;

    @BeforeEach
    void open(@TempDir Path folder) {
        mall = new SettlementFixture(folder);
        first = mall.shop.first;
        second = mall.shop.second;
    }

    @AfterEach
    void close() {
        mall.close();
    }

    private void agree() {
        assertThat(mall.shop.mall.get(Reconciliation.class).balances(mall.operator))
                .isNotEmpty()
                .allSatisfy(balance -> assertThat(balance.difference()).isZero());
    }

    @Test
    void aPeriodThatIsNotOverIsNotClosed() {
        assertThat(mall.settlements.next(mall.operator)).isEmpty();
        mall.buy(first, 100_000);
        assertThatThrownBy(() -> mall.settlements.close(mall.operator))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(SettlementError.PERIOD_NOT_OVER));
    }

    @Test
    @Tag("A31")
    void theStatementOfAStorefrontHasExactlyWhatWasPaidThereAndTheMallsHasTheRest() {
        UUID storefront = mall.shop.storefront(first, 0, "own.localhost");
        mall.buyOn(storefront, first, 22_000);
        mall.buyOn(storefront, first, 33_000);
        mall.buy(first, 110_000);
        mall.nextMonth();
        mall.closePeriod();
        List<StatementView> both = mall.statements.latest(mall.operator, first);
        assertThat(both).hasSize(2);
        for (StatementView statement : both) {
            long paid = mall.shop.mall.value(
                    Long.class,
                    "select sum(amount)::bigint from payment where site_id = ? and order_id is not null",
                    statement.siteId());
            assertThat(statement.goods() + statement.delivery() + statement.tax())
                    .isEqualTo(paid);
        }
        agree();
    }

    @Test
    void whatASandboxSellsIsNotSettled() {
        mall.shop.mall.execute(
                "insert into test_tenant (id, tenant_id, site_id, opened_at) values (?, ?, ?, now())",
                first,
                second,
                mall.shop.storefront(first, 0, "sandbox.localhost"));
        mall.buy(first, 100_000);
        mall.buy(second, 50_000);
        mall.nextMonth();
        mall.closePeriod();
        assertThat(mall.shop.mall.value(
                        Long.class, "select count(*) from settlement_statement where tenant_id = ?", first))
                .isZero();
        assertThat(mall.statements.latest(mall.operator, second)).hasSize(1);
    }

    @Test
    void aStatementHasEverySaleOfItsSellerAndSiteWithRuleRateAndBasis() {
        mall.shop
                .mall
                .get(Commissions.class)
                .add(
                        mall.operator,
                        new NewCommissionRule(
                                "Everyone",
                                new NewCommissionRule.Scope(null, null, null, null),
                                800,
                                0,
                                null,
                                null,
                                1_000,
                                mall.today(),
                                null));
        mall.buy(first, 110_000);
        mall.buy(second, 11_000);
        mall.nextMonth();
        mall.closePeriod();
        assertThat(mall.all()).hasSize(2);
        StatementView statement = mall.latest(first);
        assertThat(List.of(statement.goods(), statement.commission(), statement.feeTax(), statement.closing()))
                .containsExactly(95_000L, -7_600L, -760L, 95_000 + 9_500 - 7_600 - 760L);
        StatementLine line = mall.lines(statement).get(0);
        assertThat(line.kind()).isEqualTo("sale");
        assertThat(line.fees()).singleElement().satisfies(fee -> {
            assertThat(fee.name()).isEqualTo("Everyone");
            assertThat(List.of((long) fee.rateBp(), fee.basis(), fee.fee(), fee.tax()))
                    .containsExactly(800L, 95_000L, 7_600L, 760L);
        });
        agree();
    }

    @Test
    void aRunThatDiedIsTakenOverAndWritesWhatAnUninterruptedOneWouldHaveWritten() {
        for (int i = 0; i < 3; i++) {
            mall.buy(first, 100_000 + i);
            mall.buy(second, 50_000 + i);
        }
        mall.nextMonth();
        UUID run = mall.settlements.close(mall.operator);
        assertThat(mall.settlements.close(mall.operator)).isEqualTo(run);
        assertThat(mall.work.claim(WORKER, "dies")).contains(run);
        SettlementWork.Run dying = mall.work.open(WORKER, run, "dies");
        assertThat(mall.work.close(WORKER, dying, mall.work.next(WORKER, dying, 1), 0))
                .isTrue();
        mall.shop.mall.get(MallClock.class).advance(Duration.ofMinutes(1));
        mall.finish("takes over");
        assertThat(mall.work.close(WORKER, dying, List.of(), 1)).isFalse();
        mall.work.end(WORKER, dying);
        assertThat(mall.all()).hasSize(2);
        assertThat(mall.latest(first).lines()).isEqualTo(3);
        assertThat(mall.latest(second).lines()).isEqualTo(3);
        assertThat(mall.settlements.periods(mall.operator)).singleElement().satisfies(period -> {
            assertThat(period.closedAt()).isNotNull();
            assertThat(period.statements()).isEqualTo(2);
        });
        agree();
    }

    @Test
    void twoWorkersAtOnceWriteEachStatementOnce() throws Exception {
        mall.buy(first, 100_000);
        mall.buy(second, 50_000);
        mall.nextMonth();
        UUID run = mall.settlements.close(mall.operator);
        mall.work.claim(WORKER, "one");
        SettlementWork.Run open = mall.work.open(WORKER, run, "one");
        List<SettlementWork.Party> parties = mall.work.next(WORKER, open, 10);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ends.add(threads.submit(() -> mall.work.close(WORKER, open, parties, 0)));
        }
        for (Future<Boolean> end : ends) {
            assertThat(end.get()).isTrue();
        }
        threads.shutdown();
        mall.work.end(WORKER, open);
        assertThat(mall.all()).hasSize(2);
        agree();
    }

    @Test
    void aStoppedRunKeepsWhatIsDoneAndGoesOnWhenItIsAskedForAgain() {
        mall.buy(first, 100_000);
        mall.buy(second, 50_000);
        mall.nextMonth();
        UUID run = mall.settlements.close(mall.operator);
        mall.work.claim(WORKER, "one");
        SettlementWork.Run open = mall.work.open(WORKER, run, "one");
        mall.settlements.cancel(mall.operator, run);
        assertThat(mall.work.close(WORKER, open, mall.work.next(WORKER, open, 1), 0))
                .isFalse();
        mall.work.end(WORKER, open);
        assertThat(mall.settlements.run(mall.operator, run).state()).isEqualTo(JobRunView.State.CANCELLED);
        assertThat(mall.all()).hasSize(1);
        mall.closePeriod();
        assertThat(mall.all()).hasSize(2);
        assertThat(mall.settlements.periods(mall.operator)).hasSize(1);
    }

    @Test
    void aRefundAfterClosingFallsIntoTheNextPeriodNamesTheOriginalAndItsDebtIsCarriedOver() {
        PlacedOrder order = mall.buy(first, 100_000);
        mall.nextMonth();
        mall.closePeriod();
        StatementView sold = mall.latest(first);
        mall.refund(order, 0, 95_000);
        mall.buy(first, 10_000);
        mall.nextMonth();
        mall.closePeriod();
        StatementView back = mall.latest(first);
        StatementLine refund = mall.lines(back).stream()
                .filter(line -> line.kind().equals("refund"))
                .findFirst()
                .orElseThrow();
        assertThat(refund.original()).isEqualTo(sold.number());
        assertThat(refund.amount()).isEqualTo(-sold.closing());
        assertThat(refund.fees()).singleElement().satisfies(fee -> assertThat(fee.fee())
                .isEqualTo(-refund.commission()));
        assertThat(back.opening()).isEqualTo(sold.closing());
        assertThat(back.closing())
                .isEqualTo(mall.lines(back).stream()
                                .mapToLong(StatementLine::amount)
                                .sum()
                        + sold.closing());
        agree();
    }

    @Test
    void aNegativeBalanceIsCarriedOver() {
        PlacedOrder order = mall.buy(first, 100_000);
        mall.terms(10_000, 365);
        mall.nextMonth();
        mall.closePeriod();
        assertThat(mall.latest(first).closing()).isZero();
        mall.refund(order, 0, 95_000);
        mall.nextMonth();
        mall.closePeriod();
        long debt = mall.latest(first).closing();
        assertThat(debt).isNegative();
        mall.buy(second, 10_000);
        mall.buy(first, 10_000);
        mall.nextMonth();
        mall.closePeriod();
        assertThat(mall.latest(first).opening()).isEqualTo(debt);
        agree();
    }

    @Test
    void aReserveIsKeptAndLetGoAfterItsDays() {
        mall.terms(1_000, 20);
        mall.buy(first, 100_000);
        mall.nextMonth();
        mall.closePeriod();
        StatementView kept = mall.latest(first);
        long earned = kept.closing() - kept.reserve();
        // 95,000 with a tenth of tax inside, 10 % of the rest for the mall
        assertThat(earned).isEqualTo(95_000 - 8_636);
        assertThat(kept.reserve()).isEqualTo(-8_636);
        mall.nextMonth();
        mall.closePeriod();
        StatementView released = mall.latest(first);
        assertThat(mall.lines(released)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("release");
            assertThat(line.original()).isEqualTo(kept.number());
            assertThat(line.amount()).isEqualTo(8_636);
        });
        assertThat(released.closing()).isEqualTo(kept.closing() + 8_636);
        agree();
    }

    @Test
    @Tag("A19")
    void aSellerSeesItsOwnStatementsAndStaffWithoutThePermissionNone() {
        mall.buy(first, 100_000);
        mall.buy(second, 50_000);
        mall.nextMonth();
        mall.closePeriod();
        Caller owner = SettlementFixture.owner(first);
        StatementFilter any = new StatementFilter(null, null, null, null, null, 50);
        assertThat(mall.statements.list(owner, any).items()).hasSize(1);
        UUID foreign = mall.latest(second).id();
        assertThatThrownBy(() -> mall.statements.view(owner, foreign))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(SettlementError.STATEMENT_NOT_FOUND));
        assertThat(mall.statements.lines(owner, foreign, 0, 10)).isEmpty();
        assertThat(mall.shop.mall.get(Reconciliation.class).balances(owner)).hasSize(1);
        assertThatThrownBy(() -> mall.statements.list(Caller.tenant(first, null, Set.of("goods.view"), "t"), any))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(SellerError.NOT_PERMITTED));
    }

    @Test
    void theStatementIsAPdfInEveryLanguage() {
        mall.buy(first, 100_000);
        mall.nextMonth();
        mall.closePeriod();
        for (String language : List.of("ko", "en", "ja", "zh")) {
            byte[] paper = mall.shop
                    .mall
                    .get(StatementPapers.class)
                    .write(SettlementFixture.owner(first), mall.latest(first).id(), language)
                    .content();
            assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(paper.length).isGreaterThan(1_500);
        }
    }

    @Test
    void theTermsAreRefusedByFieldAndWhenSomebodyElseChangedThem() {
        assertThatThrownBy(() -> mall.settlements.change(
                        mall.operator, new SettlementTerms(SettlementCycle.WEEK, true, 10_001, 0, 1)))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting(field -> field.field())
                        .containsExactly("reserve", "reserveDays"));
        mall.terms(100, 10);
        assertThatThrownBy(() -> mall.settlements.change(
                        mall.operator, new SettlementTerms(SettlementCycle.WEEK, true, 1, 1, 1)))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(SettlementError.SETTLEMENT_CHANGED));
    }

    @Test
    void anAutomaticPeriodIsAskedForOnceItIsOver() {
        mall.settlements.change(mall.operator, new SettlementTerms(SettlementCycle.WEEK, true, 0, 30, 1));
        mall.buy(first, 100_000);
        mall.work.askWhenDue(WORKER);
        assertThat(mall.work.claim(WORKER, "none")).isEmpty();
        mall.days(8);
        mall.work.askWhenDue(WORKER);
        mall.work.askWhenDue(WORKER);
        mall.finish("one");
        assertThat(mall.all()).hasSize(1);
        assertThat(mall.work.claim(WORKER, "none")).isEmpty();
    }
}
