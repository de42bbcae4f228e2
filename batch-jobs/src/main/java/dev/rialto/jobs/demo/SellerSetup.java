package dev.rialto.jobs.demo;

import dev.rialto.fulfilment.Deliveries;
import dev.rialto.fulfilment.SaveDelivery;
import dev.rialto.kernel.Caller;
import dev.rialto.seller.ApplyAsSeller;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SellerState;
import dev.rialto.seller.SellerSummary;
import dev.rialto.seller.SellerView;
import dev.rialto.verification.VerificationDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A seller on the usual way: it applies, is admitted and taken as checked, says how it delivers, and opens a storefront if it has one. */
@ApplicationScoped
class SellerSetup {
    @Inject
    private SellerRegistry registry;

    @Inject
    private Deliveries deliveries;

    @Inject
    private DemoAccounts accounts;

    @Inject
    private VerificationDesk checks;

    @Inject
    private Clock clock;

    @Inject
    private SiteSetup sites;

    /** Returns the seller's tenant. */
    UUID open(Caller worker, SellerContent seller, DemoFolder folder) {
        UUID owner = accounts.of(worker, seller.staff());
        UUID tenant = admit(worker, seller, owner);
        if (deliveries.list(worker, tenant).isEmpty()) {
            List<SellerContent.Method> methods = seller.deliveryMethods();
            for (int position = 0; position < methods.size(); position++) {
                deliveries.save(worker, save(tenant, methods.get(position), position));
            }
        }
        SellerContent.Shop shop = seller.storefront();
        if (shop != null) {
            sites.openStorefront(worker, tenant, owner, shop, folder);
        }
        return tenant;
    }

    private UUID admit(Caller worker, SellerContent seller, UUID owner) {
        SellerRegistry.Filter named = new SellerRegistry.Filter(null, seller.name(), null, 10);
        UUID id = registry.list(worker, named).items().stream()
                .filter(known -> known.name().equals(seller.name()))
                .map(SellerSummary::id)
                .findFirst()
                .orElseGet(() -> registry.apply(Caller.shopper(owner, null, DemoLoader.JOB), application(seller)));
        SellerView view = registry.view(worker, id);
        if (view.state() == SellerState.APPLIED) {
            registry.approve(worker, new SellerRegistry.Decision(id, null));
            registry.update(
                    worker,
                    new SellerRegistry.Change(
                            id,
                            application(seller),
                            seller.commissionBp(),
                            registry.view(worker, id).version()));
            checks.takeOver(
                    worker,
                    id,
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1));
        }
        return id;
    }

    private static ApplyAsSeller application(SellerContent seller) {
        SellerContent.Company company = seller.legal();
        return new ApplyAsSeller(
                seller.name(),
                company.legalName(),
                company.registrationNumber(),
                company.email(),
                company.phone(),
                seller.country(),
                company.address(),
                seller.about());
    }

    private static SaveDelivery save(UUID tenant, SellerContent.Method method, int position) {
        return new SaveDelivery(
                null,
                tenant,
                method.names(),
                method.kind(),
                method.countries(),
                method.rules(),
                method.freeFrom(),
                method.taxClass(),
                method.daysFrom(),
                method.daysTo(),
                position,
                true,
                0);
    }
}
