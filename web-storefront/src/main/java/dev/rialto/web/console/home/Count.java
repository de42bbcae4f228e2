package dev.rialto.web.console.home;

import dev.rialto.kernel.Page;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * How many there are, as far as one page tells.
 *
 * @param more true when there are more than counted
 */
public record Count(long number, boolean more) {
    static final Count NONE = new Count(0, false);

    static Count of(Page<?> page) {
        return new Count(page.items().size(), page.cursor().isPresent());
    }

    public boolean isNone() {
        return number == 0;
    }

    public String text(Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number) + (more ? "+" : "");
    }
}
