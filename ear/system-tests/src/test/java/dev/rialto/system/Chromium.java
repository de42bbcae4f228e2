package dev.rialto.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium, one for the run. Where there is none, tests that ask for it are skipped and say so loudly; with
 * {@code RIALTO_REQUIRE_BROWSER=true} they fail.
 */
public final class Chromium {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final int HEIGHT = 900;
    private static Browser browser;

    private Chromium() {}

    /** A fresh page, as of another person, this many pixels wide. */
    public static Page page(int width) {
        return context(width, "en").newPage();
    }

    /** A fresh profile with its own cookies. */
    public static BrowserContext context(int width, String language) {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setLocale(language));
    }

    /** The address of a page of the shared mall. */
    public static String address(String host, String path) {
        return "http://" + host + ":" + Mall.running().port() + path;
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            browser = start(executable());
        }
        return browser;
    }

    private static Browser start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP *.example.test 127.0.0.1")));
    }

    private static Path executable() {
        for (String place : PLACES) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        String missing = "NO CHROMIUM on this machine (looked at " + PLACES + "): browser tests cannot run";
        if (Boolean.parseBoolean(System.getenv("RIALTO_REQUIRE_BROWSER"))) {
            throw new AssertionError(missing);
        }
        System.err.println("*** " + missing + " and are skipped ***");
        return Assumptions.abort(missing);
    }
}
