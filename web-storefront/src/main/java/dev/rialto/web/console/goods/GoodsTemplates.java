package dev.rialto.web.console.goods;

import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.Phrases;
import dev.rialto.web.console.Visit;
import java.util.List;

/** Outlines to begin a description from, in each of the shop's languages; one that is written is never replaced (D62). */
final class GoodsTemplates {
    static final List<String> KINDS = List.of("article", "care", "sizes");

    private static final String PREFIX = "template.";
    private static final int PARTS = 3;

    private GoodsTemplates() {}

    /** Is a button meant that says {@code template.care.ko}? */
    static boolean isMeant(String action) {
        return action.startsWith(PREFIX);
    }

    /** Fills the description of the language that the button names, when it is empty; all else stays as it was typed. */
    static String fill(Visit visit, String action) {
        String[] parts = action.split("\\.", PARTS);
        if (parts.length < PARTS
                || !KINDS.contains(parts[1])
                || !visit.house().languages().contains(parts[2])) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        String field = "texts." + parts[2] + ".bodyHtml";
        visit.entries()
                .check(visit.entries().text(field).isEmpty(), field, "not_blank")
                .raise();
        visit.fill(field, Phrases.in(parts[2]).get("goods.template." + parts[1] + ".body"));
        return parts[2];
    }
}
