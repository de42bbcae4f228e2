package dev.rialto.checkout;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the cart with today's price.
 *
 * @param slug name of the goods in their address
 * @param listPrice of one, before the site's discount
 * @param unitPrice of one, as it will be charged
 * @param amount quantity times unit price
 * @param available units that can be bought now
 */
public record CartLine(
        UUID id,
        UUID variantId,
        String slug,
        String title,
        String variantTitle,
        @Nullable String pictureKey,
        int quantity,
        Money listPrice,
        Money unitPrice,
        Money amount,
        long available,
        List<CartProblem> problems) {
    public CartLine {
        problems = List.copyOf(problems);
    }

    /** The goods and the variant in words; empty when they are gone for good. */
    String named() {
        return variantTitle.isEmpty() ? title : title + " (" + variantTitle + ")";
    }

    boolean isBlocked() {
        return problems.stream().anyMatch(CartProblem::isBlocking);
    }
}
