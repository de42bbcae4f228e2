package dev.rialto.web.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members say about goods, and what anybody reports. */
public interface ReviewPort {

    /**
     * A page of what is said.
     *
     * @param next of the following page; null on the last
     * @param own the visitor's newest review
     * @param mayReview true when the visitor got the goods and has not reviewed them
     */
    record Said(
            List<Remark> remarks,
            @Nullable String next,
            @Nullable Remark own,
            boolean mayReview) {
        public Said {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A review as it is typed.
     *
     * @param id of the one to change; null for a new one
     * @param stars 1 to 5, 0 for none
     */
    record Typed(@Nullable String id, long version, int stars, String title, String words) {}

    /**
     * A report to the mall.
     *
     * @param place where it comes from, for the limit
     */
    record Report(String slug, String reason, String words, String email, String place) {}

    /** The reviews of goods. */
    Said reviews(Visitor visitor, Goods goods, @Nullable String after);

    /** The answered questions about goods. */
    Said questions(Visitor visitor, Goods goods, @Nullable String after);

    /** Writes or changes a review. */
    void review(Visitor visitor, Goods goods, Typed typed);

    /** Asks the seller. */
    void ask(Visitor visitor, Goods goods, String words);

    /** Tells the mall of a remark about goods that should not stand there. */
    void reportRemark(Visitor visitor, Goods goods, String remark, String place);

    /** Tells the mall of goods that should not be on sale. */
    void reportGoods(Visitor visitor, Report report);

    /** The reasons for a report, in the order they are offered. */
    List<String> reasons();
}
