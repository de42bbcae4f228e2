package dev.rialto.system.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReviewsST {
    private static final String GOODS = "/goods/grid-notebook";
    private static final String REVIEWS = GOODS + "/reviews";

    private final String words = "Holds ink well " + UUID.randomUUID();

    private static Somebody moru() {
        return Somebody.atConsole("seller@moru.example", "moru-seller-2026");
    }

    private static Http anybody() {
        return Mall.running().at("mall.localhost").with("Accept-Language", "en");
    }

    /** Buys one, to be paid by transfer; the order's number. */
    private static String buy(Somebody member) {
        String variant = Somebody.first("name=\"variant\" value=\"(variant_[a-z0-9]+)\"", member.page(GOODS));
        member.go("/cart/add", Map.of("variant", variant, "quantity", "1"));
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "email",
                member.email(),
                "name",
                "Kim Mina",
                "phone",
                "010-1234-5678",
                "country",
                "KR",
                "postcode",
                "04524",
                "region",
                "11",
                "city",
                "Seoul",
                "street",
                "Sejongdaero 110"));
        Matcher delivery = Pattern.compile("name=\"(delivery\\.[^\"]+)\" value=\"([^\"]+)\" checked")
                .matcher(member.page("/checkout"));
        while (delivery.find()) {
            form.put(delivery.group(1), delivery.group(2));
        }
        member.go("/checkout", form);
        String offer = member.page("/checkout/confirm");
        String way = member.go(
                "/checkout/confirm",
                Map.of(
                        "fingerprint", Somebody.first("name=\"fingerprint\" value=\"([^\"]+)\"", offer),
                        "method", "deposit",
                        "bank", Somebody.first("name=\"bank\" value=\"([^\"]+)\"", offer)));
        return Somebody.first("/orders/([^?]+)", way);
    }

    /** The deposit arrives and the seller ships. */
    private static void ship(String number) throws Exception {
        String order = "/orders/"
                + Somebody.outside("order", Somebody.look("select id from purchase where number = ?", number));
        String total = Somebody.look("select total from purchase where number = ?", number);
        Somebody.operator().press(order, "confirm", "amount", total, "reason", "On the statement.");
        Somebody seller = moru();
        String page = seller.page(order);
        seller.press(
                order,
                "ship",
                "part",
                Somebody.first("name=\"part\" value=\"([^\"]+)\"", page),
                "number",
                number,
                Somebody.first("name=\"(quantities\\.[^\"]+)\"", page),
                "1",
                "carrier",
                "CJ Logistics",
                "trackingNumber",
                "6301");
    }

    @Test
    void whoGotTheGoodsReviewsThemAndTheSellerAnswers() throws Exception {
        Somebody member = Somebody.memberAt("mall.localhost");
        Map<String, String> review = Map.of("stars", "4", "title", "Good paper", "words", words);
        String number = buy(member);
        Http.Answer tooEarly = member.http().post(REVIEWS, review);
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.text()).contains("Only members who got these goods");
        ship(number);
        Http.Answer incomplete = member.http().post(REVIEWS, Map.of("title", "Good paper", "words", words));
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.text()).contains("Please choose how many stars", words);
        assertThat(member.go(REVIEWS, review)).isEqualTo(REVIEWS + "?written");
        String shown = anybody().get(GOODS).text();
        assertThat(shown).contains("Good paper", words, "★★★★☆", "K**", "bought here");
        assertThat(anybody().get("/search?q=grid+notebook").text()).contains("class=\"rating\"");

        String own = member.page(REVIEWS);
        assertThat(own).contains("Change your review");
        member.go(
                REVIEWS,
                Map.of(
                        "remark",
                        Somebody.first("name=\"remark\" value=\"([^\"]+)\"", own),
                        "version",
                        Somebody.first("name=\"version\" value=\"([^\"]+)\"", own),
                        "stars",
                        "2",
                        "title",
                        "Good paper",
                        "words",
                        words + " but thin"));
        answer("/reviews", words, "Thank you, the next batch is thicker.");
        assertThat(anybody().get(GOODS).text()).contains("but thin", "the next batch is thicker");
    }

    @Test
    void anOperatorHidesAReviewWithAReason() throws Exception {
        Somebody member = Somebody.memberAt("mall.localhost");
        ship(buy(member));
        member.go(REVIEWS, Map.of("stars", "1", "title", "", "words", words));
        String reported = Somebody.first(
                "action=\"(" + GOODS + "/remarks/remark_[a-z0-9]+)\"",
                anybody().get(REVIEWS).text());
        assertThat(anybody().post(reported, Map.of("kind", "reviews")).header("Location"))
                .hasValue(REVIEWS + "?reported");
        Somebody operator = Somebody.operator();
        Map<String, String> remark = remark(operator, "/reviews", words);
        remark.put("do", "hide");
        assertThat(operator.http().post("/reviews", remark).status()).isEqualTo(422);
        remark.put("reason", "It names a person.");
        operator.go("/reviews", remark);
        assertThat(anybody().get(REVIEWS).text()).doesNotContain(words);
        assertThat(operator.page("/reviews?state=hidden")).contains(words, "It names a person.", "reported 1 times");
    }

    @Test
    void aQuestionIsAnsweredOnTheGoodsPageAndByMail() throws Exception {
        assertThat(anybody()
                        .post(GOODS + "/questions", Map.of("question", words))
                        .header("Location"))
                .hasValue("/account/sign-in");
        Somebody member = Somebody.memberAt("mall.localhost");
        assertThat(member.go(GOODS + "/questions", Map.of("question", words))).endsWith("?asked");
        assertThat(anybody().get(GOODS).text()).doesNotContain(words);
        answer("/questions", words, "Yes, with a fountain pen too.");
        assertThat(anybody().get(GOODS).text()).contains(words, "with a fountain pen too");
        assertThat(Mall.running().mail().waitForIncomingEmail(60_000, 1)).isTrue();
        assertThat(awaitMail(member.email(), "fountain pen")).isTrue();
        assertThat(Somebody.atConsole("seller@hanok.example", "hanok-seller-2026")
                        .page("/questions"))
                .doesNotContain(words);
    }

    /** The form of the remark with these words in a list. */
    private static Map<String, String> remark(Somebody reader, String list, String words) {
        String page = reader.page(list + "?q=" + words.replace(' ', '+'));
        return new LinkedHashMap<>(Map.of(
                "remark", Somebody.first("name=\"remark\" value=\"([^\"]+)\"", page),
                "version", Somebody.first("name=\"version\" value=\"([^\"]+)\"", page)));
    }

    private static void answer(String list, String words, String answer) {
        Somebody seller = moru();
        Map<String, String> form = remark(seller, list, words);
        form.putAll(Map.of("do", "answer", "answer", answer));
        seller.go(list, form);
    }

    private static boolean awaitMail(String to, String words) throws Exception {
        for (int i = 0; i < 120; i++) {
            for (var mail : Mall.running().mail().getReceivedMessages()) {
                boolean isTo = Arrays.toString(mail.getAllRecipients()).contains(to);
                if (isTo
                        && com.icegreen.greenmail.util.GreenMailUtil.getBody(mail)
                                .contains(words)) {
                    return true;
                }
            }
            Thread.sleep(500);
        }
        return false;
    }
}
