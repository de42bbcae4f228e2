package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A period is closed from the console, a run that a kill left is taken over, and people read what came of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettlementST {
    private final Office operator = Office.operator();

    /** Two sales, as if made in two months that are over. */
    @BeforeAll
    static void sellLongAgo() throws Exception {
        Settled.once();
        Settled.sell(75);
        Settled.sell(40);
    }

    @Test
    @Order(1)
    @Tag("A31")
    void theOperatorClosesAPeriodAndTheSellerReadsEveryLine() throws Exception {
        assertThat(operator.page("/settlement/periods")).contains("Close this period");
        operator.done("/settlement/periods", "close");
        assertThat(Settled.awaitEnd()).isEqualTo("completed");
        assertThat(operator.page("/settlement/periods")).contains("Completed", "Closed");
        assertThat(operator.page("/settlement/statements")).contains("row-link");
        Office seller = Office.moru();
        Matcher link = Pattern.compile("/settlement/statements/statement_[a-z0-9]+")
                .matcher(seller.page("/settlement/statements"));
        assertThat(link.find()).isTrue();
        String page = seller.page(link.group());
        assertThat(page).contains("Carried over", "Commission by rule", "Sale");
        Http.Answer csv = seller.get(link.group() + "?as=csv");
        assertThat(csv.text()).contains("opening", "closing", ",sale,");
        Http.Answer pdf = seller.get(link.group() + "?as=pdf");
        assertThat(pdf.text().getBytes(StandardCharsets.UTF_8)).startsWith("%PDF-".getBytes(StandardCharsets.UTF_8));
        assertThat(Office.hanok().get(link.group()).status()).isEqualTo(404);
        assertThat(seller.page("/")).contains("id=\"next-payout\"", "Settled, not paid yet", link.group());
    }

    @Test
    @Order(2)
    void aClosingWhoseProcessWasKilledIsTakenOver() throws Exception {
        Settled.change("""
                with begun as (
                    insert into settlement_period (id, from_on, until_on, reserve_bp, reserve_days, asked_at)
                    select gen_random_uuid(), until_on, (until_on + interval '1 month')::date, 0, 30, now()
                    from settlement_period order by from_on desc limit 1 returning id)
                insert into job_run (id, job, parameters, state, requested_at, started_at, heartbeat_at, unit)
                select gen_random_uuid(), 'close-settlement', jsonb_build_object('period', id), 'running',
                       (select max(requested_at) + interval '1 second' from job_run where job = 'close-settlement'), now(),
                       now() - interval '1 hour', 'killed' from begun
                """);
        assertThat(Settled.awaitEnd()).isEqualTo("completed");
        assertThat(Settled.look("select count(*) from settlement_period where closed_at is null"))
                .isEqualTo("0");
        assertThat(Settled.look("""
                select count(*) from settlement_statement s
                where s.closing <> s.opening + (select sum(amount) from settlement_line l where l.statement_id = s.id)
                """)).isEqualTo("0");
    }

    @Test
    @Order(3)
    void booksAndStatementsAgreeAndWhatIsSettledWaitsForItsPayout() {
        assertThat(operator.page("/settlement/balances")).contains("Books and statements agree.");
        assertThat(operator.page("/settlement/payouts")).contains("Studio Moru", "Ready", "Prepare a run");
        assertThat(Office.moru().get("/settlement/payouts").status()).isIn(403, 404);
    }

    @Test
    @Order(4)
    void whoseMallHasNotAcceptedThePapersIsLeftOutOfThePayout() throws Exception {
        String ofMoru = " where tenant_id = (select id from seller where name = 'Studio Moru')";
        String state = Settled.look("select state from verification" + ofMoru);
        Settled.change("update verification set state = 'draft'" + ofMoru);
        try {
            assertThat(payable())
                    .contains("Left out", "Papers are not accepted: Being filled in.")
                    .doesNotContain("Ready");
        } finally {
            Settled.change("update verification set state = '" + state + "'" + ofMoru);
        }
        assertThat(payable()).contains("Ready").doesNotContain("Left out");
    }

    private String payable() {
        return Office.first("Studio Moru</td>(.*?)</tr>", operator.page("/settlement/payouts"));
    }

    @Test
    void aRuleIsTriedAddedAndEnded() {
        String page = operator.page("/settlement/commission");
        String today = Office.first("name=\"validFrom\"[^>]* value=\"([0-9-]+)\"", page);
        String name = "Rule " + System.nanoTime();
        Http.Answer tried = operator.post(
                "/settlement/commission",
                "try",
                "name",
                name,
                "rate",
                "7.5",
                "feeTax",
                "10",
                "currency",
                "USD",
                "validFrom",
                today,
                "validUntil",
                today,
                "sample",
                "100");
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.text()).contains("$7.50", "$0.75");
        Http.Answer wrong = operator.post(
                "/settlement/commission", "add", "name", "", "rate", "101", "fixed", "1", "validFrom", "2001-01-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("must not be in the past", "must be filled in");
        operator.done(
                "/settlement/commission",
                "add",
                "name",
                name,
                "rate",
                "7.5",
                "feeTax",
                "10",
                "currency",
                "USD",
                "validFrom",
                today,
                "validUntil",
                today);
        assertThat(operator.page("/settlement/commission")).contains(name, "7.5%");
        String key = Office.first(
                "(commission_[a-z0-9]+)\"[^>]*aria-label=\"End: " + name, operator.page("/settlement/commission"));
        operator.done(
                "/settlement/commission",
                "end." + key,
                "version",
                "1",
                "ruleName",
                name,
                "validUntil",
                today,
                "reason",
                "only a test");
        assertThat(Office.moru()
                        .post("/settlement/commission", "add", "name", name)
                        .status())
                .isEqualTo(403);
    }
}
