package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.Remark;
import dev.rialto.web.port.ReviewPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about goods, which the mall keeps: buyers' reviews, questions and the seller's answers (A13). */
@ApplicationScoped
class GatewayReviews implements ReviewPort {
    private static final String REVIEWS = "/reviews";
    private static final String QUESTIONS = "/questions";
    private static final String REPORTS = "/reports";
    /** Those that the contract names. */
    private static final List<String> REASONS =
            List.of("illegal", "counterfeit", "dangerous", "misleading", "rights", "other");

    @Inject
    private Gateway gateway;

    @Inject
    private Deeds deeds;

    @Inject
    private Places places;

    private record Page(List<Remark> items, @Nullable String next) {}

    private record Standing(@Nullable Remark own, boolean mayReview) {}

    private record TypedReview(int stars, String title, String words) {}

    private record TypedQuestion(String question) {}

    private record TypedReport(
            String reason, String words, @Nullable String email, String place) {}

    private record Reporting(String place) {}

    @Override
    public Said reviews(Visitor visitor, Goods goods, @Nullable String after) {
        Page page = page(visitor, about(goods) + REVIEWS, after);
        if (!visitor.isSignedIn()) {
            return new Said(page.items(), page.next(), null, false);
        }
        Ask own = Ask.get(about(goods) + REVIEWS + "/own");
        Standing standing = gateway.read(Gateway.of(visitor, own), Standing.class);
        return new Said(page.items(), page.next(), standing.own(), standing.mayReview());
    }

    @Override
    public Said questions(Visitor visitor, Goods goods, @Nullable String after) {
        Page page = page(visitor, about(goods) + QUESTIONS, after);
        return new Said(page.items(), page.next(), null, false);
    }

    private static String about(Goods goods) {
        return "/goods/" + Ask.encoded(goods.slug());
    }

    private Page page(Visitor visitor, String path, @Nullable String after) {
        String address = after == null ? path : path + "?cursor=" + Ask.encoded(after);
        return gateway.seen(Gateway.in(visitor, Ask.get(address)), Page.class);
    }

    @Override
    public void review(Visitor visitor, Goods goods, Typed typed) {
        TypedReview review = new TypedReview(typed.stars(), typed.title(), typed.words());
        String path = about(goods) + REVIEWS;
        String id = typed.id();
        if (id == null) {
            deeds.once(visitor, path + review, Gateway.of(visitor, Ask.of("POST", path, review)));
        } else {
            change(Gateway.of(visitor, Ask.of("PUT", path + '/' + Ask.encoded(id), review)), typed.version());
        }
    }

    /** Unlike elsewhere the version counts: what was read since must not be overwritten unseen. */
    private void change(Ask ask, long version) {
        try {
            gateway.act(ask.with("If-Match", "\"v" + version + '"'));
        } catch (DomainException refused) {
            throw refused.code().code().equals("precondition_failed")
                    ? GatewayProblem.of("remark_changed", ErrorKind.CONFLICT)
                    : refused;
        }
    }

    @Override
    public void ask(Visitor visitor, Goods goods, String words) {
        String path = about(goods) + QUESTIONS;
        deeds.once(visitor, path + words, Gateway.of(visitor, Ask.of("POST", path, new TypedQuestion(words))));
    }

    @Override
    public void reportRemark(Visitor visitor, Goods goods, String remark, String place) {
        String path = about(goods) + "/remarks/" + Ask.encoded(remark) + REPORTS;
        Reporting body = new Reporting(places.of(place));
        deeds.once(visitor, path + body, Gateway.of(visitor, Ask.of("POST", path, body)));
    }

    @Override
    public void reportGoods(Visitor visitor, Report report) {
        String path = "/goods/" + Ask.encoded(report.slug()) + REPORTS;
        String email = report.email().isEmpty() ? null : report.email();
        TypedReport body = new TypedReport(report.reason(), report.words(), email, places.of(report.place()));
        deeds.once(visitor, path + body, Gateway.of(visitor, Ask.of("POST", path, body)));
    }

    @Override
    public List<String> reasons() {
        return REASONS;
    }
}
