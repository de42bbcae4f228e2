package dev.rialto.web.review;

import dev.rialto.web.port.Goods;
import dev.rialto.web.port.ReviewPort;
import dev.rialto.web.shop.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of goods, or the questions about them, with the form to write one.
 *
 * @param kind reviews or questions, as in the address
 * @param notice what was just done
 * @param isMember true when somebody is signed in
 */
public record RemarksPage(
        Goods goods,
        String kind,
        ReviewPort.Said said,
        Form form,
        @Nullable String notice,
        boolean isMember) {

    public boolean isReviews() {
        return kind.equals("reviews");
    }

    /** Can a review be written, or one's own be changed? */
    public boolean isWritable() {
        return isReviews() ? said.mayReview() || said.own() != null : isMember;
    }

    /** Changes the form one's own review? */
    public boolean isEdit() {
        return isReviews() && !said.mayReview() && said.own() != null;
    }

    /** The stars to choose from, the best first. */
    public List<Integer> choices() {
        return List.of(5, 4, 3, 2, 1);
    }

    public boolean isChosen(int stars) {
        return form.value("stars").equals(String.valueOf(stars));
    }
}
