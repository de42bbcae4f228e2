package dev.rialto.web.console.review;

import dev.rialto.review.RemarkKind;
import dev.rialto.review.ReviewDesk;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import jakarta.inject.Inject;

/** The questions about goods, with the seller's answers. */
@Route(path = "/questions", view = "questions", permission = "goods.view", menu = Section.GOODS, rank = 51)
public class QuestionsPage extends RemarksPage {
    @Inject
    public QuestionsPage(ReviewDesk desk) {
        super(desk, RemarkKind.QUESTION);
    }
}
