package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.seller.Mailbox;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Members as the operator sees them. */
class MembersST {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Pattern ROW = Pattern.compile(
            "<tr><td><a href=\"[^\"]*\">([^<]+)</a>.*?</td><td class=\"number\">([\\d,]+)</td>", Pattern.DOTALL);
    static Mall mall;
    static ConsoleClient operator;

    @BeforeAll
    static void theMall() {
        mall = Mall.running();
        operator = ConsoleClient.operator();
    }

    /** Somebody who joined and says this about himself. */
    private record Someone(String name, String email, Http shop) {
        static Someone joins(String... consents) {
            String mark = UUID.randomUUID().toString().substring(0, 8);
            Someone someone = new Someone(
                    "Member " + mark,
                    mark + "@example.test",
                    mall.at("mall.localhost").with("Accept-Language", "en"));
            Map<String, String> form = new HashMap<>(Map.of(
                    "email",
                    someone.email,
                    "password",
                    "a lantern on the pier",
                    "name",
                    someone.name,
                    "phone",
                    "",
                    "terms",
                    "on"));
            for (String consent : consents) {
                form.put(consent, "on");
            }
            assertThat(someone.shop.post("/account/join", form).status()).isEqualTo(303);
            return someone;
        }

        Someone says(String birthDate, String gender, String weddingOn, String region, String occupation) {
            Http.Answer answer = shop.post(
                    "/account/portrait",
                    Map.of(
                            "birthDate", birthDate,
                            "gender", gender,
                            "weddingOn", weddingOn,
                            "region", region,
                            "occupation", occupation));
            assertThat(answer.status()).as(answer.text()).isEqualTo(303);
            return this;
        }
    }

    private static String page(String path) {
        Http.Answer answer = operator.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static long number(String pattern, String text) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Long.parseLong(found.group(1).replace(",", ""));
    }

    @Test
    @Tag("D9")
    @Tag("D68")
    void allMembersAreListedCountedAndFound() {
        Someone someone = Someone.joins();
        String all = page("/members");
        assertThat(all).contains(someone.name());
        assertThat(number("([\\d,]+) members", all)).isEqualTo(membersInTheDatabase());
        assertThat(page("/members?q=" + someone.email().substring(0, 8))).contains(someone.name());
        assertThat(page("/members?q=no-such-person")).contains("Nothing matches");
        assertThat(operator.get("/members?q=" + someone.email() + "&as=csv").text())
                .contains(someone.email());
    }

    private static long membersInTheDatabase() {
        try (Connection database = mall.database();
                ResultSet row = database.createStatement()
                        .executeQuery("select count(*) from member join person using (account_id)")) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("D69")
    @Tag("D70")
    @Tag("D71")
    @Tag("D72")
    void everyDivisionNarrowsTheListAndAddsUpToAll() {
        LocalDate today = LocalDate.now(SEOUL).plusDays(400);
        Someone someone = Someone.joins().says(today.minusYears(45).toString(), "other", "", "KR-49", "farming");
        Someone silent = Someone.joins();
        String all = page("/members");
        for (String division : List.of("gender", "age", "region", "occupation")) {
            String card = all.substring(all.indexOf("id=\"by-" + division + "\""));
            card = card.substring(0, card.indexOf("</table>"));
            long sum = ROW.matcher(card)
                    .results()
                    .mapToLong(row -> Long.parseLong(row.group(2).replace(",", "")))
                    .sum();
            assertThat(sum).as(division).isEqualTo(membersInTheDatabase());
            assertThat(card).contains("Not given");
            assertThat(page("/members?" + division + "=none"))
                    .contains(silent.name())
                    .doesNotContain(someone.name());
        }
        for (String filter : List.of("gender=other", "age=forties", "region=KR-49", "occupation=farming")) {
            assertThat(page("/members?" + filter))
                    .as(filter)
                    .contains(someone.name())
                    .doesNotContain(silent.name());
        }
    }

    @Test
    @Tag("D73")
    void aMemberOpensFromTheListWithHisOrders() {
        Someone someone = Someone.joins();
        Matcher link =
                Pattern.compile("href=\"(/members/member_[a-z0-9]+)\"").matcher(page("/members?q=" + someone.email()));
        assertThat(link.find()).isTrue();
        String file = page(link.group(1));
        assertThat(file).contains(someone.name(), someone.email(), "No orders yet", "Might please next");
        assertThat(operator.get("/members/member_nobody").status()).isEqualTo(404);
        assertThat(ConsoleClient.hanok().get(link.group(1)).status()).isEqualTo(404);
        Http.Answer data = operator.post(link.group(1), "export");
        assertThat(data.json().getAsJsonObject().has("orders")).isTrue();
        assertThat(operator.post(link.group(1), "erase", "reason", "").status()).isEqualTo(422);
        assertThat(operator.post(link.group(1), "erase", "reason", "asked in writing")
                        .status())
                .isEqualTo(303);
        assertThat(page("/members?q=" + someone.email())).contains("Nothing matches");
    }

    @Test
    @Tag("D74")
    @Tag("D75")
    void bestCustomersFollowTheCriterion() throws Exception {
        try (Connection database = mall.database();
                ResultSet row = database.createStatement().executeQuery("""
                        select max(amount), count(*) from (select sum(total) as amount from purchase
                        where state = 'paid' and currency = 'KRW' and account_id in (select account_id from person)
                        group by account_id) a
                        """)) {
            row.next();
            long most = row.getLong(1);
            String over = page(
                    "/best-customers?measure=amount&currency=KRW&from=2020-01-01&until=2040-01-01&least=" + (most + 1));
            assertThat(over).contains("Nobody reaches this criterion");
            assertThat(page("/best-customers?measure=number&least=1")).contains("Best customers");
            assertThat(operator.get("/best-customers?from=2026-13-01").text()).contains("is no possible date");
        }
        assertThat(ConsoleClient.hanok().get("/best-customers").status()).isIn(403, 404);
    }

    @Test
    @Tag("D76")
    @Tag("D77")
    void theDailyJobGreetsOnceWhoeverAgreedAndTheMailHasAWayOut() throws Exception {
        LocalDate day = tomorrowInTheMall();
        Someone agreed = Someone.joins("marketing").says(day.minusYears(30).toString(), "", "", "", "");
        Someone silent = Someone.joins().says(day.minusYears(30).toString(), "", "", "", "");
        assertThat(page("/anniversaries?on=" + day)).contains(agreed.name(), silent.name(), "Birthday");
        advanceTo(day);
        MimeMessage mail = Mailbox.of(agreed.email()).await("Happy birthday", 1);
        operator = ConsoleClient.operator();
        awaitText("/anniversaries?on=" + day, "Mailed");
        assertThat(page("/anniversaries")).contains(day.toString(), "Completed");
        assertThat(Mailbox.of(silent.email()).with("Happy birthday")).isEmpty();
        assertThat(mail.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        String way = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        String path = java.net.URI.create(way).getRawPath();
        Http program = mall.at("mall.localhost");
        assertThat(program.send(program.request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")))
                        .status())
                .isEqualTo(200);
        Http again = mall.at("mall.localhost").with("Accept-Language", "en");
        again.post("/account/sign-in", Map.of("email", agreed.email(), "password", "a lantern on the pier"));
        assertThat(again.get("/account").text()).contains("Not agreed");
        assertThat(Mailbox.of(agreed.email()).with("Happy birthday")).hasSize(1);
    }

    private static LocalDate tomorrowInTheMall() {
        Matcher day = Pattern.compile("name=\"on\"[^>]*value=\"([\\d-]+)\"|value=\"([\\d-]{10})\"[^>]*name=\"on\"")
                .matcher(page("/anniversaries"));
        assertThat(day.find()).isTrue();
        return LocalDate.parse(day.group(1) == null ? day.group(2) : day.group(1))
                .plusDays(1);
    }

    /** A little after eight in the morning of that day; the mall's time is that of the sign-in just made. */
    private static void advanceTo(LocalDate day) throws java.sql.SQLException {
        operator = ConsoleClient.operator();
        try (Connection database = mall.database();
                ResultSet row = database.createStatement().executeQuery("select max(created_at) from session")) {
            row.next();
            Instant now = row.getObject(1, java.time.OffsetDateTime.class).toInstant();
            mall.advance(Duration.between(
                    now, ZonedDateTime.of(day, LocalTime.of(8, 5), SEOUL).toInstant()));
        }
    }

    private static void awaitText(String path, String text) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (!page(path).contains(text) && Instant.now().isBefore(limit)) {
            Thread.sleep(500);
        }
        assertThat(page(path)).contains(text);
    }

    @Test
    void aSegmentIsSavedCountedDownloadedAndMailed() {
        Someone someone = Someone.joins("marketing").says("", "other", "", "GL", "craft");
        String name = "Greenland " + UUID.randomUUID().toString().substring(0, 8);
        Http.Answer saved = operator.post("/segments/new", "save", "name", name, "region", "GL", "occupation", "craft");
        String path = saved.header("Location").orElseThrow(() -> new AssertionError(saved.text()));
        Http.Answer segment = operator.get(path);
        assertThat(segment.text()).contains(name, someone.name(), "Greenland");
        assertThat(operator.get(path + "?as=csv").text()).contains(someone.email());
        String mailing = ConsoleClient.hidden(segment, "mailing");
        assertThat(operator.post(path, "mail", "mailing", mailing, "subject", "", "body", "")
                        .status())
                .isEqualTo(422);
        for (int i = 0; i < 2; i++) {
            assertThat(operator.post(path, "mail", "mailing", mailing, "subject", "Ice " + name, "body", "It is cold.")
                            .status())
                    .isEqualTo(303);
        }
        Mailbox.of(someone.email()).await("Ice " + name, 1);
        assertThat(operator.get(path).text()).contains("mailed");
    }
}
