package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReturnST {
    private final Buyer buyer = new Buyer();
    private final Clerk clerk = new Clerk();

    private static String text(String sql, String argument) throws SQLException {
        try (var database = Mall.running().database();
                var query = database.prepareStatement(sql)) {
            if (!argument.isEmpty()) {
                query.setString(1, argument);
            }
            try (var row = query.executeQuery()) {
                assertThat(row.next()).as(sql).isTrue();
                return row.getString(1);
            }
        }
    }

    private String sent(String slug, int quantity) throws SQLException {
        String number = buyer.order(slug, quantity);
        clerk.confirm(number, text("select total::text from purchase where number = ?", number));
        clerk.ship(number);
        return number;
    }

    private String returnPath(String number) {
        String list = clerk.page("/returns?q=" + number);
        assertThat(list).contains("The colour is not mine", "Kim Haneul");
        return Buyer.first(Pattern.compile("href=\"(/returns/return_[a-z0-9]+)\""), list);
    }

    private String step(String path, String action, String... inputs) {
        String[] all = java.util.Arrays.copyOf(inputs, inputs.length + 2);
        all[inputs.length] = "version";
        all[inputs.length + 1] = Clerk.hidden(clerk.page(path), "version");
        return clerk.done(clerk.post(path, action, all));
    }

    @Test
    @Tag("D81")
    void aGuestSendsGoodsBackByTheLinkInTheMailAndGetsTheMoney() throws Exception {
        String number = sent(Buyer.plenty(), 2);
        Buyer stranger = new Buyer();
        assertThat(stranger.http().get("/orders/" + number + "/return").status())
                .isEqualTo(404);
        String key = "?key=" + Buyer.keyOf(number);
        assertThat(stranger.page("/orders/" + number + key)).contains("Return or exchange");
        Http.Answer tooMuch = stranger.sendBack(number, key, 3, "refund");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.text()).contains("At most 2", "The colour is not mine");
        Http.Answer asked = stranger.sendBack(number, key, 2, "refund");
        assertThat(asked.status()).as(asked.text()).isEqualTo(303);

        String path = returnPath(number);
        String read = Clerk.hidden(clerk.page(path), "version");
        step(path, "approve", "text", "Please send it to Mapo-daero 1");
        Http.Answer stale = clerk.post(path, "refuse", "text", "no", "version", read);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("Last change", "Return approved");
        step(path, "receive");
        String arrived = clerk.page(path);
        String line = Buyer.first(Pattern.compile("name=\"accepted\\.([0-9a-f-]+)\""), arrived);
        step(path, "inspect", "accepted." + line, "2", "writtenOff." + line, "0", "text", "");

        String refunds = clerk.page("/refunds?q=" + number);
        assertThat(refunds).contains("To be sent by hand");
        String refund = Buyer.first(Pattern.compile("data-dialog=\"hand-(refund_[a-z0-9]+)\""), refunds);
        clerk.done(clerk.post(
                "/refunds", "by-hand." + refund, "version", Clerk.hidden(refunds, "version"), "note", "transfer 17"));
        assertThat(stranger.page("/orders/" + number + "/returns" + key)).contains("Refunded", "Mapo-daero 1");
        assertThat(text(
                        "select (p.refunded = p.amount)::text from payment p join purchase o on o.payment_id = p.id"
                                + " where o.number = ?",
                        number))
                .isEqualTo("true");
    }

    @Test
    @Tag("D82")
    void anExchangeIsShippedFromTheConsole() throws Exception {
        String slug = text("""
                select g.slug from goods g
                join variant v on v.goods_id = g.id and v.state = 'active'
                join price p on p.variant_id = v.id and p.currency = 'KRW'
                join stock s on s.variant_id = v.id and s.available > 3
                where g.state = 'on_sale' group by g.slug
                having count(*) > 1 and min(p.amount) = max(p.amount) order by g.slug limit 1
                """, "");
        String number = sent(slug, 1);
        assertThat(buyer.sendBack(number, "", 1, "exchange").status()).isEqualTo(303);
        String path = returnPath(number);
        step(path, "approve", "text", "Send it");
        step(path, "receive");
        String line = Buyer.first(Pattern.compile("name=\"accepted\\.([0-9a-f-]+)\""), clerk.page(path));
        step(path, "inspect", "accepted." + line, "1", "writtenOff." + line, "0", "text", "");
        String done = step(path, "replace", "carrier", "Post", "trackingNumber", "X-42");
        assertThat(done).contains("Exchanged", "Replacement shipped");
        assertThat(buyer.page("/orders/" + number)).contains("X-42", "Replacement sent");
        assertThat(text(
                        "select sum(quantity)::text from stock_movement where kind = 'return' and reason like '%' || ? || '%'",
                        number))
                .isEqualTo("1");
        assertThat(text("""
                select sum(m.quantity)::text from stock_movement m
                join return_line r on r.replacement_variant_id = m.variant_id join return_case c on c.id = r.return_id
                where m.kind = 'sale' and m.order_id = c.order_id and c.number like ? || '%'
                """, number)).isEqualTo("-1");
    }

    @Test
    @Tag("D82")
    void aDearerReplacementIsSentOnceItsDifferenceIsPaidByCard() throws Exception {
        String slug = text("""
                select g.slug from goods g
                join variant v on v.goods_id = g.id and v.state = 'active'
                join price p on p.variant_id = v.id and p.currency = 'KRW'
                join stock s on s.variant_id = v.id and s.available > 3
                where g.state = 'on_sale' group by g.slug
                having count(*) > 1 and min(p.amount) = max(p.amount) order by g.slug desc limit 1
                """, "");
        String number = sent(slug, 1);
        String dearer = text("""
                update price p set amount = p.amount + 2000
                from (select v.id from order_line l join sub_order s on s.id = l.sub_order_id
                      join purchase o on o.id = s.order_id
                      join variant v on v.goods_id = l.goods_id and v.id <> l.variant_id and v.state = 'active'
                      where o.number = ? order by v.position limit 1) other
                where p.variant_id = other.id and p.currency = 'KRW' returning p.variant_id::text
                """, number);
        assertThat(buyer.page("/orders/" + number + "/return")).contains("(+₩2,000)");
        assertThat(buyer.sendBack(number, "", 1, "exchange", "(+₩2,000)").status())
                .isEqualTo(303);
        // what was asked for keeps its difference; others find the price as it was
        text(
                "update price set amount = amount - 2000 where variant_id = ?::uuid and currency = 'KRW' returning 'done'",
                dearer);
        String path = returnPath(number);
        step(path, "approve", "text", "Send it");
        step(path, "receive");
        String line = Buyer.first(Pattern.compile("name=\"accepted\\.([0-9a-f-]+)\""), clerk.page(path));
        String inspected = step(path, "inspect", "accepted." + line, "1", "writtenOff." + line, "0", "text", "");
        assertThat(inspected).contains("Difference to pay", "₩2,000").doesNotContain("value=\"replace\"");

        String status = "/orders/" + number + "/returns";
        assertThat(buyer.page(status)).contains("Pay ₩2,000 by card");
        String returnNumber = number + "-1-T1";
        Http.Answer leaving = buyer.http().post(status + "/" + returnNumber + "/pay", Map.of());
        String cardPage = Buyer.first(Pattern.compile("content=\"0; url=([^\"]+)\""), leaving.text())
                .replace("&amp;", "&");
        String back = buyer.payOn(cardPage);
        assertThat(back).startsWith(status + "/" + returnNumber + "/paid/payment_");
        assertThat(buyer.http().get(back).header("Location")).hasValue(status + "?paid");
        assertThat(buyer.page(status)).contains("Difference paid", "₩2,000").doesNotContain("by card");
        assertThat(buyer.page("/orders/" + number)).contains("Waiting for the difference", "Difference paid");

        assertThat(step(path, "replace", "carrier", "Post", "trackingNumber", "X-43"))
                .contains("Exchanged");
        assertThat(text("""
                select sum(e.amount)::text from ledger_entry e join ledger_account a on a.id = e.account_id
                join ledger_transfer t on t.id = e.transfer_id join purchase o on o.id = t.order_id
                where a.purpose = 'gateway' and t.kind = 'exchange' and o.number = ?
                """, number)).isEqualTo("2000");
    }

    @Test
    @Tag("D81")
    void aReturnIsCalledOffAsLongAsNothingHasCome() throws Exception {
        String number = sent(Buyer.plenty(), 1);
        assertThat(buyer.sendBack(number, "", 1, "refund").status()).isEqualTo(303);
        String status = "/orders/" + number + "/returns";
        assertThat(buyer.page(status)).contains("Call this return off");
        String callOff = status + "/" + number + "-1-T1/call-off";
        assertThat(new Buyer().http().post(callOff, Map.of()).status()).isEqualTo(404);
        assertThat(buyer.http().post(callOff, Map.of()).header("Location")).hasValue(status + "?called_off");
        assertThat(buyer.page(status)).contains("Called off").doesNotContain("Call this return off");
        assertThat(buyer.http().post(callOff, Map.of()).header("Location")).hasValue(status + "?too_late");
        assertThat(buyer.sendBack(number, "", 1, "refund").status()).isEqualTo(303);
        String path = Buyer.first(
                Pattern.compile("href=\"(/returns/return_[a-z0-9]+)\""),
                clerk.page("/returns?state=requested&q=" + number));
        assertThat(step(path, "call-off", "text", "agreed by phone")).contains("Called off", "agreed by phone");
    }

    @Test
    void theTaxInvoiceIsAPaperForBuyerAndStaff() throws Exception {
        String number = sent(Buyer.plenty(), 1);
        Http.Answer paper = buyer.http().get("/orders/" + number + "/invoice/" + number + "-1");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.header("Content-Type").orElse("")).startsWith("application/pdf");
        assertThat(paper.text()).startsWith("%PDF");
        assertThat(new Buyer()
                        .http()
                        .get("/orders/" + number + "/invoice/" + number + "-1")
                        .status())
                .isEqualTo(404);
        String path = clerk.orderPath(number);
        String link = Buyer.first(Pattern.compile("href=\"(" + path + "/invoice/part_[a-z0-9]+)\""), clerk.page(path));
        assertThat(clerk.get(link).text()).startsWith("%PDF");
    }

    @Test
    @Tag("D78")
    void ordersAreChosenAndShippedTogetherWithAPickingList() throws Exception {
        String first = buyer.order(Buyer.plenty(), 1);
        String second = new Buyer().order(Buyer.plenty(), 2);
        for (String number : new String[] {first, second}) {
            clerk.confirm(number, text("select total::text from purchase where number = ?", number));
        }
        String query = "";
        for (String number : new String[] {first, second}) {
            query += (query.isEmpty() ? "?" : "&") + "part="
                    + Buyer.first(
                            Pattern.compile("name=\"part\" value=\"(part_[a-z0-9]+)\""),
                            clerk.page("/orders?q=" + number));
        }
        String preview = clerk.page("/orders/bulk" + query);
        assertThat(preview).contains(first + "-1", second + "-1", "Sejongdaero 110");
        assertThat(clerk.page("/orders/bulk" + query + "&as=csv")).contains(first + "-1", "Kim Haneul");
        for (String number : new String[] {first, second}) {
            String own = clerk.page("/orders?q=" + number);
            String part = Buyer.first(Pattern.compile("name=\"part\" value=\"(part_[a-z0-9]+)\""), own);
            clerk.done(clerk.post(
                    "/orders/bulk",
                    "ship",
                    "carrier",
                    "Post",
                    "part",
                    part,
                    "version." + part,
                    Clerk.hidden(preview, "version." + part),
                    "tracking." + part,
                    "B-" + number));
        }
        assertThat(clerk.page("/orders?state=shipped&q=" + second)).contains(second + "-1");
        assertThat(clerk.page("/orders?as=csv&q=" + first)).contains(first + "-1", "shipped");
    }
}
