package dev.rialto.web.review;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.Remark;
import dev.rialto.web.port.ReviewPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is said about goods: read, written, asked and reported. */
@ApplicationScoped
class ReviewFlow implements Flow {
    private static final String REVIEWS = "reviews";
    private static final String QUESTIONS = "questions";

    @Inject
    private CataloguePort catalogue;

    @Inject
    private ReviewPort remarks;

    @Override
    public void addresses(Routes routes) {
        routes.get("/goods/{slug}/reviews", visit -> about(visit, (v, goods) -> list(v, goods, REVIEWS)))
                .post("/goods/{slug}/reviews", visit -> about(visit, this::review))
                .get("/goods/{slug}/questions", visit -> about(visit, (v, goods) -> list(v, goods, QUESTIONS)))
                .post("/goods/{slug}/questions", visit -> about(visit, this::ask))
                .post("/goods/{slug}/remarks/{remark}", visit -> about(visit, this::reportRemark))
                .get("/goods/{slug}/report", visit -> about(visit, this::reportForm))
                .post("/goods/{slug}/report", visit -> about(visit, this::report));
    }

    private Answer about(Visit visit, BiFunction<Visit, Goods, Answer> answer) {
        Optional<Goods> goods = catalogue.goods(visit.visitor(), visit.part("slug"));
        return goods.map(found -> answer.apply(visit, found)).orElseGet(Answer::missing);
    }

    private Answer list(Visit visit, Goods goods, String kind) {
        ReviewPort.Said said = said(visit, goods, kind);
        return page(visit, 200, new Shown(goods, kind, said, Form.of(visit.wording(), known(said))));
    }

    private record Shown(Goods goods, String kind, ReviewPort.Said said, Form form) {}

    private static Answer page(Visit visit, int status, Shown shown) {
        return new Answer.Show(
                status,
                "remarks",
                new RemarksPage(
                        shown.goods(), shown.kind(), shown.said(), shown.form(), notice(visit), visit.isSignedIn()));
    }

    private static @Nullable String notice(Visit visit) {
        for (String happened : new String[] {"written", "asked", "reported"}) {
            if (visit.isTicked(happened)) {
                return visit.wording().say("remarks." + happened);
            }
        }
        return null;
    }

    private ReviewPort.Said said(Visit visit, Goods goods, String kind) {
        String after = visit.optional("after");
        return kind.equals(REVIEWS)
                ? remarks.reviews(visit.visitor(), goods, after)
                : remarks.questions(visit.visitor(), goods, after);
    }

    /** One's own review stands in the form, to be changed. */
    private static Map<String, String> known(ReviewPort.Said said) {
        Remark own = said.own();
        return own == null || said.mayReview()
                ? Map.of()
                : Map.of("stars", String.valueOf(own.stars()), "title", own.title(), "words", own.words());
    }

    private Answer review(Visit visit, Goods goods) {
        String stars = visit.text("stars");
        ReviewPort.Typed typed = new ReviewPort.Typed(
                visit.optional("remark"),
                visit.text("version").matches("[0-9]{1,9}") ? Long.parseLong(visit.text("version")) : 0,
                stars.matches("[1-5]") ? Integer.parseInt(stars) : 0,
                visit.text("title"),
                visit.text("words"));
        try {
            remarks.review(visit.visitor(), goods, typed);
        } catch (DomainException refused) {
            return again(visit, goods, REVIEWS, refused);
        }
        return Answer.goTo(address(goods, REVIEWS) + "?written");
    }

    private Answer ask(Visit visit, Goods goods) {
        try {
            remarks.ask(visit.visitor(), goods, visit.text("question"));
        } catch (DomainException refused) {
            return again(visit, goods, QUESTIONS, refused);
        }
        return Answer.goTo(address(goods, QUESTIONS) + "?asked");
    }

    /** The form with what was typed; a visitor who must sign in is sent there. */
    private Answer again(Visit visit, Goods goods, String kind, DomainException refused) {
        if (refused.code().kind() == ErrorKind.UNAUTHENTICATED) {
            throw refused;
        }
        Form form = Form.typed(visit, "stars", "title", "words", "question").refused(refused);
        int status = refused.code().kind() == ErrorKind.CONFLICT ? 409 : 422;
        return page(visit, status, new Shown(goods, kind, said(visit, goods, kind), form));
    }

    private Answer reportRemark(Visit visit, Goods goods) {
        remarks.reportRemark(visit.visitor(), goods, visit.part("remark"), visit.remoteAddress());
        return Answer.goTo(address(goods, visit.text("kind").equals(QUESTIONS) ? QUESTIONS : REVIEWS) + "?reported");
    }

    private Answer reportForm(Visit visit, Goods goods) {
        return reportPage(visit, 200, goods, Form.of(visit.wording(), Map.of()));
    }

    private Answer reportPage(Visit visit, int status, Goods goods, Form form) {
        Map<String, String> reasons = new LinkedHashMap<>();
        remarks.reasons().forEach(reason -> reasons.put(reason, visit.wording().say("report.reason." + reason)));
        return new Answer.Show(status, "report", new ReportPage(goods, form, reasons, visit.isTicked("done")));
    }

    private Answer report(Visit visit, Goods goods) {
        ReviewPort.Report report = new ReviewPort.Report(
                goods.slug(), visit.text("cause"), visit.text("words"), visit.text("email"), visit.remoteAddress());
        try {
            remarks.reportGoods(visit.visitor(), report);
        } catch (DomainException refused) {
            return reportPage(
                    visit,
                    422,
                    goods,
                    Form.typed(visit, "cause", "words", "email").refused(refused));
        }
        return Answer.goTo(address(goods, "report") + "?done");
    }

    private static String address(Goods goods, String kind) {
        return "/goods/" + goods.slug() + "/" + kind;
    }
}
