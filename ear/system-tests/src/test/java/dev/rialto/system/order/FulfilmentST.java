package dev.rialto.system.order;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of an order: its deposit comes or does not, the seller ships it, the buyer is told. */
class FulfilmentST {
    private static final String STOCK = """
            select s.available from stock s join variant v on v.id = s.variant_id join goods g on g.id = v.goods_id
            where g.slug = ? and v.state = 'active'
            """;

    /** Goods that nobody else has in an open checkout or an unpaid order: time moves for all of them. */
    private static final String OF_NOBODY_ELSE = """
            select g.slug
            from site_host h join goods g on g.tenant_id = h.tenant_id and g.state = 'on_sale'
            join variant v on v.goods_id = g.id and v.state = 'active'
            join stock s on s.variant_id = v.id and s.available >= 5
            where h.host = ?
              and (select count(*) from variant o where o.goods_id = g.id and o.state = 'active') = 1
              and not exists (select from stock_hold o where o.variant_id = v.id and o.state = 'held')
              and not exists (select from order_line l join sub_order o on o.id = l.sub_order_id
                              where l.variant_id = v.id and o.state = 'awaiting_deposit')
            order by g.slug
            """;

    private final String email = "kim-" + UUID.randomUUID() + "@example.test";
    private String slug = "";

    @BeforeEach
    void goods() throws Exception {
        Mall.running();
        slug = Shopper.goodsAt(Shopper.STOREFRONT).get(2);
    }

    private Shopper buyer() {
        Shopper shopper = Shopper.at(Shopper.STOREFRONT).put(slug);
        return shopper.confirm(email);
    }

    @Test
    @Tag("D80")
    @Tag("D84")
    void anOrderIsNotShippedBeforeItsDepositIsConfirmed() throws Exception {
        Shopper shopper = buyer().payByDeposit();
        String number = shopper.orderNumber();
        Desk seller = Desk.seller().order(number);
        assertThat(seller.page.locator("button[value=ship]")).isDisabled();
        assertThat(seller.text()).contains("Shipping opens once the deposit is confirmed.");
        seller.page.evaluate("document.querySelector('button[value=ship]').disabled = false");
        seller.press("ship");
        assertThat(partState(number)).containsExactly("awaiting_deposit");

        confirmDeposit(number);
        seller.order(number);
        assertThat(seller.page.locator("button[value=ship]")).isEnabled();
        assertThat(seller.page.locator(".timeline")).containsText("Paid");
        shopper.page.reload();
        assertThat(shopper.page.locator(".timeline")).containsText("Payment received");
    }

    private static void confirmDeposit(String number) throws Exception {
        String total = Rows.texts("select total from purchase where number = ?", number)
                .get(0);
        Desk operator = Desk.operator().order(number);
        operator.page.navigate(operator.page.url().replaceAll("\\?.*", "") + "?ask=confirm");
        operator.page.fill("input[name=amount]", total);
        operator.page.fill("[name=reason]", "Seen on the statement of the bank.");
        operator.press("confirm");
        assertThat(Rows.texts("select state from purchase where number = ?", number))
                .containsExactly("paid");
        assertThat(operator.page.locator(".timeline")).containsText(operatorName());
    }

    private static String operatorName() throws Exception {
        return nameOf("operator@onmaru.example");
    }

    private static String nameOf(String email) throws Exception {
        return Rows.texts("select name from person where email = ?", email).get(0);
    }

    private static List<String> partState(String number) throws Exception {
        return Rows.texts(
                "select s.state from sub_order s join purchase o on o.id = s.order_id where o.number = ?", number);
    }

    @Test
    @Tag("D79")
    @Tag("D83")
    @Tag("D84")
    void aPaidOrderIsShippedAndTheBuyerReadsLinesAndTrackingNumber() throws Exception {
        Shopper shopper = buyer().payByCard(Shopper.GOOD_CARD);
        String number = shopper.orderNumber();
        String title = shopper.page
                .locator(".item-words")
                .first()
                .innerText()
                .lines()
                .findFirst()
                .orElseThrow();
        Desk seller = Desk.seller().order(number);
        seller.page.fill("input[name=carrier]", "CJ대한통운");
        seller.page.fill("input[name=trackingNumber]", "6301 2222 3333");
        seller.press("ship");
        assertThat(seller.page.locator(".timeline")).containsText("Shipped");
        assertThat(seller.page.locator(".timeline")).containsText(nameOf("seller@hanok.example"));

        shopper.page.reload();
        assertThat(shopper.page.locator(".shipment")).containsText("6301 2222 3333");
        assertThat(Letters.to(email, "6301 2222 3333")).contains(number, title, "CJ대한통운");
    }

    @Test
    @Tag("D54")
    void anUnpaidDepositOrderLapsesAndItsStockIsFreeAgain() throws Exception {
        slug = Rows.texts(OF_NOBODY_ELSE, Shopper.STOREFRONT).get(0);
        long before = Rows.number(STOCK, slug);
        Shopper shopper = buyer().payByDeposit();
        String number = shopper.orderNumber();
        assertThat(Rows.number(STOCK, slug)).isEqualTo(before - 1);
        long days = Rows.number("""
                select p.due_on - p.created_at::date from payment p join purchase o on o.payment_id = p.id
                where o.number = ?
                """, number);
        Mall.running().advance(Duration.ofDays(days + 2));
        awaitState(number, "lapsed");
        assertThat(Rows.number(STOCK, slug)).isEqualTo(before);
        shopper.page.reload();
        assertThat(shopper.page.locator(".badge").first()).hasText("Lapsed");
        assertThat(shopper.page.locator(".timeline")).containsText("because no transfer arrived");
        assertThat(shopper.page.locator("section.deposit")).hasCount(0);
    }

    private static void awaitState(String number, String state) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofSeconds(120));
        while (!partState(number).contains(state)) {
            assertThat(Instant.now()).as(number + " is " + partState(number)).isBefore(limit);
            Thread.sleep(500);
        }
    }
}
