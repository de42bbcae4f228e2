package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.back.Clerk;
import dev.rialto.system.shop.Shopper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Goods bought on a seller's own server are exchanged there, for dearer ones as well. */
class OwnServerExchangeST {
    private static final Pattern ORDER = Pattern.compile("/orders/([^?]+)");
    private static final Pattern DEARER = Pattern.compile(
            "name=\"(replacement\\.line_[a-z0-9]+)\".*?<option value=\"(variant_[a-z0-9]+)\"[^>]*>[^<]*\\(\\+(₩[0-9,]+)\\)",
            Pattern.DOTALL);

    private static Mall mall;
    private static OwnServer server;
    private static OwnServerSale sale;
    private final Clerk clerk = new Clerk();

    @BeforeAll
    static void aSellerStartsTheOwnServer() throws Exception {
        mall = Mall.running();
        server = OwnServer.running(mall);
        sale = OwnServerSale.at(server);
    }

    private static String text(String sql, String argument) throws Exception {
        try (var database = mall.database();
                var query = database.prepareStatement(sql)) {
            query.setString(1, argument);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).as(sql).isTrue();
                return row.getString(1);
            }
        }
    }

    /** Goods in two sizes, the larger one dearer. */
    private static String inTwoSizes() throws Exception {
        return text("""
                select g.slug from goods g join site_host h on h.tenant_id = g.tenant_id and h.host = ?
                join variant v on v.goods_id = g.id and v.state = 'active'
                join price p on p.variant_id = v.id and p.currency = 'KRW'
                join stock s on s.variant_id = v.id and s.available > 3
                where g.state = 'on_sale' group by g.slug
                having count(*) > 1 and min(p.amount) < max(p.amount) order by g.slug limit 1
                """, OwnServer.STOREFRONT);
    }

    private void step(String path, String action, String... inputs) {
        String[] all = Arrays.copyOf(inputs, inputs.length + 2);
        all[inputs.length] = "version";
        all[inputs.length + 1] = Clerk.hidden(clerk.page(path), "version");
        clerk.done(clerk.post(path, action, all));
    }

    @Test
    @Tag("A20")
    @Tag("D82")
    void aDearerReplacementIsPaidOnTheOwnServerAndSent() throws Exception {
        Shopper shopper = sale.atTheConfirmation(inTwoSizes());
        String number = Shopper.first(ORDER, sale.paidByCard(shopper));
        sale.ship(number);
        String amount = asksForTheDearerOne(shopper, number);
        String path = Shopper.first(
                Pattern.compile("href=\"(/returns/return_[a-z0-9]+)\""), clerk.page("/returns?q=" + number));
        step(path, "approve", "text", "Send it");
        step(path, "receive");
        String line = Shopper.first(Pattern.compile("name=\"accepted\\.([0-9a-f-]+)\""), clerk.page(path));
        step(path, "inspect", "accepted." + line, "1", "writtenOff." + line, "0", "text", "");

        String returns = "/orders/" + number + "/returns";
        assertThat(shopper.page(returns)).contains("Pay " + amount + " by card");
        String pay = returns + "/" + number + "-1-T1/pay";
        Http.Answer leaving = shopper.http().post(pay, Map.of());
        String back = sale.paidOnTheCardPage(leaving.text());
        assertThat(back).startsWith(returns + "/" + number + "-1-T1/paid/payment_");
        assertThat(shopper.http().get(back).header("Location")).hasValue(returns + "?paid");
        assertThat(shopper.page(returns)).contains("Difference paid").doesNotContain("by card");
        assertThat(shopper.http().post(pay, Map.of()).header("Location")).hasValue(returns + "?nothing_to_pay");
        step(path, "replace", "carrier", "Post", "trackingNumber", "X-44");
        assertThat(shopper.page("/orders/" + number)).contains("X-44");
        assertThat(text("""
                select count(*)::text from payment p join return_case c on c.id = p.return_id
                where c.number like ? || '%' and p.state in ('approved', 'captured')
                """, number)).isEqualTo("1");
    }

    private static String asksForTheDearerOne(Shopper shopper, String number) {
        String form = shopper.page("/orders/" + number + "/return");
        Matcher dearer = DEARER.matcher(form);
        assertThat(dearer.find()).as(form).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("part", Shopper.first(Pattern.compile("name=\"part\" value=\"([^\"]+)\""), form));
        fields.put(Shopper.first(Pattern.compile("name=\"(quantity\\.line_[a-z0-9]+)\""), form), "1");
        fields.put("ground", "withdrawal");
        fields.put("wish", "exchange");
        fields.put("reason", "too small");
        fields.put(dearer.group(1), dearer.group(2));
        Http.Answer asked = shopper.http().post("/orders/" + number + "/return", fields);
        assertThat(asked.status()).as(asked.text()).isEqualTo(303);
        return dearer.group(3);
    }
}
