package dev.rialto.system.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buyer and seller write to each other about an order; what they cannot settle, the mall decides. */
class ConversationST {
    private final String email = "kim-" + UUID.randomUUID() + "@example.test";
    private final Someone buyer = Someone.atTheShop(390);
    private String number = "";

    @BeforeEach
    void anOrder() throws Exception {
        Mall.running();
        number = buyer.buys(email);
    }

    @Test
    void aQuestionIsAnsweredAndBothAreMailed() throws Exception {
        buyer.writes("When will it be here?");
        assertThat(buyer.page.locator(".talk-list .by-buyer")).containsText("When will it be here?");
        assertThat(buyer.page.locator(".talk")).containsText("should answer by");
        awaitMail(Someone.addressOfTheSeller(), number);

        Someone seller = Someone.seller().console("/messages?state=unanswered&q=" + number);
        assertThat(seller.page.locator("tbody tr")).containsText("min left to answer");
        seller.page.locator("a.row-link").first().click();
        seller.page.fill("textarea[name=message]", "On Tuesday.");
        seller.press("write");
        assertThat(seller.page.locator(".notice-good")).containsText("is sent");

        assertThat(awaitMail(email, "/orders/" + number + "?key=")).doesNotContain("On Tuesday.");
        buyer.page.reload();
        assertThat(buyer.page.locator(".talk .badge.new")).containsText("1 new");
        assertThat(buyer.page.locator(".talk-list .by-seller")).containsText("On Tuesday.");
        buyer.page.reload();
        assertThat(buyer.page.locator(".talk .badge.new")).hasCount(0);
    }

    @Test
    void whatIsNoMessageIsRefusedInWordsAndKept() {
        buyer.writes("My card is 4242 4242 4242 4242, please");
        assertThat(buyer.page.locator(".talk .problem")).containsText("never write a card number");
        assertThat(buyer.page.locator(".talk textarea[name=message]"))
                .hasValue("My card is 4242 4242 4242 4242, please");
        assertThat(buyer.page.locator(".talk-list")).hasCount(0);
        buyer.writes("<script>alert(1)</script>");
        assertThat(buyer.page.locator(".talk-text")).hasText("<script>alert(1)</script>");
    }

    @Test
    void aDisputeIsDecidedByTheMallForOneOfThem() throws Exception {
        buyer.writes("It came broken.");
        buyer.page.locator(".talk summary").click();
        buyer.page.locator(".talk textarea[name=reason]").fill("I want my money back.");
        buyer.page.locator(".talk form[action$='/dispute'] button").click();
        assertThat(buyer.page.locator(".notice").first()).containsText("The mall was told");

        Someone operator = Someone.operator().console("/messages?state=disputed&q=" + number);
        operator.page.locator("a.row-link").first().click();
        assertThat(operator.text()).contains("It came broken.", "I want my money back.");
        operator.console(
                operator.page.url().replaceAll("https?://[^/]+", "").replaceAll("\\?.*", "") + "?ask=decide-buyer");
        operator.page.locator("dialog[open] textarea[name=reason]").fill("The pictures show it.");
        operator.page.locator("dialog[open] button[value=decide-buyer]").click();
        assertThat(operator.page.locator(".notice-good").first()).containsText("in favour of the buyer");

        awaitMail(email, "in favour of the buyer");
        buyer.page.reload();
        assertThat(buyer.text()).contains("The pictures show it.", "This conversation is closed");
        assertThat(buyer.page.locator(".talk textarea")).hasCount(0);
    }

    @Test
    void othersFindNothing() {
        buyer.writes("Only for the seller");
        Http stranger = Mall.running().at("hanok.localhost");
        String path = "/orders/" + number + "/messages/" + number + "-1";
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.post(path, Map.of("message", "hello")).status()).isEqualTo(404);
        assertThat(stranger.post(path + "/dispute", Map.of("reason", "hello")).status())
                .isEqualTo(404);
        Someone other = Someone.atTheConsole("seller@nordlicht.example", "nordlicht-seller-2026");
        other.console("/messages?q=" + number);
        assertThat(other.page.locator("a.row-link")).hasCount(0);
    }

    private static String awaitMail(String to, String word) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(limit)) {
            for (MimeMessage mail : Mall.running().mail().getReceivedMessages()) {
                String text = mail.getSubject() + "\n" + com.icegreen.greenmail.util.GreenMailUtil.getBody(mail);
                String plain = text.replace("=\r\n", "").replace("=3D", "=");
                if (mail.getAllRecipients()[0].toString().equals(to) && plain.contains(word)) {
                    return plain;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no mail to " + to + " with " + word);
    }
}
