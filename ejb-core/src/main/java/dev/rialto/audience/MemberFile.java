package dev.rialto.audience;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member, one to one: who, what was bought, how recently, how often and for how much, and what might please next (D73).
 *
 * @param orders newest first, 50 at most
 * @param spent one sum per currency, less refunds
 * @param ordersInAll paid orders
 * @param lastOrderAt the newest paid one
 */
public record MemberFile(
        MemberLine member,
        @Nullable LocalDate weddingOn,
        List<OrderLine> orders,
        long ordersInAll,
        @Nullable Instant lastOrderAt,
        List<Money> spent,
        List<Liking> likings,
        List<CategoryLiking> categories,
        List<Suggestion> suggestions) {
    public MemberFile {
        orders = List.copyOf(orders);
        spent = List.copyOf(spent);
        likings = List.copyOf(likings);
        categories = List.copyOf(categories);
        suggestions = List.copyOf(suggestions);
    }

    /** An order; for a seller its own part of it. */
    public record OrderLine(
            UUID orderId, String number, Instant placedAt, String state, Money total, String firstTitle, int lines) {}

    /** Goods bought. */
    public record Liking(UUID goodsId, String title, long pieces, long orders) {}

    /** A category goods were bought of; {@code lastAt} by the newest paid order. */
    public record CategoryLiking(UUID categoryId, String name, long pieces, Instant lastAt) {}

    /**
     * Goods not bought yet.
     *
     * @param buyers how many who bought the same goods as this member bought these
     */
    public record Suggestion(UUID goodsId, String title, String seller, long buyers) {}
}
