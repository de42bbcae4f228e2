package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.FakeGateway;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.platform.MallClock;
import dev.rialto.stock.Stock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutIT {
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
    @Tag("D45")
    @Tag("A26")
    void theFullPriceIsKnownBeforeTheLastStep() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(shop.first, 10_000, 9), 2);
        Offer offer = shop.offer(guest, shop.variant(shop.second, 4_400, 9), 1);

        // 2 × 9,500 and 1 × 4,180 at 5 % off, deliveries 3,000 and 2,500, 10 % tax inside all of it
        assertThat(offer.goods().goodsTotal()).isEqualTo(won(24_400));
        assertThat(offer.goods().discountTotal()).isEqualTo(won(1_220));
        assertThat(offer.goods().deliveryTotal()).isEqualTo(won(5_500));
        assertThat(offer.goods().total()).isEqualTo(won(28_680));
        assertThat(offer.goods().taxTotal()).isEqualTo(won(1_727 + 380 + 273 + 227));
        assertThat(offer.goods().parts()).extracting(part -> part.sellerName()).containsExactly("First", "Second");
    }

    @Test
    @Tag("D49")
    @Tag("D51")
    @Tag("A32")
    void oneCardPaymentMakesOneOrderWithAPartPerSeller() {
        Caller guest = shop.guest();
        UUID one = shop.variant(shop.first, 10_000, 9);
        UUID two = shop.variant(shop.second, 4_400, 9);
        shop.put(guest, one, 2);
        Offer offer = shop.offer(guest, two, 1);

        UUID payment = shop.approved(guest, offer);
        PlacedOrder order = ((Completion.Placed) shop.checkout.complete(guest, payment)).order();

        assertThat(rows("sub_order where order_id = ? and state = 'to_ship'", order.id()))
                .isEqualTo(2);
        assertThat(shop.mall.value(String.class, "select state from purchase where id = ?", order.id()))
                .isEqualTo("paid");
        assertThat(shop.mall.value(Long.class, "select sum(total) from sub_order where order_id = ?", order.id()))
                .isEqualTo(offer.goods().total().minor());
        assertThat(shop.mall.value(Long.class, "select amount from payment where id = ?", payment))
                .isEqualTo(28_680);
        assertThat(shop.stock("on_hand", one)).isEqualTo(7);
        assertThat(shop.stock("held", one)).isZero();
        assertThat(rows("mail m join outbox o on o.id = m.outbox_id where o.subject_id = ?", order.id()))
                .isEqualTo(1);
    }

    @Test
    @Tag("D53")
    void theCartIsEmptyAfterwardsExceptForWhatWasAddedMeanwhile() {
        Caller guest = shop.guest();
        UUID bought = shop.variant(10_000, 9);
        UUID payment = shop.approved(guest, shop.offer(guest, bought, 1));
        UUID later = shop.variant(7_000, 9);
        shop.put(guest, later, 1);
        shop.put(guest, bought, 2);

        shop.checkout.complete(guest, payment);

        CartView cart = shop.carts.view(guest, shop.site, "en", "KRW");
        assertThat(cart.count()).isEqualTo(3);
        assertThat(cart.goodsTotal()).isEqualTo(won(27_000));
    }

    @Test
    void nothingTypedIsLostAndEveryErrorIsNamed() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(10_000, 9), 1);
        CheckoutDetails wrong = new CheckoutDetails(
                "not an address", " ", "abc", "ZZ", "12", "", "", "", "", "4111 1111 1111 1111", Map.of());

        List<FieldError> errors = shop.checkout.save(guest, shop.visit(), wrong);

        assertThat(errors)
                .extracting(error -> error.field() + " " + error.code())
                .contains(
                        "email malformed",
                        "name required",
                        "phone malformed",
                        "country unknown",
                        "city required",
                        "street required",
                        "note card_number");
        assertThat(shop.checkout.open(guest, shop.visit()).details()).isEqualTo(wrong);
        assertThat(shop.checkout.open(guest, shop.visit()).errors()).containsAll(errors);
        refused(() -> shop.checkout.price(guest, shop.visit()), "details_invalid");
    }

    @Test
    void aPlaceNobodyDeliversToIsRefusedAtItsField() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(10_000, 9), 1);
        CheckoutDetails d = ShopFixture.details();
        shop.checkout.save(
                guest,
                shop.visit(),
                new CheckoutDetails(
                        d.email(), d.name(), d.phone(), "JP", "100-0001", "", "Tokyo", "Chiyoda 1", "", "", Map.of()));
        assertThat(shop.checkout.open(guest, shop.visit()).countries()).containsExactly("KR");
        assertThat(shop.checkout.open(guest, shop.visit()).errors()).contains(new FieldError("country", "no_delivery"));
    }

    @Test
    void theDeliveryOfAnotherSellerCannotBeChosen() {
        Caller guest = shop.guest();
        shop.put(guest, shop.variant(10_000, 9), 1);
        CheckoutDetails d = ShopFixture.details();
        UUID foreign = shop.delivery(shop.second, 1, 1);
        shop.checkout.save(
                guest,
                shop.visit(),
                new CheckoutDetails(
                        d.email(),
                        d.name(),
                        d.phone(),
                        d.country(),
                        d.postcode(),
                        d.region(),
                        d.city(),
                        d.street(),
                        "",
                        "",
                        Map.of(shop.first, foreign)));
        refused(() -> shop.checkout.price(guest, shop.visit()), "delivery." + shop.first);
    }

    @Test
    void anotherAddressIsAnotherPrice() {
        Caller guest = shop.guest();
        Offer mainland = shop.offer(guest, shop.variant(10_000, 9), 1);
        shop.checkout.save(guest, shop.visit(), ShopFixture.details("63122"));

        PayResult result = shop.pay(guest, mainland);

        assertThat(result).isInstanceOfSatisfying(PayResult.PriceChanged.class, changed -> assertThat(
                        changed.offer().goods().deliveryTotal())
                .isEqualTo(won(6_000)));
        assertThat(rows("payment where checkout_id = ?", mainland.checkoutId())).isZero();
    }

    @Test
    void aCartChangedInAnotherTabIsPricedAgainAndNothingCharged() {
        Caller guest = shop.guest();
        Offer seen = shop.offer(guest, shop.variant(10_000, 9), 1);
        shop.put(guest, shop.variant(5_000, 9), 1);

        PayResult result = shop.pay(guest, seen);

        assertThat(result).isInstanceOfSatisfying(PayResult.PriceChanged.class, changed -> {
            assertThat(changed.offer().goods().total())
                    .isNotEqualTo(seen.goods().total());
            assertThat(shop.pay(guest, changed.offer())).isInstanceOf(PayResult.Redirect.class);
        });
    }

    @Test
    @Tag("A26")
    void aTamperedOrForeignFingerprintChargesNothing() {
        Caller guest = shop.guest();
        Caller other = shop.guest();
        Offer own = shop.offer(guest, shop.variant(10_000, 9), 1);
        Offer foreign = shop.offer(other, shop.variant(100, 9), 1);
        for (String fingerprint : List.of(foreign.fingerprint(), "0", "")) {
            PayResult result =
                    shop.checkout.pay(guest, new PayCheckout(shop.visit(), fingerprint, PaymentMethod.CARD, null));
            assertThat(result).isInstanceOf(PayResult.PriceChanged.class);
        }
        assertThat(rows("payment where checkout_id in (?, ?)", own.checkoutId(), foreign.checkoutId()))
                .isZero();
    }

    @Test
    @Tag("D49")
    void aDeclinedCardLeavesNoOrderAndASecondOneWorks() {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 9), 1);
        UUID first = ((PayResult.Redirect) shop.pay(guest, offer)).paymentId();
        shop.gateway.decline(ShopFixture.requestOf(first));

        assertThat(shop.checkout.complete(guest, first)).isInstanceOf(Completion.Declined.class);
        assertThat(rows("purchase where checkout_id = ?", offer.checkoutId())).isZero();

        UUID second = shop.approved(guest, offer);
        assertThat(second).isNotEqualTo(first);
        assertThat(shop.checkout.complete(guest, second)).isInstanceOf(Completion.Placed.class);
        assertThat(rows("purchase where checkout_id = ?", offer.checkoutId())).isEqualTo(1);
    }

    @Test
    void aLostAnswerOfTheGatewayIsWaitedForAndNotPaidTwice() {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 9), 1);
        shop.gateway.next(FakeGateway.Trouble.LOSE_ANSWER, FakeGateway.Trouble.LOSE_ANSWER);
        UUID payment = ((PayResult.Waiting) shop.pay(guest, offer)).paymentId();

        PayResult again = shop.pay(guest, offer);

        assertThat(again).isInstanceOfSatisfying(PayResult.Redirect.class, page -> assertThat(page.paymentId())
                .isEqualTo(payment));
        assertThat(shop.checkout.complete(guest, payment)).isInstanceOf(Completion.Waiting.class);
        shop.gateway.approve(ShopFixture.requestOf(payment));
        assertThat(shop.checkout.complete(guest, payment)).isInstanceOf(Completion.Placed.class);
    }

    @Test
    @Tag("D49")
    void whoComesBackByTheGatewaysAddressReachesTheOrderWithoutACookie() {
        Caller guest = shop.guest();
        UUID payment = shop.approved(guest, shop.offer(guest, shop.variant(10_000, 9), 1));
        String address = shop.gateway.page(ShopFixture.requestOf(payment)).returnUrl();
        String key = address.substring(address.indexOf("key=") + 4);
        refused(() -> shop.checkout.comeBack(shop.guest(), payment, "x" + key), "checkout_not_found");
        refused(() -> shop.checkout.comeBack(shop.guest(), Ids.next(), key), "checkout_not_found");
        assertThat(shop.checkout.comeBack(shop.guest(), payment, key)).isInstanceOf(Completion.Placed.class);
    }

    @Test
    void somebodyElsesPaymentIsLikeNone() {
        Caller guest = shop.guest();
        UUID payment = shop.approved(guest, shop.offer(guest, shop.variant(10_000, 9), 1));
        refused(() -> shop.checkout.complete(shop.guest(), payment), "checkout_not_found");
        refused(() -> shop.checkout.complete(shop.member(), payment), "checkout_not_found");
        refused(() -> shop.checkout.complete(guest, Ids.next()), "checkout_not_found");
        assertThat(shop.checkout.complete(ShopFixture.WORKER, payment)).isInstanceOf(Completion.Placed.class);
        assertThat(shop.checkout.complete(guest, payment)).isInstanceOf(Completion.Placed.class);
    }

    @Test
    @Tag("A33")
    void theLastUnitHeldByOneIsSoldOutForTheOther() {
        UUID last = shop.variant(10_000, 1);
        Caller first = shop.guest();
        Caller second = shop.guest();
        shop.put(second, last, 1);
        shop.checkout.save(second, shop.visit(), ShopFixture.details());
        shop.offer(first, last, 1);
        assertThatThrownBy(() -> shop.checkout.price(second, shop.visit()))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.fields())
                        .containsExactly(new FieldError(line(second), "sold_out", List.of("0"))));
    }

    /** The first line of a cart, as refusals point to it. */
    private static String line(Caller owner) {
        CartView cart = shop.carts.view(owner, shop.visit().siteId(), "en", "KRW");
        return "lines."
                + Ids.external("line", cart.groups().get(0).lines().get(0).id());
    }

    @Test
    @Tag("A26")
    void goodsNoLongerSoldAreNamedAndNotCounted() {
        UUID withdrawn = shop.variant(10_000, 7);
        Caller guest = shop.guest();
        shop.put(guest, withdrawn, 1);
        shop.checkout.save(guest, shop.visit(), ShopFixture.details());
        shop.mall.execute(
                "update goods set state = 'withdrawn' where id = (select goods_id from variant where id = ?)",
                withdrawn);
        String title = shop.carts
                .view(guest, shop.visit().siteId(), "en", "KRW")
                .groups()
                .get(0)
                .lines()
                .get(0)
                .title();
        assertThat(title).isNotBlank();
        assertThatThrownBy(() -> shop.checkout.price(guest, shop.visit()))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.fields()).hasSize(1);
                    FieldError error = refusal.fields().get(0);
                    assertThat(error.field()).isEqualTo(line(guest));
                    assertThat(error.code()).isEqualTo("withdrawn");
                    assertThat(error.arguments())
                            .allMatch(named -> named.startsWith(title))
                            .doesNotContain("7");
                });
    }

    @Test
    void theHoldIsProlongedWhileThePaymentIsOpen() {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 1), 1);
        assertThat(shop.checkout.price(guest, shop.visit())).isEqualTo(offer);
        UUID payment = shop.approved(guest, offer);
        shop.mall.get(MallClock.class).advance(Duration.ofMinutes(12));

        Offer longer = shop.checkout.price(guest, shop.visit());

        assertThat(longer.fingerprint()).isEqualTo(offer.fingerprint());
        assertThat(longer.heldUntil()).isAfter(offer.heldUntil());
        assertThat(shop.checkout.complete(guest, payment)).isInstanceOf(Completion.Placed.class);
    }

    @Test
    void anApprovalAfterTheHoldLapsedTakesTheStockAgain() {
        UUID variant = shop.variant(10_000, 1);
        Caller guest = shop.guest();
        UUID payment = shop.approved(guest, shop.offer(guest, variant, 1));
        lapse();
        assertThat(shop.stock("held", variant)).isZero();

        assertThat(shop.checkout.complete(ShopFixture.WORKER, payment)).isInstanceOf(Completion.Placed.class);
        assertThat(shop.stock("on_hand", variant)).isZero();
    }

    @Test
    void anApprovalWhoseStockIsGoneIsVoidedAndTold() {
        UUID variant = shop.variant(10_000, 1);
        Caller guest = shop.guest();
        UUID payment = shop.approved(guest, shop.offer(guest, variant, 1));
        lapse();
        shop.buy(shop.guest(), variant, 1);

        Completion completion = shop.checkout.complete(guest, payment);

        assertThat(completion).isEqualTo(new Completion.Voided("sold_out"));
        assertThat(shop.mall.value(String.class, "select state from payment where id = ?", payment))
                .isEqualTo("voided");
        assertThat(rows("outbox where subject_id = ? and kind = 'mail.payment_voided'", payment))
                .isEqualTo(1);
        assertThat(shop.checkout.open(guest, shop.visit()).details()).isEqualTo(ShopFixture.details());
        assertThat(shop.checkout.complete(guest, payment)).isInstanceOf(Completion.Voided.class);
    }

    @Test
    void anApprovalOfAnOfferThatWasChangedIsGivenBack() {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 9), 1);
        UUID payment = shop.approved(guest, offer);
        shop.checkout.save(guest, shop.visit(), ShopFixture.details("63122"));

        assertThat(shop.checkout.complete(guest, payment)).isEqualTo(new Completion.Voided("superseded"));
        assertThat(rows("purchase where checkout_id = ?", offer.checkoutId())).isZero();
        assertThat(shop.checkout.price(guest, shop.visit()).goods().deliveryTotal())
                .isEqualTo(won(6_000));
    }

    @Test
    @Tag("D50")
    @Tag("D51")
    void aDepositOrderWaitsWithBankAccountAndDueDate() {
        UUID variant = shop.variant(10_000, 3);
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, variant, 2);

        PlacedOrder order = ((PayResult.Placed) shop.deposit(guest, offer)).order();
        PlacedOrder again = ((PayResult.Placed) shop.deposit(guest, offer)).order();

        assertThat(again).isEqualTo(order);
        assertThat(shop.mall.value(String.class, "select state from purchase where id = ?", order.id()))
                .isEqualTo("awaiting_deposit");
        assertThat(shop.stock("held", variant)).isEqualTo(2);
        String mail = shop.mall.value(
                String.class,
                "select m.text_body from mail m join outbox o on o.id = m.outbox_id where o.subject_id = ?",
                order.id());
        assertThat(mail).contains(order.number(), "Test Bank", "100-200", "₩22,000", order.key());
    }

    @Test
    void aDepositNeedsOneOfTheMallsAccounts() {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 9), 1);
        refused(
                () -> shop.checkout.pay(
                        guest, new PayCheckout(shop.visit(), offer.fingerprint(), PaymentMethod.DEPOSIT, Ids.next())),
                "bankAccount");
        refused(
                () -> shop.checkout.pay(
                        guest, new PayCheckout(shop.visit(), offer.fingerprint(), PaymentMethod.DEPOSIT, null)),
                "bankAccount");
        assertThat(shop.pay(guest, offer)).isInstanceOf(PayResult.Redirect.class);
    }

    @Test
    @Tag("A13")
    void aGuestIsAskedToSignInWhereOnlyMembersBuy() {
        UUID storefront = shop.storefront(shop.first, 0, "members.localhost");
        shop.mall.execute("update site set guest_checkout = false where id = ?", storefront);
        Visit visit = new Visit(storefront, "en", "KRW");
        UUID variant = shop.variant(shop.first, 10_000, 9);
        Caller guest = shop.guest();
        shop.carts.add(guest, new AddToCart(storefront, variant, 1, "en", "KRW"));
        refused(() -> shop.checkout.open(guest, visit), "sign_in_required");

        Caller member = shop.member();
        shop.carts.add(member, new AddToCart(storefront, variant, 1, "en", "KRW"));
        shop.checkout.save(member, visit, ShopFixture.details());
        Offer offer = shop.checkout.price(member, visit);
        PayResult result =
                shop.checkout.pay(member, new PayCheckout(visit, offer.fingerprint(), PaymentMethod.CARD, null));
        assertThat(result).isInstanceOf(PayResult.Redirect.class);
    }

    @Test
    void taxComesOnTopWherePricesAreNet() {
        UUID storefront = shop.storefront(shop.first, 0, "net.localhost");
        shop.mall.execute("update site set price_display = 'net' where id = ?", storefront);
        Visit visit = new Visit(storefront, "en", "KRW");
        Caller guest = shop.guest();
        shop.carts.add(guest, new AddToCart(storefront, shop.variant(shop.first, 10_000, 9), 1, "en", "KRW"));
        shop.checkout.save(guest, visit, ShopFixture.details());
        Offer offer = shop.checkout.price(guest, visit);
        assertThat(offer.goods().taxTotal()).isEqualTo(won(1_300));
        assertThat(offer.goods().total()).isEqualTo(won(14_300));
    }

    @Test
    void personalDataStandsApartFromTheOrder() {
        PlacedOrder order = shop.buy(shop.guest(), shop.variant(10_000, 9), 1);
        assertThat(shop.mall.value(String.class, "select to_jsonb(p)::text from purchase p where id = ?", order.id()))
                .doesNotContain("kim@example.test", "Sejong-daero");
        assertThat(shop.mall.value(String.class, "select email from purchase_contact where order_id = ?", order.id()))
                .isEqualTo("kim@example.test");
    }

    private static void lapse() {
        shop.mall.get(MallClock.class).advance(Duration.ofMinutes(30));
        shop.mall.get(Stock.class).releaseLapsed(ShopFixture.WORKER, 1_000);
    }

    private static int rows(String from, Object... arguments) {
        return shop.mall.value(Integer.class, "select count(*) from " + from, arguments);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String word) {
        assertThatThrownBy(call).isInstanceOf(DomainException.class).hasMessageContaining(word);
    }

    private static Money won(long amount) {
        return new Money(amount, "KRW");
    }
}
