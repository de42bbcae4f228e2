package dev.rialto.rest.v1.catalogue;

import dev.rialto.rest.Conditional;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.review.RemarkKind;
import dev.rialto.review.Reviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews, or answered questions, as everybody reads them. */
@ApplicationScoped
class Said {
    @Inject
    Reviews reviews;

    @Inject
    OnTheShelf shelf;

    @Inject
    ShopCalls calls;

    /** The page after the cursor, the latest first. */
    Response page(
            HttpServletRequest request, Request conditions, RemarkKind kind, String slug, @Nullable String cursor) {
        ShopCall call = calls.open(request);
        UUID start = SaidPage.start(cursor);
        UUID goods = shelf.find(request, call, slug);
        SaidPage page = SaidPage.of(reviews.shown(call.shopper(), goods, kind, start));
        Factor.rows(request, page.items().size());
        return Conditional.json(conditions, page);
    }
}
