package dev.rialto.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesIT {
    private static final UUID FIRST = Ids.next();
    private static final UUID SECOND = Ids.next();

    @TempDir
    static Path folder;

    static TestMall mall;
    static Deliveries deliveries;

    @BeforeAll
    static void twoSellers() {
        mall = TestMall.empty(folder);
        deliveries = mall.get(Deliveries.class);
        for (UUID tenant : List.of(FIRST, SECOND)) {
            mall.execute("insert into tenant values (?, 'seller', now())", tenant);
        }
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    @Test
    void whatASellerSavesIsOfferedToShoppers() {
        UUID id = deliveries.save(staffOf(FIRST), post(null, FIRST, 0, "standard"));

        List<DeliveryMethod> offered = deliveries.offered(Caller.anonymous("test"), List.of(FIRST, SECOND));

        DeliveryMethod method = offered.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(method.names()).containsEntry("ko", "택배");
        assertThat(method.kind()).isEqualTo(DeliveryKind.BY_REGION);
        assertThat(method.rules().get(0).amounts()).containsEntry("KRW", 6_000L);
        assertThat(method.freeFrom()).containsEntry("KRW", 50_000L);
        assertThat(method.version()).isEqualTo(1);
    }

    @Test
    void aWithdrawnMethodIsNotOffered() {
        UUID id = deliveries.save(staffOf(FIRST), post(null, FIRST, 0, "standard"));
        deliveries.withdraw(staffOf(FIRST), id);
        assertThat(deliveries.offered(Caller.anonymous("test"), List.of(FIRST)))
                .extracting(DeliveryMethod::id)
                .doesNotContain(id);
        assertThat(deliveries.list(staffOf(FIRST), FIRST))
                .extracting(DeliveryMethod::id)
                .contains(id);
    }

    @Test
    void theOtherSellerNeitherSeesNorChangesIt() {
        UUID id = deliveries.save(staffOf(FIRST), post(null, FIRST, 0, "standard"));
        assertThat(deliveries.list(staffOf(SECOND), FIRST)).isEmpty();
        refused(() -> deliveries.save(staffOf(SECOND), post(id, FIRST, 1, "standard")), "delivery_not_found");
        refused(() -> deliveries.withdraw(staffOf(SECOND), id), "delivery_not_found");
        assertThatThrownBy(() -> deliveries.save(staffOf(SECOND), post(null, FIRST, 1, "standard")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aStaleVersionIsRefused() {
        UUID id = deliveries.save(staffOf(FIRST), post(null, FIRST, 0, "standard"));
        deliveries.save(staffOf(FIRST), post(id, FIRST, 1, "reduced"));
        refused(() -> deliveries.save(staffOf(FIRST), post(id, FIRST, 1, "zero")), "delivery_changed");
    }

    @Test
    void anUnknownTaxClassIsNamed() {
        refused(() -> deliveries.save(staffOf(FIRST), post(null, FIRST, 0, "nonsense")), "taxClass");
    }

    @Test
    void withoutThePermissionNothingIsSaved() {
        Caller reader = Caller.tenant(FIRST, null, Set.of("goods.edit"), "test");
        refused(() -> deliveries.save(reader, post(null, FIRST, 0, "standard")), "not_permitted");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String word) {
        assertThatThrownBy(call).isInstanceOf(DomainException.class).hasMessageContaining(word);
    }

    private static Caller staffOf(UUID tenant) {
        return Caller.tenant(tenant, null, Set.of("delivery.edit"), "test");
    }

    private static SaveDelivery post(UUID id, UUID tenant, long version, String taxClass) {
        return new SaveDelivery(
                id,
                tenant,
                Map.of("ko", "택배", "en", "Parcel"),
                DeliveryKind.BY_REGION,
                List.of("KR"),
                List.of(
                        new DeliveryRule(null, List.of("63*"), Map.of("KRW", 6_000L)),
                        DeliveryRule.always(Map.of("KRW", 3_000L))),
                Map.of("KRW", 50_000L),
                taxClass,
                1,
                3,
                0,
                true,
                version);
    }
}
