package dev.rialto.web.console.review;

import dev.rialto.review.RemarkKind;
import dev.rialto.review.ReviewDesk;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import jakarta.inject.Inject;

/** The reviews about goods, with the seller's answers. */
@Route(path = "/reviews", view = "reviews", permission = "goods.view", menu = Section.GOODS, rank = 50)
public class ReviewsPage extends RemarksPage {
    @Inject
    public ReviewsPage(ReviewDesk desk) {
        super(desk, RemarkKind.REVIEW);
    }
}
