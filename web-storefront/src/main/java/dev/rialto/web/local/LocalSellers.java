package dev.rialto.web.local;

import dev.rialto.seller.ApplyAsSeller;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.web.port.SellerPort;
import dev.rialto.web.port.SellerStanding;
import dev.rialto.web.port.SellerWish;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sellers of this process. */
@ApplicationScoped
class LocalSellers implements SellerPort {
    @Inject
    private SellerRegistry sellers;

    @Override
    public void apply(Visitor visitor, SellerWish wish) {
        sellers.apply(
                Wire.caller(visitor),
                new ApplyAsSeller(
                        wish.name(),
                        Wire.orNothing(wish.legalName()),
                        Wire.orNothing(wish.registrationNumber()),
                        wish.email(),
                        Wire.orNothing(wish.phone()),
                        wish.country(),
                        Wire.orNothing(wish.address()),
                        wish.about().isBlank() ? Map.of() : Map.of(visitor.language(), wish.about())));
    }

    @Override
    public List<SellerStanding> standings(Visitor visitor) {
        return sellers.mine(Wire.caller(visitor)).stream()
                .map(standing -> new SellerStanding(
                        standing.name(), standing.state().name().toLowerCase(Locale.ROOT), standing.decisionReason()))
                .toList();
    }
}
