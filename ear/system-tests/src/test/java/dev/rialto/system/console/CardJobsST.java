package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Soon;
import dev.rialto.system.recharge.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done in the background with cards, as the people see it who ask for it. */
class CardJobsST {
    private static final Pattern PROVIDER = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Video Plus");
    private static final Pattern DAY = Pattern.compile("href=\"(/provider-days/provider_[a-z0-9]{26}/[0-9-]{10})\"");

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static String first(String path) {
        return path.replaceFirst("^https?://[^/]+", "");
    }

    @Test
    @Tag("E11")
    @Tag("E17")
    void aLargeBatchIsMadeOnceASecondPersonSaysYesOnItsPage() throws Exception {
        Channel cardpoint = Channel.cardpoint();
        String product = found(
                PROVIDER, cardpoint.console.get("/cards?ask=purchase&lang=en").text());
        Map<String, String> bought = Map.of(
                "productId",
                product,
                "quantity",
                "1100",
                "unit",
                "7,000",
                "currency",
                "KRW",
                "reference",
                "VP-" + UUID.randomUUID());
        assertThat(cardpoint.post("/cards", "purchase", bought).status()).isEqualTo(303);
        Http.Answer asked = cardpoint.post(
                "/code-batches", "ask", Map.of("productId", product, "quantity", "1001", "note", "for two"));
        String batch = first(asked.header("Location").orElseThrow(() -> new AssertionError(asked.toString())))
                .replaceFirst("\\?.*", "");
        assertThat(cardpoint.console.get(batch + "?lang=en").text())
                .contains("Waits for a yes", "second person")
                .doesNotContain("ask=approve");
        assertThat(cardpoint.post(batch, "approve", Map.of()).status()).isEqualTo(403);
        ConsoleClient second = new ConsoleClient();
        Colleague owner = Colleague.at("Cardpoint", "owner");
        assertThat(second.signIn(owner.email(), Colleague.PASSWORD).status()).isEqualTo(303);
        assertThat(second.get(batch).text()).contains("ask=approve");
        assertThat(second.post(batch, "approve").status()).isEqualTo(303);
        Soon.is(true, () -> second.get(batch).text().contains("value=\"100\""));
    }

    @Test
    @Tag("E36")
    void daysAreComparedInTheBackgroundAndReadLineByLine() throws Exception {
        Channel cardpoint = Channel.cardpoint();
        String code = cardpoint.codes(1).get(0);
        assertThat(cardpoint.redeem(code, "compared.viewer").status()).isEqualTo(303);
        ConsoleClient operator = ConsoleClient.operator();
        String provider =
                found(PROVIDER, operator.get("/provider-days?ask=compare").text());
        LocalDate today = LocalDate.ofInstant(Instant.now().plus(Mall.running().ahead()), ZoneOffset.UTC);
        Http.Answer wrong = operator.post(
                "/provider-days",
                "compare",
                "providerId",
                provider,
                "from",
                today.plusDays(2).toString(),
                "until",
                "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(operator.post(
                                "/provider-days",
                                "compare",
                                "providerId",
                                provider,
                                "from",
                                today.minusDays(1).toString(),
                                "until",
                                today.toString())
                        .status())
                .isEqualTo(303);
        Soon.is(true, () -> isCompared(operator));
        String list =
                operator.get("/provider-days?from=" + today + "&until=" + today).text();
        String day = found(DAY, list);
        assertThat(day).endsWith(today.toString());
        // the provider keeps its own clock: where the mall's was moved, its lines stand on another day
        boolean isSameDay = today.equals(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
        assertThat(operator.get(day + "?side=" + (isSameDay ? "equal" : "ours_only"))
                        .text())
                .contains("VP-30", "/recharges/recharge_");
        assertThat(operator.get(day + "?as=csv").text()).startsWith("\uFEFFrequest,side,sku");
        assertThat(operator.get("/provider-days?as=csv").text()).contains("ours_only", today.toString());
        assertThat(cardpoint.console.get(day).status()).isEqualTo(403);
    }

    private static boolean isCompared(ConsoleClient operator) {
        String page = operator.get("/provider-days").text();
        return page.contains("2 of 2 days") && page.contains("Completed");
    }
}
