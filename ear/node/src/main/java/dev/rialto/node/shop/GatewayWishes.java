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

/** The wish lists of members, which the mall keeps; telling when something can be had again is left to the mall's pages. */
@ApplicationScoped
class GatewayWishes implements WishPort {
    private static final String ROOT = "/member/wishes";

    @Inject
    private Gateway gateway;

    private record Wishes(List<Wish> items) {}

    @Override
    public void add(Visitor visitor, String goodsId) {
        gateway.act(Gateway.of(visitor, Ask.of("PUT", of(goodsId))));
    }

    private static String of(String goodsId) {
        return ROOT + "/" + Ask.encoded(goodsId);
    }

    @Override
    public void remove(Visitor visitor, String goodsId) {
        try {
            gateway.act(Gateway.of(visitor, Ask.of("DELETE", of(goodsId))));
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
        throw GatewayProblem.notHere();
    }

    @Override
    public List<StockWish> awaited(Visitor visitor) {
        return List.of();
    }

    @Override
    public void cancel(Visitor visitor, String id) {
        throw GatewayProblem.notHere();
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
