package dev.rialto.system;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What bars people from a page that is open in a browser, as axe finds it: rule and places. */
public final class Barriers {
    /** Axe looks at what is on the screen; a closed dialog is not, and its inputs need labels of their own too. */
    private static final String REPEATED_IDS = """
            () => [...document.querySelectorAll('[id]')].map(one => one.id)
                .filter((id, place, ids) => ids.indexOf(id) !== place)""";

    private Barriers() {}

    /** What hinders people much or entirely. */
    public static List<String> serious(Page page) {
        return Stream.concat(
                        found(page, List.of("serious", "critical")).stream(),
                        ((List<?>) page.evaluate(REPEATED_IDS)).stream().map(id -> "repeated id: " + id))
                .toList();
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
