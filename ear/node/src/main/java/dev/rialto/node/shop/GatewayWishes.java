package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.web.port.StockWish;
import dev.rialto.web.port.Visitor;
import dev.rialto.web.port.Wish;
import dev.rialto.web.port.WishPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish lists of members and wishes to be told, which the mall keeps. The links in mails about stock lead to the mall's
 * own pages, which confirm addresses and stop the mails.
 */
@ApplicationScoped
class GatewayWishes implements WishPort {
    private static final String ROOT = "/member/wishes";
    private static final String NOTICES = "/stock-notices";

    @Inject
    private Gateway gateway;

    @Inject
    private Deeds deeds;

    @Inject
    private Places places;

    private record Wishes(List<Wish> items) {}

    private record Awaited(List<StockWish> items) {}

    private record TypedNotice(String variantId, @Nullable String email, String place) {
        @Override
        public String toString() {
            return variantId + ' ' + email;
        }
    }

    @Override
    public void add(Visitor visitor, String goodsId) {
        gateway.act(Gateway.of(visitor, Ask.of("PUT", of(goodsId))));
    }

    private static String of(String goodsId) {
        return ROOT + "/" + Ask.encoded(goodsId);
    }

    @Override
    public void remove(Visitor visitor, String goodsId) {
        drop(visitor, of(goodsId));
    }

    private void drop(Visitor visitor, String path) {
        try {
            gateway.act(Gateway.of(visitor, Ask.of("DELETE", path)));
        } catch (DomainException refused) {
            // another window was quicker
            if (refused.code().kind() != ErrorKind.NOT_FOUND) {
                throw refused;
            }
        }
    }

    @Override
    public List<Wish> list(Visitor visitor) {
        return gateway.read(Gateway.of(visitor, Ask.get(ROOT)), Wishes.class).items();
    }

    @Override
    public void askToBeTold(Visitor visitor, String variantId, String email, String origin) {
        String typed = visitor.isSignedIn() || email.isEmpty() ? null : email;
        TypedNotice notice = new TypedNotice(variantId, typed, places.of(origin));
        deeds.once(visitor, "tell " + notice, Gateway.of(visitor, Ask.of("POST", NOTICES, notice)));
    }

    @Override
    public List<StockWish> awaited(Visitor visitor) {
        return gateway.read(Gateway.of(visitor, Ask.get(NOTICES)), Awaited.class)
                .items();
    }

    @Override
    public void cancel(Visitor visitor, String id) {
        drop(visitor, NOTICES + "/" + Ask.encoded(id));
    }

    @Override
    public StockWish about(Visitor visitor, String link) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void confirm(Visitor visitor, String link) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void leave(Visitor visitor, String link) {
        throw GatewayProblem.notHere();
    }
}
