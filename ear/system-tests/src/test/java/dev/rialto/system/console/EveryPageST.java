package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rialto.system.Barriers;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.back.Desk;
import dev.rialto.system.sales.Settled;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks through the console by its links, one page of each kind, and looks at each as a person does. With
 * {@code -Drialto.pictures=FOLDER} the pages are kept as pictures.
 */
class EveryPageST {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final int AT_MOST = 200;

    /** Pages of one thing each, which the walk has to reach. */
    private static final Map<String, List<String>> OF_ONE = Map.of(
            "operator@onmaru.example",
            List.of(
                    "/goods/*",
                    "/orders/*",
                    "/returns/*",
                    "/refunds/*",
                    "/members/*",
                    "/sellers/*",
                    "/shops/*",
                    "/settlement/statements/*"),
            "seller@moru.example",
            List.of("/goods/*", "/orders/*", "/settlement/statements/*"),
            "seller@hanok.example",
            List.of("/goods/*", "/shops/*"));

    /** Pages of one thing are there only when there is such a thing. */
    @BeforeAll
    static void aMallAtWork() throws Exception {
        Settled.once();
        Desk.cover();
    }

    @ParameterizedTest
    @CsvSource({
        "operator@onmaru.example, maru-operator-2026, 1280, en",
        "operator@onmaru.example, maru-operator-2026, 390, ko",
        "seller@hanok.example, hanok-seller-2026, 1280, ko",
        "seller@moru.example, moru-seller-2026, 390, en"
    })
    @Tag("D4")
    @Tag("D28")
    @Tag("D29")
    void isWhole(String email, String password, int width, String language) {
        ConsoleClient person = new ConsoleClient();
        assertThat(person.signIn(email, password).status()).isEqualTo(303);
        List<String> paths = walk(person);
        assertThat(paths).hasSizeGreaterThan(25);
        assertThat(paths.stream().map(EveryPageST::kind)).containsAll(Objects.requireNonNull(OF_ONE.get(email)));
        Page page = Chromium.context(width, language).newPage();
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        signIn(page, email, password);
        SoftAssertions seen = new SoftAssertions();
        paths.forEach(path -> look(page, path, seen));
        seen.assertThat(complaints).isEmpty();
        seen.assertAll();
    }

    private static void look(Page page, String path, SoftAssertions seen) {
        page.navigate(Chromium.address(ConsoleClient.HOST, path));
        seen.assertThat(Barriers.serious(page)).as(path).isEmpty();
        seen.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", path)
                .isEqualTo(true);
        seen.assertThat(page.evaluate("document.querySelectorAll('[onclick], [tabindex]:not([tabindex=\"0\"])"
                        + ":not([tabindex=\"-1\"])').length"))
                .as("%s is used by keyboard", path)
                .isEqualTo(0);
        picture(page, path);
    }

    private static void picture(Page page, String path) {
        String folder = System.getProperty("rialto.pictures", "");
        if (!folder.isEmpty()) {
            String name = page.viewportSize().width + "-" + page.evaluate("document.documentElement.lang")
                    + kind(path).replaceAll("[^a-z0-9*-]", "_").replace("*", "one") + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder).resolve(name))
                    .setFullPage(true));
        }
    }

    /** One path of each kind that links lead to; each answers, and no word of it is missing. */
    private static List<String> walk(ConsoleClient person) {
        Map<String, String> byKind = new LinkedHashMap<>(Map.of("/", "/"));
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        List<String> pages = new CopyOnWriteArrayList<>();
        while (!next.isEmpty() && byKind.size() < AT_MOST) {
            String path = next.remove();
            Http.Answer answer = person.get(path);
            assertThat(answer.status()).as(path).isIn(200, 303);
            if (answer.status() != 200 || !isPage(answer)) {
                continue;
            }
            assertThat(answer.text()).as(path).doesNotContain("???");
            pages.add(path);
            Matcher link = LINK.matcher(answer.text());
            while (link.find()) {
                String to = link.group(1).replace("&amp;", "&");
                if (byKind.putIfAbsent(kind(to), to) == null) {
                    next.add(to);
                }
            }
        }
        return pages;
    }

    private static boolean isPage(Http.Answer answer) {
        return answer.header("Content-Type").orElse("").startsWith("text/html")
                && answer.header("Content-Disposition").isEmpty();
    }

    /** A path without what names one thing among many: filters, and names that carry a digit. */
    private static String kind(String path) {
        return path.replaceAll("[?].*", "").replaceAll("/[^/]*[0-9][^/]*", "/*");
    }

    private static void signIn(Page page, String email, String password) {
        page.navigate(Chromium.address(ConsoleClient.HOST, "/sign-in"));
        page.fill("input[name=email]", email);
        page.fill("input[name=password]", password);
        page.locator("button[name=do][value=sign-in]").click();
        page.waitForURL(Chromium.address(ConsoleClient.HOST, "/"));
    }
}
