package dev.rialto.seller;

import dev.rialto.kernel.Violations;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a storefront of one's own (A4).
 *
 * @param host the domain wanted, in any script
 * @param theme name of a shipped look
 * @param goodsScopeAll true for all goods, false for those of the categories only
 * @param discountBp the storefront's own discount in basis points, which replaces the mall's; 9000 at most
 * @param note to the operator
 */
public record ApplyForStorefront(
        String name,
        String host,
        String theme,
        boolean goodsScopeAll,
        List<UUID> categoryIds,
        int discountBp,
        @Nullable String note) {
    static final int LARGEST_DISCOUNT_BP = 9000;
    private static final int MOST_CATEGORIES = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public ApplyForStorefront {
        categoryIds = List.copyOf(categoryIds);
    }

    /** Checks the fields and gives the host in its one form. */
    HostName raiseIfWrong() {
        HostName parsed = HostName.parse(host).orElse(new HostName(""));
        new Violations()
                .text("name", name, 100)
                .check(!CONTROL.matcher(name).find(), "name", "control_character")
                .check(!host.isBlank(), "host", "required")
                .check(host.isBlank() || !parsed.text().isEmpty(), "host", "invalid")
                .check(ShippedThemes.named(theme).isPresent(), "theme", "unknown")
                .check(goodsScopeAll || !categoryIds.isEmpty(), "categoryIds", "required")
                .check(categoryIds.size() <= MOST_CATEGORIES, "categoryIds", "too_many", MOST_CATEGORIES)
                .check(discountBp >= 0 && discountBp <= LARGEST_DISCOUNT_BP, "discountBp", "out_of_range", 0, 9000)
                .optionalText("note", note, 2000)
                .raise(SellerError.INVALID_SITE);
        return parsed;
    }
}
