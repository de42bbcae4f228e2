package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.CallBack;
import dev.rialto.payment.PaymentDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when things happen at once. */
class CheckoutRacesIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    @Tag("D49")
    void returnPageAndCallBackAtOnceMakeOneOrder() throws Exception {
        for (int round = 0; round < 8; round++) {
            Caller guest = shop.guest();
            Offer offer = shop.offer(guest, shop.variant(10_000, 5), 1);
            UUID payment = shop.approved(guest, offer);

            List<PlacedOrder> orders = atOnce(List.of(
                    () -> returned(guest, payment),
                    () -> calledBack(payment),
                    () -> returned(guest, payment),
                    () -> calledBack(payment)));

            assertThat(orders).hasSize(4).containsOnly(orders.get(0));
            assertThat(count("purchase where checkout_id = ?", offer.checkoutId()))
                    .isEqualTo(1);
            assertThat(count(
                            "mail m join outbox o on o.id = outbox_id where subject_id = ?",
                            orders.get(0).id()))
                    .isEqualTo(1);
            assertThat(count("ledger_transfer where order_id = ?", orders.get(0).id()))
                    .isEqualTo(1);
        }
    }

    @Test
    @Tag("D49")
    void aDoubleClickIsOnePayment() throws Exception {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 5), 1);
        List<UUID> payments = atOnce(java.util.Collections.nCopies(4, () -> paymentOf(shop.pay(guest, offer))));
        assertThat(payments).containsOnly(payments.get(0));
        assertThat(count("payment where checkout_id = ?", offer.checkoutId())).isEqualTo(1);
    }

    @Test
    void aDoubleClickOnDepositIsOneOrder() throws Exception {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 5), 1);
        List<PlacedOrder> orders =
                atOnce(java.util.Collections.nCopies(4, () -> ((PayResult.Placed) shop.deposit(guest, offer)).order()));
        assertThat(orders).containsOnly(orders.get(0));
    }

    @Test
    @Tag("A33")
    void theLastUnitForTwoBuyersIsOneOrderAndOneSoldOut() throws Exception {
        UUID storefront = shop.storefront(shop.first, 1_000, "race.localhost");
        for (int round = 0; round < 5; round++) {
            UUID last = shop.variant(10_000, 1);
            List<Optional<PlacedOrder>> results = atOnce(
                    List.of(() -> bought(shop.visit(), last), () -> bought(new Visit(storefront, "en", "KRW"), last)));
            assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
            assertThat(shop.stock("on_hand", last)).isZero();
        }
    }

    @Test
    void addingTwiceAtOnceNeverPassesTheStock() throws Exception {
        Caller guest = shop.guest();
        UUID variant = shop.variant(10_000, 3);
        atOnce(java.util.Collections.nCopies(6, () -> {
            try {
                shop.put(guest, variant, 1);
                return true;
            } catch (DomainException refused) {
                return false;
            }
        }));
        assertThat(shop.carts.count(guest, shop.site)).isEqualTo(3);
    }

    private static Optional<PlacedOrder> bought(Visit visit, UUID variant) {
        Caller guest = shop.guest();
        shop.carts.add(guest, new AddToCart(visit.siteId(), variant, 1, "en", "KRW"));
        shop.checkout.save(guest, visit, ShopFixture.details());
        try {
            Offer offer = shop.checkout.price(guest, visit);
            UUID payment = paymentOf(shop.checkout.pay(
                    guest, new PayCheckout(visit, offer.fingerprint(), dev.rialto.payment.PaymentMethod.CARD, null)));
            shop.gateway.approve(ShopFixture.requestOf(payment));
            return Optional.of(returned(guest, payment));
        } catch (DomainException soldOut) {
            assertThat(Cashier.isSoldOut(soldOut)).isTrue();
            return Optional.empty();
        }
    }

    private static UUID paymentOf(PayResult result) {
        return ((PayResult.Redirect) result).paymentId();
    }

    private static PlacedOrder returned(Caller guest, UUID payment) {
        return ((Completion.Placed) shop.checkout.complete(guest, payment)).order();
    }

    private static PlacedOrder calledBack(UUID payment) {
        shop.mall
                .get(PaymentDesk.class)
                .receiveCallBack(
                        ShopFixture.WORKER,
                        "fake",
                        new CallBack(Map.of("signature", "good"), ShopFixture.requestOf(payment)));
        return returned(ShopFixture.WORKER, payment);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static int count(String from, Object... arguments) {
        return shop.mall.value(Integer.class, "select count(*) from " + from, arguments);
    }
}
