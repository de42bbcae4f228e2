package dev.rialto.node.shop;

import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.web.port.CardsPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The cards of orders, whose codes the mall alone can read; nothing of them is kept here (E38). */
@ApplicationScoped
class GatewayCards implements CardsPort {
    @Inject
    private Gateway gateway;

    private record Cards(List<Card> items) {}

    private record Code(String code) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    @Override
    public List<Card> of(Visitor visitor, String number) {
        return gateway.read(OrderHolder.by(visitor, Ask.get(cards(number))), Cards.class)
                .items();
    }

    @Override
    public String show(Visitor visitor, String number, String card) {
        Ask ask = Ask.of("POST", cards(number) + "/" + Ask.encoded(card) + "/code");
        return gateway.act(OrderHolder.by(visitor, ask), Code.class).code();
    }

    private static String cards(String number) {
        return OrderHolder.address(number) + "/cards";
    }
}
