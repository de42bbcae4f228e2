package dev.rialto.rest.v1.catalogue;

import dev.rialto.goods.GoodsView;
import dev.rialto.goods.Shelf;
import dev.rialto.kernel.DomainException;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Finds the goods that a call is about; another seller's are as good as none (A19). */
@ApplicationScoped
class OnTheShelf {
    private final Shelf shelf;

    @Inject
    OnTheShelf(Shelf shelf) {
        this.shelf = shelf;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OnTheShelf() {
        this(null);
    }

    /** @throws DomainException {@link GatewayError#GOODS_NOT_FOUND} */
    UUID find(HttpServletRequest request, ShopCall call, String slug) {
        Factor.note(request, "goods", slug);
        UUID id = shelf.goods(call.program(), call.siteId(), slug, call.language(), call.currency())
                .map(GoodsView::id)
                .orElseThrow(GatewayError.GOODS_NOT_FOUND::now);
        Factor.note(request, "goods", Wire.text(Wire.GOODS, id));
        return id;
    }
}
