package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import dev.rialto.system.trust.Somebody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said about goods on a seller's own server, and what is reported there. */
class OwnServerReviewsST {
    private static final Pattern ORDER = Pattern.compile("/orders/([^?]+)");
    private static OwnServer server;
    private static OwnServerSale sale;

    private final String words = "Holds its shape " + UUID.randomUUID();

    @BeforeAll
    static void theOwnServer() throws Exception {
        server = OwnServer.running(Mall.running());
        sale = OwnServerSale.at(server);
    }

    private static String anybody(String path) {
        return Shopper.through(server.shopper()).page(path);
    }

    private static Somebody seller() {
        return Somebody.atConsole("seller@hanok.example", "hanok-seller-2026");
    }

    /** A member to whom the goods were shipped. */
    private static Shopper receiver(String slug) throws Exception {
        Shopper member = sale.joined();
        assertThat(member.add(slug, 1).status()).isEqualTo(303);
        assertThat(member.saveDetails().header("Location")).hasValue("/checkout/confirm");
        String number = Shopper.first(ORDER, sale.paidByCard(member));
        Http.Answer tooEarly = member.http()
                .post("/goods/" + slug + "/reviews", Map.of("stars", "4", "title", "", "words", "Not here yet"));
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.text()).contains("Only members who got these goods");
        sale.ship(number);
        return member;
    }

    private static Map<String, String> version(String page) {
        return new LinkedHashMap<>(Map.of(
                "remark", Somebody.first("name=\"remark\" value=\"([^\"]+)\"", page),
                "version", Somebody.first("name=\"version\" value=\"([^\"]+)\"", page)));
    }

    @Test
    @Tag("A13")
    void whoGotTheGoodsReviewsThemAndNobodyElseChangesTheReview() throws Exception {
        String slug = sale.slug();
        String reviews = "/goods/" + slug + "/reviews";
        Shopper member = receiver(slug);
        Http.Answer incomplete = member.http().post(reviews, Map.of("title", "", "words", words));
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.text()).contains("Please choose how many stars", words);
        Map<String, String> typed = Map.of("stars", "4", "title", "<i>Fine</i>", "words", words);
        assertThat(member.http().post(reviews, typed).header("Location")).hasValue(reviews + "?written");
        assertThat(anybody("/goods/" + slug)).contains(words, "&lt;i&gt;Fine", "★★★★☆", "K**");
        assertThat(Shopper.at(OwnServer.STOREFRONT).page(reviews)).contains(words);

        Map<String, String> change = version(member.page(reviews));
        change.putAll(Map.of("stars", "2", "title", "", "words", words + " but thin"));
        Shopper other = sale.joined();
        assertThat(other.page(reviews)).contains(words).doesNotContain("Change your review");
        assertThat(other.http().post(reviews, change).status()).isEqualTo(422);
        assertThat(anybody(reviews)).doesNotContain("but thin");
        assertThat(member.http().post(reviews, change).header("Location")).hasValue(reviews + "?written");
        assertThat(anybody(reviews)).contains(words + " but thin", "★★☆☆☆");
        Http.Answer stale = member.http().post(reviews, change);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("changed meanwhile", "but thin");
        assertThat(server.shopper().post(reviews, typed).header("Location")).hasValue("/account/sign-in");
        isReported(slug, reviews);
    }

    @Test
    @Tag("A13")
    void aMemberReadsInWordsWhatIsKept() throws Exception {
        Shopper member = sale.joined();
        assertThat(member.add(sale.slug(), 1).status()).isEqualTo(303);
        assertThat(member.saveDetails().header("Location")).hasValue("/checkout/confirm");
        String number = Shopper.first(ORDER, sale.paidByCard(member));
        assertThat(member.http().post("/orders/" + number + "/cancel", Map.of()).status())
                .isEqualTo(303);
        assertThat(member.page("/account/data?lang=en"))
                .contains("Terms and privacy notice", number, "Cancelled", "Order cancelled", "₩")
                .doesNotContain("order cancelled", "order_cancelled");
        assertThat(member.page("/account/data?lang=ko")).contains("주문 취소").doesNotContain("order cancelled");
    }

    /** Anybody reports the newest review, and the mall hides it with a reason. */
    private void isReported(String slug, String reviews) throws Exception {
        String report = Somebody.first("action=\"(/goods/" + slug + "/remarks/remark_[a-z0-9]+)\"", anybody(reviews));
        assertThat(server.shopper().post(report, Map.of("kind", "reviews")).header("Location"))
                .hasValue(reviews + "?reported");
        assertThat(server.shopper()
                        .post(
                                report.replaceFirst("remark_.*", "remark_7zzzzzzzzzzzzzzzzzzzzzzzzz"),
                                Map.of("kind", "reviews"))
                        .status())
                .isEqualTo(404);
        Somebody operator = Somebody.operator();
        String list = "/reviews?q=" + words.replace(' ', '+');
        assertThat(operator.page(list)).contains("reported 1 times");
        Map<String, String> hide = version(operator.page(list));
        hide.putAll(Map.of("do", "hide", "reason", "It names a person."));
        operator.go("/reviews", hide);
        assertThat(anybody(reviews)).doesNotContain(words);
    }

    @Test
    @Tag("A13")
    void aMembersQuestionIsShownWithTheSellersAnswer() {
        String questions = "/goods/" + sale.slug() + "/questions";
        assertThat(server.shopper().post(questions, Map.of("question", words)).header("Location"))
                .hasValue("/account/sign-in");
        Shopper member = sale.joined();
        Http.Answer empty = member.http().post(questions, Map.of("question", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(member.http().post(questions, Map.of("question", words)).header("Location"))
                .hasValue(questions + "?asked");
        assertThat(anybody(questions)).doesNotContain(words);
        Somebody seller = seller();
        Map<String, String> answer = version(seller.page("/questions?q=" + words.replace(' ', '+')));
        answer.putAll(Map.of("do", "answer", "answer", "Yes, for years."));
        seller.go("/questions", answer);
        assertThat(anybody(questions)).contains(words, "Yes, for years.");
    }

    @Test
    @Tag("A13")
    void goodsAreReportedToTheMall() throws Exception {
        String slug = sale.slug();
        String report = "/goods/" + slug + "/report";
        assertThat(anybody("/goods/" + slug)).contains("href=\"" + report + "\"");
        Http.Answer wrong =
                server.shopper().post(report, Map.of("cause", "counterfeit", "words", "", "email", "no<body"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("value=\"no&lt;body\"", "class=\"errors\"");
        Map<String, String> typed = Map.of("cause", "counterfeit", "words", words, "email", "");
        assertThat(server.shopper().post(report, typed).header("Location")).hasValue(report + "?done");
        assertThat(anybody(report + "?done")).contains("Thank you. We look at it.");
        assertThat(Somebody.look("""
                        select g.slug from notice n join goods g on g.id = n.goods_id join site_host h on h.site_id = n.site_id
                        where n.words = ? and n.state = 'open' and h.host = 'hanok.localhost'
                        """, words)).isEqualTo(slug);
    }

    @Test
    @Tag("A13")
    @Tag("A16")
    void reportsFromOnePlaceAreLimited() {
        String path = "/api/v1/goods/" + sale.slug() + "/reports";
        String body = "{\"reason\":\"other\",\"words\":\"" + words + "\",\"place\":\"%s\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(sale.program().postJson(path, body.formatted(words)).status())
                    .isEqualTo(201);
        }
        Http.Answer tooMany = sale.program().postJson(path, body.formatted(words));
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.text()).contains("too_many_notices");
        assertThat(sale.program().postJson(path, body.formatted(words + "b")).status())
                .isEqualTo(201);
    }
}
