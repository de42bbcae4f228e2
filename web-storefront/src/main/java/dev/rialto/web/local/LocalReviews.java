package dev.rialto.web.local;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Page;
import dev.rialto.notice.Notices;
import dev.rialto.review.RemarkKind;
import dev.rialto.review.RemarkView;
import dev.rialto.review.Reviews;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.Remark;
import dev.rialto.web.port.ReviewPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews, questions and reports of this process. */
@ApplicationScoped
class LocalReviews implements ReviewPort {
    @Inject
    private Reviews reviews;

    @Inject
    private Notices notices;

    @Override
    public Said reviews(Visitor visitor, Goods about, @Nullable String after) {
        Caller caller = Wire.caller(visitor);
        UUID goods = Wire.id(Wire.GOODS, about.id());
        Page<RemarkView> page = page(caller, goods, RemarkKind.REVIEW, after);
        Reviews.Standing standing = reviews.standing(caller, goods);
        RemarkView own = standing.own();
        return new Said(remarks(page), next(page), own == null ? null : Remarks.remark(own), standing.mayReview());
    }

    @Override
    public Said questions(Visitor visitor, Goods about, @Nullable String after) {
        Page<RemarkView> page = page(Wire.caller(visitor), Wire.id(Wire.GOODS, about.id()), RemarkKind.QUESTION, after);
        return new Said(remarks(page), next(page), null, false);
    }

    private Page<RemarkView> page(Caller caller, UUID goods, RemarkKind kind, @Nullable String after) {
        return reviews.shown(caller, goods, kind, after == null ? null : Wire.id(Remarks.REMARK, after));
    }

    private static List<Remark> remarks(Page<RemarkView> page) {
        return page.items().stream().map(Remarks::remark).toList();
    }

    private static @Nullable String next(Page<RemarkView> page) {
        String next = page.next();
        return next == null ? null : Wire.text(Remarks.REMARK, UUID.fromString(next));
    }

    @Override
    public void review(Visitor visitor, Goods about, Typed typed) {
        Reviews.Typed review = new Reviews.Typed(typed.stars(), typed.title(), typed.words());
        String id = typed.id();
        if (id == null) {
            reviews.write(Wire.caller(visitor), place(visitor, about), review);
        } else {
            reviews.edit(Wire.caller(visitor), Wire.id(Remarks.REMARK, id), typed.version(), review);
        }
    }

    @Override
    public void ask(Visitor visitor, Goods about, String words) {
        reviews.ask(Wire.caller(visitor), place(visitor, about), words);
    }

    private static Reviews.Place place(Visitor visitor, Goods about) {
        return new Reviews.Place(Wire.site(visitor), Wire.id(Wire.GOODS, about.id()), visitor.language());
    }

    @Override
    public void reportRemark(Visitor visitor, Goods about, String remark, String place) {
        reviews.report(Wire.caller(visitor), Wire.id(Wire.GOODS, about.id()), Wire.id(Remarks.REMARK, remark), place);
    }

    @Override
    public void reportGoods(Visitor visitor, Report report) {
        notices.report(
                Wire.caller(visitor),
                new Notices.Report(
                        Wire.site(visitor),
                        report.slug(),
                        report.reason(),
                        report.words(),
                        report.email(),
                        visitor.language(),
                        report.place()));
    }

    @Override
    public List<String> reasons() {
        return Notices.REASONS;
    }
}
