package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four eyes: beyond a million won, what one operator gives back another has to let go. */
class LargeRefundST {
    private static final Pattern REFUND = Pattern.compile("href=\"(/refunds/refund_[a-z0-9]+)\"");

    private final Clerk clerk = new Clerk();

    private String paid() throws SQLException {
        Desk.Wares wares = Desk.worthMoreThanAMillion();
        String number = new Buyer().order(wares.slug(), wares.quantity());
        clerk.confirm(number, Desk.total(number));
        return number;
    }

    private static String askFor(Clerk clerk, String number, String amount) {
        return clerk.done(Desk.giveBack(clerk, number, amount, "arrived scratched"));
    }

    @Test
    @Tag("D84")
    void oneAsksAndAnotherLetsItGo() throws Exception {
        String number = paid();
        Clerk second = Clerk.another("Second Pair");
        assertThat(askFor(clerk, number, "1,000,001")).contains("waits for a second person");
        assertThat(mailAbout("A refund for " + number + "-1 waits for a second person"))
                .contains("arrived scratched");
        assertThat(clerk.page("/")).contains("Decide on large refunds");
        String path = Buyer.first(REFUND, clerk.page("/refunds?state=waiting&q=" + number));
        String own = clerk.page(path);
        assertThat(own)
                .contains("arrived scratched", "somebody else has to let it go")
                .doesNotContain("value=\"approve\"");
        Http.Answer forced = clerk.post(path, "approve", "version", Clerk.hidden(own, "version"), "number", number);
        assertThat(forced.status()).isEqualTo(403);
        assertThat(forced.text()).contains("You asked for this refund yourself");

        String asked = second.page(path);
        assertThat(asked).contains("arrived scratched", "₩1,000,001", "Given back with it");
        String version = Clerk.hidden(asked, "version");
        String done = second.done(
                second.post(path, "approve", "version", version, "number", number, "note", "I saw the picture"));
        assertThat(done).contains("goes its way", "To be sent by hand", "Second Pair", "I saw the picture");
        Http.Answer late = second.post(path, "refuse", "version", version, "number", number, "note", "no");
        assertThat(late.status()).isEqualTo(409);
        assertThat(second.page("/audit?thing=refund"))
                .contains("refund.approve", "Second Pair", "I saw the picture", "waiting", "by_hand");
    }

    private static String mailAbout(String subject) throws Exception {
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(limit)) {
            for (MimeMessage mail : Mall.running().mail().getReceivedMessages()) {
                if (mail.getSubject().contains(subject)) {
                    return GreenMailUtil.getBody(mail);
                }
            }
            Thread.sleep(300);
        }
        throw new AssertionError("no mail: " + subject);
    }

    @Test
    @Tag("D84")
    void operatorsSetHowMuchOneOfThemGivesBackAlone() {
        String path = "/refund-limits";
        String page = clerk.page(path);
        assertThat(page).contains("name=\"limit.KRW\"", "value=\"1000000\"");
        String version = Clerk.hidden(page, "version");
        String dollars = Buyer.first(Pattern.compile("name=\"limit.USD\"[^>]* value=\"([0-9.]*)\""), page);
        Http.Answer wrong = clerk.post(path, "save", "version", version, "limit.KRW", "a lot", "limit.USD", "-5");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("value=\"a lot\"", "value=\"-5\"", "Limit");
        String saved = clerk.done(
                clerk.post(path, "save", "version", version, "limit.KRW", "1000000", "limit.USD", "1234.50"));
        assertThat(saved).contains("The limits are saved.", "value=\"1234.50\"");
        Http.Answer stale = clerk.post(path, "save", "version", version, "limit.KRW", "1", "limit.USD", "1");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(clerk.page("/audit?thing=refund")).contains("refund.limits", "USD 1234.50");
        String now = Clerk.hidden(clerk.page(path), "version");
        clerk.done(clerk.post(path, "save", "version", now, "limit.KRW", "1000000", "limit.USD", dollars));
    }

    @Test
    @Tag("D84")
    void aRefusalSaysWhyAndGivesNothingBack() throws Exception {
        String number = paid();
        askFor(clerk, number, "1200000");
        Clerk second = Clerk.another("Careful Eyes");
        String path = Buyer.first(REFUND, second.page("/refunds?state=waiting&q=" + number));
        String version = Clerk.hidden(second.page(path), "version");
        Http.Answer empty = second.post(path, "refuse", "version", version, "number", number, "note", "");
        assertThat(empty.status()).isEqualTo(422);
        String refused =
                second.done(second.post(path, "refuse", "version", version, "number", number, "note", "no proof"));
        assertThat(refused).contains("is refused", "no proof", "Careful Eyes");
        assertThat(clerk.page("/refunds?q=" + number)).contains("Refused").doesNotContain("I have sent it");
    }
}
