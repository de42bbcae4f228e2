package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StaffST {
    private static final Pattern LINK = Pattern.compile("/invitations/[A-Za-z0-9_-]{43}");

    private final ConsoleClient owner = ConsoleClient.sellerWithoutShop();

    private String invite(String email, String role) {
        assertThat(owner.post("/staff", "invite", "email", email, "role", role).status())
                .isEqualTo(303);
        assertThat(Mall.running().mail().waitForIncomingEmail(30_000, 1)).isTrue();
        for (int i = 0; i < 100; i++) {
            Optional<String> link = linkTo(email);
            if (link.isPresent()) {
                return link.get();
            }
            pause();
        }
        throw new AssertionError("no mail to " + email);
    }

    private static Optional<String> linkTo(String email) {
        return Arrays.stream(Mall.running().mail().getReceivedMessages())
                .filter(mail -> isTo(mail, email))
                .map(StaffST::text)
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .reduce((first, second) -> second);
    }

    private static boolean isTo(MimeMessage mail, String email) {
        try {
            return mail.getAllRecipients()[0].toString().equals(email);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        return com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "");
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void anInvitationByMailMakesAnAccountThatWorksThereAndTheLinkWorksOnce() {
        String email = "new" + System.nanoTime() + "@example.test";
        String link = invite(email, "STAFF");
        ConsoleClient person = new ConsoleClient();
        assertThat(person.get(link).text()).contains("Studio Moru", email);
        assertThat(person.post(link, "accept", "name", "Neu", "password", "short")
                        .status())
                .isEqualTo(422);
        assertThat(person.post(link, "accept", "name", "Neu", "password", "a-long-password-77")
                        .status())
                .isEqualTo(303);
        assertThat(person.signIn(email, "a-long-password-77").status()).isEqualTo(303);
        assertThat(person.get("/").text()).contains("Studio Moru");
        assertThat(person.get("/goods").status()).isEqualTo(200);
        assertThat(person.get("/staff").status())
                .as("daily work takes nobody on")
                .isEqualTo(403);
        assertThat(person.get("/").text()).doesNotContain("href=\"/staff\"");
        assertThat(new ConsoleClient().get(link).status()).isEqualTo(404);
    }

    @Test
    void aWithdrawnInvitationOpensNothing() {
        String email = "gone" + System.nanoTime() + "@example.test";
        String link = invite(email, "OWNER");
        Http.Answer page = owner.get("/staff");
        Matcher key = Pattern.compile(
                        Pattern.quote(email) + ".*?name=\"invitation\" value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(page.text());
        assertThat(key.find()).isTrue();
        assertThat(owner.post("/staff", "withdraw", "invitation", key.group(1)).status())
                .isEqualTo(303);
        assertThat(new ConsoleClient().get(link).status()).isEqualTo(404);
    }

    @Test
    void theLastOwnerStays() {
        Http.Answer page = owner.get("/staff");
        Matcher key = Pattern.compile("name=\"account\" value=\"(account_[a-z0-9]+)\"")
                .matcher(page.text());
        assertThat(key.find()).isTrue();
        Http.Answer refused = owner.post("/staff", "role", "account", key.group(1), "role", "STAFF");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("The last owner or operator stays");
        assertThat(owner.post("/staff", "remove", "account", key.group(1)).status())
                .isEqualTo(409);
    }

    @Test
    @Tag("D35")
    void theAuditIsFoundByWhoAndWhatAndASellerSeesOnlyItsOwn() {
        String email = "seen" + System.nanoTime() + "@example.test";
        invite(email, "STAFF");
        Http.Answer found = owner.get("/audit?thing=staff");
        assertThat(found.text()).contains("staff.invite");
        assertThat(owner.get("/audit?thing=tax").text()).doesNotContain("staff.invite");
        assertThat(ConsoleClient.hanok().get("/audit?thing=staff").text()).doesNotContain("staff.invite");
        Http.Answer file = ConsoleClient.operator().get("/audit?thing=staff&as=csv");
        assertThat(file.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.text()).contains("staff.invite", "Studio Moru");
    }

    @Test
    void actingForASellerIsBanneredLoggedLimitedAndEnded() {
        ConsoleClient operator = ConsoleClient.operator();
        Matcher seller = Pattern.compile("href=\"(/sellers/seller_[a-z0-9]+)\"[^>]*>\\s*Studio Moru")
                .matcher(operator.get("/sellers").text());
        assertThat(seller.find()).isTrue();
        assertThat(operator.post(seller.group(1), "act", "reason", " ").status())
                .isEqualTo(422);
        assertThat(operator.post(seller.group(1), "act", "reason", "asked on the phone")
                        .status())
                .isEqualTo(303);
        for (String path : new String[] {"/", "/goods", "/orders"}) {
            assertThat(operator.get(path).text()).contains("in the name of Studio Moru");
        }
        assertThat(operator.get("/staff").status()).isEqualTo(403);
        assertThat(operator.get("/deposits").status()).isEqualTo(403);
        assertThat(owner.get("/audit?thing=staff").text())
                .contains("staff.act_on_behalf")
                .doesNotContain("href=\"/sellers/");
        assertThat(operator.post("/sides/end", "end").status()).isEqualTo(303);
        assertThat(operator.get("/").text()).contains("You act for the mall again");
        assertThat(operator.get("/").text()).doesNotContain("in the name of Studio Moru");
        assertThat(operator.get("/audit?subject=&thing=staff").text())
                .contains("asked on the phone", "staff.act_on_behalf_end", "href=\"" + seller.group(1));
    }
}
