package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members by the mark of where they joined, payments by the mark of where they were made. */
class MarksST {
    private static final Mall MALL = Mall.running();

    private static List<String> row(String sql, Object... arguments) throws Exception {
        try (var database = MALL.database();
                var query = database.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            ResultSet found = query.executeQuery();
            assertThat(found.next()).as(sql).isTrue();
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                row.add(found.getString(i));
            }
            return row;
        }
    }

    private static long number(String sql, Object... arguments) throws Exception {
        return Long.parseLong(row(sql, arguments).get(0));
    }

    /** Where the buyer of an order joined, and where the order was paid, each by the host. */
    private static List<String> pair(String email) throws Exception {
        return row("""
                select joined.host, paid.host from payment p
                join purchase o on o.id = p.order_id join member m on m.account_id = o.account_id
                join person w on w.account_id = m.account_id
                join site s on s.payment_mark = p.origin_mark
                join site_host joined on joined.site_id = m.join_site_id join site_host paid on paid.site_id = s.id
                where w.email = ? order by p.created_at desc limit 1
                """, email);
    }

    private static Http inTheMall(String email, String path) {
        Http browser = MALL.at("mall.localhost");
        browser.post(
                path,
                Map.of("email", email, "password", Node.PASSWORD, "name", "Kim Mark", "phone", "", "terms", "on"));
        return browser;
    }

    @Test
    @Tag("A29")
    void whereOneJoinedAndWhereOnePaysAreTwoMarks() throws Exception {
        String ofTheStorefront = "storefront-" + UUID.randomUUID() + "@example.test";
        Node.of(MALL, "hanok.localhost").joined(ofTheStorefront);
        new dev.rialto.system.server.Purchase(inTheMall(ofTheStorefront, "/account/sign-in")).ofOne("grid-notebook");
        assertThat(pair(ofTheStorefront)).containsExactly("hanok.localhost", "mall.localhost");
        String ofTheMall = "mall-" + UUID.randomUUID() + "@example.test";
        inTheMall(ofTheMall, "/account/join");
        Purchase.by(Node.of(MALL, "hanok.localhost").signedIn(ofTheMall));
        assertThat(pair(ofTheMall)).containsExactly("mall.localhost", "hanok.localhost");
        assertThat(number("select count(*) from site a join site b on a.member_mark = b.payment_mark"))
                .isZero();
    }

    private static List<JsonObject> all(Http caller, String path) {
        List<JsonObject> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = caller.get(path + "?limit=200" + cursor).json().getAsJsonObject();
            page.getAsJsonArray("items").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .forEach(all::add);
            cursor = page.has("next") ? "&cursor=" + page.get("next").getAsString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static final String MEMBERS = """
            select count(*) from member m join person p on p.account_id = m.account_id join site s on s.id = m.join_site_id
            where\s""";

    @Test
    @Tag("A30")
    void aSellerCountsAndListsTheMembersOfItsMarkAndTheCountsAddUp() throws Exception {
        Node.of(MALL, "hanok.localhost").joined();
        long counted = 0;
        for (String host : List.of("hanok.localhost", "nordlicht.localhost")) {
            Http seller = Partner.ofStorefront(MALL, host, "reports:read").calling();
            JsonObject report = seller.get("/api/v1/reports/members").json().getAsJsonObject();
            long sum = report.getAsJsonArray("items").asList().stream()
                    .mapToLong(mark -> mark.getAsJsonObject().get("members").getAsLong())
                    .sum();
            assertThat(report.get("total").getAsLong()).isEqualTo(sum);
            List<JsonObject> listed = all(seller, "/api/v1/reports/members/list");
            assertThat(listed).hasSize((int) sum);
            assertThat(listed)
                    .extracting(member -> member.get("id").getAsString())
                    .doesNotHaveDuplicates();
            assertThat(sum)
                    .isEqualTo(
                            number(MEMBERS + "s.tenant_id = (select tenant_id from site_host where host = ?)", host));
            counted += sum;
        }
        long others = number(MEMBERS + """
                s.tenant_id is null or s.tenant_id not in
                    (select tenant_id from site_host where host in ('hanok.localhost', 'nordlicht.localhost'))""");
        assertThat(counted + others).isEqualTo(number(MEMBERS + "true"));
    }

    private static final String PAID = """
            select coalesce(sum(p.captured), 0) - coalesce(sum(p.refunded), 0) from payment p
            join site s on s.payment_mark = p.origin_mark where p.currency = 'KRW' and\s""";

    @Test
    @Tag("A31")
    void thePaymentsOfAnOriginAddUpToItsReportAndAllOriginsToTheMall() throws Exception {
        String buyer = "origin-" + UUID.randomUUID() + "@example.test";
        inTheMall(buyer, "/account/join");
        Purchase.by(Node.of(MALL, "hanok.localhost").signedIn(buyer));
        long known = 0;
        for (String host : List.of("hanok.localhost", "nordlicht.localhost")) {
            Http seller = Partner.ofStorefront(MALL, host, "reports:read").calling();
            long reported =
                    seller
                            .get("/api/v1/reports/payments")
                            .json()
                            .getAsJsonObject()
                            .getAsJsonArray("items")
                            .asList()
                            .stream()
                            .map(JsonElement::getAsJsonObject)
                            .filter(MarksST::isWon)
                            .mapToLong(MarksST::kept)
                            .sum();
            List<JsonObject> payments = all(seller, "/api/v1/reports/payments/list");
            assertThat(payments.stream()
                            .filter(MarksST::isWon)
                            .mapToLong(MarksST::kept)
                            .sum())
                    .isEqualTo(reported);
            assertThat(reported)
                    .isEqualTo(number(PAID + "s.tenant_id = (select tenant_id from site_host where host = ?)", host));
            known += reported;
        }
        long others = number(PAID + """
                (s.tenant_id is null or s.tenant_id not in
                    (select tenant_id from site_host where host in ('hanok.localhost', 'nordlicht.localhost')))""");
        assertThat(known + others).isEqualTo(number(PAID + "true"));
    }

    private static boolean isWon(JsonObject line) {
        return line.getAsJsonObject("captured").get("currency").getAsString().equals("KRW");
    }

    private static long kept(JsonObject line) {
        return line.getAsJsonObject("captured").get("minor").getAsLong()
                - line.getAsJsonObject("refunded").get("minor").getAsLong();
    }

    @Test
    @Tag("A29")
    void noAnswerToAPartnerCarriesBothMarks() throws Exception {
        Http seller =
                Partner.ofStorefront(MALL, "hanok.localhost", "reports:read").calling();
        for (Operations.Operation operation : Operations.all(MALL)) {
            String schemas = operation.text().getAsJsonObject("responses").toString();
            assertThat(schemas.contains("\"joinMark\"") && schemas.contains("\"origin\""))
                    .as(operation.name())
                    .isFalse();
        }
        List<String> marks = row("""
                select member_mark::text, payment_mark::text from site s join site_host h on h.site_id = s.id
                where h.host = 'hanok.localhost'""");
        assertThat(marks.get(0)).isNotEqualTo(marks.get(1));
        assertThat(seller.get("/api/v1/reports/members/list").text())
                .contains("mark_")
                .doesNotContain("origin_");
        assertThat(seller.get("/api/v1/reports/payments/list").text())
                .contains("origin_")
                .doesNotContain("mark_");
    }
}
