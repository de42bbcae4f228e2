package dev.rialto.node.shop;

import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.web.port.SellerPort;
import dev.rialto.web.port.SellerStanding;
import dev.rialto.web.port.SellerWish;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What only the mall's own pages offer: becoming a seller. */
@ApplicationScoped
class AtTheMall implements SellerPort {

    @Override
    public void apply(Visitor visitor, SellerWish wish) {
        throw GatewayProblem.notHere();
    }

    @Override
    public List<SellerStanding> standings(Visitor visitor) {
        return List.of();
    }
}
