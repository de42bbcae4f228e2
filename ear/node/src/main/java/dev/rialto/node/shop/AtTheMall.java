package dev.rialto.node.shop;

import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.web.port.ConversationPort;
import dev.rialto.web.port.SellerPort;
import dev.rialto.web.port.SellerStanding;
import dev.rialto.web.port.SellerWish;
import dev.rialto.web.port.Talk;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What only the mall's own pages offer: talks about orders, and becoming a seller. */
@ApplicationScoped
class AtTheMall implements ConversationPort, SellerPort {

    @Override
    public List<Talk> of(Visitor visitor, String orderNumber) {
        return List.of();
    }

    @Override
    public void write(Visitor visitor, String partId, String message) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void dispute(Visitor visitor, String partId, String reason) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void apply(Visitor visitor, SellerWish wish) {
        throw GatewayProblem.notHere();
    }

    @Override
    public List<SellerStanding> standings(Visitor visitor) {
        return List.of();
    }
}
