package dev.rialto.system;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What bars people from a page that is open in a browser, as axe finds it: rule and places. */
public final class Barriers {
    private Barriers() {}

    /** What hinders people much or entirely. */
    public static List<String> serious(Page page) {
        return found(page, List.of("serious", "critical"));
    }

    /** What bars people entirely. */
    public static List<String> critical(Page page) {
        return found(page, List.of("critical"));
    }

    /** Our pages have no frames, so that axe need not open a second page to join their results, which takes longer than looking. */
    private static List<String> found(Page page, List<String> impacts) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> impacts.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }
}
