package dev.rialto.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MenuTest {
    private static final List<PageEntry> PAGES =
            List.of(PageEntry.of(Orders.class), PageEntry.of(OneOrder.class), PageEntry.of(Sellers.class));
    private static final Caller OPERATOR =
            Caller.operator(new UUID(1, 1), Set.of("order.view", "seller.view"), "trace");
    private static final Caller SELLER =
            Caller.tenant(new UUID(2, 2), new UUID(1, 2), Set.of("order.view", "seller.view"), "trace");

    @Route(path = "/orders", view = "orders", permission = "order.view", menu = Section.ORDERS)
    static class Orders extends NoPage {}

    @Route(path = "/orders/{order}", view = "order", permission = "order.view")
    static class OneOrder extends NoPage {}

    @Route(path = "/sellers", view = "sellers", who = Who.OPERATOR, permission = "seller.view", menu = Section.SELLERS)
    static class Sellers extends NoPage {}

    static class NoPage implements ConsolePage {
        @Override
        public Outcome open(Visit visit) {
            return Outcome.show();
        }
    }

    @Test
    @Tag("D4")
    void listsTheSamePagesThatMayBeOpened() {
        assertThat(paths(Menu.of(PAGES, OPERATOR, "/"))).containsExactly("/orders", "/sellers");
        assertThat(paths(Menu.of(PAGES, SELLER, "/"))).containsExactly("/orders");
        assertThat(PageEntry.of(Sellers.class).isFor(SELLER)).isFalse();
    }

    @Test
    @Tag("D3")
    void showsNothingToAShopper() {
        assertThat(Menu.of(PAGES, Caller.shopper(new UUID(1, 3), "key", "trace"), "/")
                        .parts())
                .isEmpty();
    }

    @Test
    void marksThePageThatAnInnerPageBelongsTo() {
        assertThat(Menu.of(PAGES, OPERATOR, "/orders/order_1").parts().get(0).items())
                .extracting(Menu.Item::current)
                .containsExactly(true);
    }

    private static List<String> paths(Menu menu) {
        return menu.parts().stream()
                .flatMap(part -> part.items().stream())
                .map(Menu.Item::path)
                .toList();
    }
}
