package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A seller hands in a product file, watches it, and reads what it could not take. */
class ImportST {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String HEADINGS =
            "Handle,Title,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price\n";
    private static final Pattern PROGRESS = Pattern.compile("([0-9,]+) of ([0-9,]+) done");

    private final ConsoleClient seller = ConsoleClient.sellerWithoutShop();
    private final String name = "lamp-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Tag("A2")
    void tellsWhatCameInAndHandsOutWhatDidNot() {
        String file =
                HEADINGS + name + ",Lamp,Title,Default Title,1,9000\n" + name + "-bad,Bad,Title,Default Title,1,-5\n";
        String run = start(file);
        assertThat(await(run, "Completed").text())
                .contains("1 new, 0 updated, 0 unchanged, 1 left out", "must not be below 0");
        Http.Answer errors = seller.get(run + "/errors");
        assertThat(errors.header("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("import-errors.csv"));
        assertThat(errors.text()).contains("3,Variant Price,-5");
        assertThat(seller.get("/goods?q=Lamp").text()).contains(">Lamp<");
        assertThat(await(start(file), "Completed").text()).contains("0 new, 0 updated, 1 unchanged, 1 left out");
    }

    @Test
    @Tag("A2")
    void isStoppedWhereItIsAndKeepsWhatIsIn() {
        StringBuilder rows = new StringBuilder(HEADINGS);
        for (int i = 0; i < 20_000; i++) {
            rows.append(name).append('-').append(i).append(",Many lamps,Title,Default Title,0,9000\n");
        }
        String run = start(rows.toString());
        await(run, page -> done(page) > 0);
        assertThat(seller.get(run + "?ask=cancel").text()).contains("<dialog");
        seller.follow(seller.post(run, "cancel"));
        Http.Answer stopped = await(run, "Stopped");
        assertThat(done(stopped)).isPositive().isLessThan(20_000);
    }

    private String start(String file) {
        String category = ConsoleClient.firstOption(seller.get("/goods/import"), "categoryId");
        Http.Answer started = seller.upload(
                "/goods/import",
                "start",
                new ConsoleClient.Attachment("file", "lamps.csv", file.getBytes(StandardCharsets.UTF_8)),
                "currency",
                "KRW",
                "language",
                "en",
                "categoryId",
                category);
        assertThat(started.status()).as(started.toString()).isEqualTo(303);
        return started.header("Location").orElseThrow().replaceFirst("\\?.*", "");
    }

    private static int done(Http.Answer page) {
        Matcher progress = PROGRESS.matcher(page.text());
        return progress.find() ? Integer.parseInt(progress.group(1).replace(",", "")) : 0;
    }

    private Http.Answer await(String run, String state) {
        return await(run, page -> page.text().contains(">" + state + "</span>"));
    }

    private Http.Answer await(String run, Predicate<Http.Answer> arrived) {
        Instant end = Instant.now().plus(LIMIT);
        Http.Answer page = seller.get(run);
        while (!arrived.test(page) && Instant.now().isBefore(end)) {
            pause();
            page = seller.get(run);
        }
        assertThat(arrived.test(page)).as(page.text()).isTrue();
        return page;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
