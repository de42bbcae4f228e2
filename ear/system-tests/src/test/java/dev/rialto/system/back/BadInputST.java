package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must not work in the back office, tried at its pages. */
class BadInputST {
    private final Buyer buyer = new Buyer();
    private final Clerk clerk = new Clerk();

    private static String text(String sql, String number) throws SQLException {
        try (var database = Mall.running().database();
                var query = database.prepareStatement(sql)) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private String paid() throws SQLException {
        String number = buyer.order(Buyer.plenty(), 1);
        clerk.confirm(number, Desk.total(number));
        return number;
    }

    @Test
    @Tag("D84")
    void ofTwoStaffWhoShipOneOrderAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        String number = paid();
        Clerk other = new Clerk();
        String path = clerk.orderPath(number);
        String page = clerk.page(path);
        String line = Buyer.first(Pattern.compile("name=\"(quantities\\.[0-9a-f-]+)\""), page);
        String[] inputs = {
            "part",
            Clerk.hidden(page, "part"),
            "version",
            Clerk.hidden(page, "version"),
            "number",
            number,
            "carrier",
            "Post",
            "trackingNumber",
            "T-1",
            line,
            "1"
        };
        List<Callable<Http.Answer>> both =
                List.of(() -> clerk.post(path, "ship", inputs), () -> other.post(path, "ship", inputs));
        var people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Http.Answer>> answers = people.invokeAll(both);
            List<Integer> statuses =
                    List.of(answers.get(0).get().status(), answers.get(1).get().status());
            assertThat(statuses).containsExactlyInAnyOrder(303, 409);
            Http.Answer refused = answers.get(statuses.indexOf(409)).get();
            assertThat(refused.text()).contains("Shipped");
        } finally {
            people.shutdown();
        }
        assertThat(text(
                        "select count(*)::text from shipment h join sub_order s on s.id = h.sub_order_id"
                                + " join purchase o on o.id = s.order_id where o.number = ?",
                        number))
                .isEqualTo("1");
    }

    @Test
    @Tag("D84")
    void noMoreGoesBackThanWasCaptured() throws Exception {
        String number = paid();
        long total = Long.parseLong(Desk.total(number));
        String reason = "because we like you";
        Http.Answer over = Desk.giveBack(clerk, number, String.valueOf(total + 1), reason);
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text())
                .contains("value=\"" + (total + 1) + "\"", reason)
                .contains("more than what is left of the payment", "at most ₩" + String.format("%,d", total));
        for (String amount : List.of("-1", "0", "much", "")) {
            Http.Answer wrong = Desk.giveBack(clerk, number, amount, reason);
            assertThat(wrong.status()).as(amount).isEqualTo(422);
            assertThat(wrong.text()).contains("href=\"#f-amount", reason);
        }
        assertThat(text(
                        "select count(*)::text from refund_owed r join purchase o on o.id = r.order_id where o.number = ?",
                        number))
                .isEqualTo("0");
    }

    @Test
    @Tag("D3")
    @Tag("D16")
    void anAdministratorsPasswordOpensNoMoreAtAShopThanAShoppers() {
        Http shop = Mall.running().at("mall.localhost").with("Accept-Language", "en");
        Http.Answer signedIn = shop.post(
                "/account/sign-in", Map.of("email", "operator@onmaru.example", "password", "maru-operator-2026"));
        assertThat(signedIn.status()).isIn(303, 422);
        for (String path :
                List.of("/sellers", "/members", "/refunds", "/console", "/console/", "/console/pages", "/staff")) {
            assertThat(shop.get(path).status()).as(path).isEqualTo(404);
        }
        Http staff = signedIn("operator@onmaru.example", "maru-operator-2026");
        String staffCookie = staff.cookies().keySet().iterator().next();
        Http carried = Mall.running().at("console.localhost");
        shop.cookies().values().forEach(token -> carried.cookies().put(staffCookie, token));
        assertThat(staff.get("/orders").status()).isEqualTo(200);
        assertThat(carried.get("/orders").header("Location").orElse("")).startsWith("/sign-in");
    }

    private static Http signedIn(String email, String password) {
        Http console = Mall.running().at("console.localhost").with("Accept-Language", "en");
        assertThat(console.post("/sign-in", Map.of("email", email, "password", password, "do", "sign-in", "next", "/"))
                        .status())
                .isEqualTo(303);
        return console;
    }

    @Test
    @Tag("A1")
    void deepLinksWithoutThePermissionShowAndChangeNothing() throws Exception {
        String number = paid();
        String path = clerk.orderPath(number);
        String version = Clerk.hidden(clerk.page(path), "version");
        boolean isOfMoru = text("select seller_name from sub_order where number = ? || '-1'", number)
                .equals("Studio Moru");
        Http seller = isOfMoru
                ? signedIn("seller@hanok.example", "hanok-seller-2026")
                : signedIn("seller@moru.example", "moru-seller-2026");
        assertThat(seller.get(path).status()).isEqualTo(404);
        String state = "select string_agg(state, ',') from sub_order where number like ? || '-%'";
        String before = text(state, number);
        for (String action : List.of("cancel", "confirm", "ship")) {
            Http.Answer tried = seller.post(path, Map.of("do", action, "reason", "mine", "version", version));
            assertThat(tried.status()).as(action).isIn(303, 403, 404, 422);
        }
        for (String page : List.of("/deposits", "/deposits/files", "/sellers", "/categories", "/settlement/payouts")) {
            assertThat(seller.get(page).status()).as(page).isIn(303, 403, 404);
        }
        assertThat(text(state, number)).isEqualTo(before);
    }
}
