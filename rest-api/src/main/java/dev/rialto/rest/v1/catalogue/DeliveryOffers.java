package dev.rialto.rest.v1.catalogue;

import dev.rialto.fulfilment.Deliveries;
import dev.rialto.fulfilment.DeliveryMethod;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Texts;
import dev.rialto.rest.v1.ShopCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a seller delivers, for product pages, which have no statement to spare for it: at most half a minute old. What is
 * charged is computed anew in the checkout.
 */
@ApplicationScoped
class DeliveryOffers {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST_SELLERS = 10_000;

    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    @Inject
    private Deliveries deliveries;

    @Inject
    private Clock clock;

    private record Known(List<DeliveryMethod> methods, Instant until) {}

    List<Goods.Delivery> of(ShopCall call, UUID seller) {
        return methods(call, seller).stream().map(method -> offer(method, call)).toList();
    }

    private List<DeliveryMethod> methods(ShopCall call, UUID seller) {
        Instant now = clock.instant();
        Known fresh = known.get(seller);
        if (fresh != null && now.isBefore(fresh.until())) {
            return fresh.methods();
        }
        List<DeliveryMethod> read = deliveries.offered(call.shopper(), List.of(seller));
        if (known.size() >= MOST_SELLERS) {
            known.clear();
        }
        known.put(seller, new Known(read, now.plus(FRESH)));
        return read;
    }

    private static Goods.Delivery offer(DeliveryMethod method, ShopCall call) {
        Optional<Money> lowest = method.rules().stream()
                .map(rule -> rule.amounts().get(call.currency()))
                .filter(java.util.Objects::nonNull)
                .min(Long::compare)
                .map(minor -> new Money(minor, call.currency()));
        return new Goods.Delivery(
                Texts.pick(method.names(), call.language(), "en"),
                lowest.orElse(null),
                method.freeFrom(call.currency()).orElse(null));
    }
}
