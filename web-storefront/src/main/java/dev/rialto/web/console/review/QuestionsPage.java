package dev.rialto.web.console.review;

import dev.rialto.kernel.Page;
import dev.rialto.review.RemarkKind;
import dev.rialto.review.RemarkState;
import dev.rialto.review.RemarkView;
import dev.rialto.review.ReviewDesk;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;

/** The questions about goods, with the seller's answers. */
@Route(path = "/questions", view = "questions", permission = "goods.view", menu = Section.GOODS, rank = 51)
public class QuestionsPage implements ConsolePage {
    private final RemarkList list;

    @Inject
    public QuestionsPage(ReviewDesk desk) {
        this.list = new RemarkList(desk, RemarkKind.QUESTION);
    }

    @Override
    public Outcome open(Visit visit) {
        return list.open(visit);
    }

    @Override
    public Outcome act(Visit visit, String action) {
        return list.act(visit, action);
    }

    public Page<RemarkView> remarks() {
        return list.remarks();
    }

    public List<String> states() {
        return RemarkList.states();
    }

    public String tone(RemarkState state) {
        return RemarkList.tone(state);
    }

    public String stars(RemarkView remark) {
        return RemarkList.stars(remark);
    }
}
