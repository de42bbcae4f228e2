package dev.rialto.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.rialto.checkout.Offer;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Forbidden;
import dev.rialto.platform.Outgoing;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSendingIT {
    private static final Caller WORKER = Caller.worker("test");
    private static final List<String> ORDERS = List.of("order.changed", "payment.changed");

    @TempDir
    static Path folder;

    static Receiver receiver;
    static ShopFixture shop;
    static Endpoints endpoints;
    static DispatchLog log;
    static Courier courier;
    static Caller owner;
    static Caller other;

    @BeforeAll
    static void aShopAndAReceiver() throws Exception {
        receiver = new Receiver();
        System.setProperty("rialto.outgoing.allow", receiver.place());
        shop = ShopFixture.open(folder);
        endpoints = shop.mall.get(Endpoints.class);
        log = shop.mall.get(DispatchLog.class);
        courier = shop.mall.get(Courier.class);
        owner = keyHolder(shop.first);
        other = keyHolder(shop.second);
    }

    private static Caller keyHolder(UUID tenant) {
        return Caller.tenant(tenant, null, Set.of("credential.edit"), "test");
    }

    @AfterAll
    static void close() {
        shop.close();
        receiver.close();
        System.clearProperty("rialto.outgoing.allow");
    }

    @AfterEach
    void withoutEndpoints() {
        shop.mall.execute("delete from webhook_endpoint");
        receiver.forget();
    }

    private static IssuedSecret listen(Caller who, List<String> types) {
        return endpoints.add(who, new EditEndpoint(receiver.url(), "Books", types));
    }

    private static void deliver() {
        while (courier.deliverDue(WORKER, Runnable::run) > 0) {
            // each turn serves what is due
        }
    }

    private static JsonNode json(Receiver.Got got) {
        try {
            return new ObjectMapper().readTree(got.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(got.body(), e);
        }
    }

    @Test
    void theLibraryOfStandardWebhooksAcceptsWhatIsSentAndNothingElse() throws Exception {
        IssuedSecret secret = listen(owner, ORDERS);
        shop.buy(shop.guest(), shop.variant(10_000, 5), 2);
        deliver();

        Receiver.Got first = receiver.got().get(0);
        new Webhook(secret.secret()).verify(first.body(), first.all());
        assertThatThrownBy(() -> new Webhook(secret.secret()).verify(first.body() + " ", first.all()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(
                        () -> new Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").verify(first.body(), first.all()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(secret.secret()).startsWith("whsec_");
        assertThat(secret.toString()).doesNotContain(secret.secret());
    }

    @Test
    void anOrderIsToldWithIdsStatesAndAmountsAndNoPerson() {
        listen(owner, ORDERS);
        shop.buy(shop.guest(), shop.variant(10_000, 5), 2);
        deliver();

        JsonNode order = receiver.got().stream()
                .map(WebhookSendingIT::json)
                .filter(body -> body.get("type").asText().equals("order.changed"))
                .findFirst()
                .orElseThrow();
        assertThat(order.get("data").get("partId").asText()).startsWith("part_");
        assertThat(order.get("data").get("state").asText()).isEqualTo("to_ship");
        assertThat(order.get("data").get("total").get("minor").asLong()).isEqualTo(22_000);
        assertThat(order.get("data").get("total").get("currency").asText()).isEqualTo("KRW");
        assertThat(order.get("sequence").asLong()).isEqualTo(1);
        assertThat(receiver.got().toString()).doesNotContain("@").doesNotContain("Kim");
        assertThat(receiver.got().stream().map(got -> json(got).get("type").asText()))
                .contains("payment.changed");
    }

    @Test
    void changesOfOneThingAreNumberedInTheirOrderUnderStableIds() {
        listen(owner, List.of("stock.changed"));
        UUID variant = shop.variant(1_000, 50);
        for (int i = 0; i < 5; i++) {
            Caller guest = shop.guest();
            shop.offer(guest, variant, 1);
        }
        deliver();

        List<JsonNode> bodies =
                receiver.got().stream().map(WebhookSendingIT::json).toList();
        assertThat(bodies.stream().map(body -> body.get("sequence").asLong())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(bodies.stream().map(body -> body.get("data").get("available").asLong()))
                .containsExactly(50L, 49L, 48L, 47L, 46L, 45L);
        assertThat(receiver.got().stream().map(got -> got.header("webhook-id")))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        bodies.stream().map(body -> body.get("id").asText()).toList());
    }

    @Test
    void aChangeThatIsRolledBackIsToldToNobody() {
        listen(owner, List.of("goods.changed"));
        assertThatThrownBy(() -> shop.mall.inTransaction(() -> {
                    shop.variant(1_000, 1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        deliver();
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    @Tag("A19")
    void eachSellerHearsOnlyOfItsOwn() {
        listen(owner, EventType.codes());
        shop.buy(shop.guest(), shop.variant(shop.second, 10_000, 5), 1);
        deliver();
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    @Tag("A19")
    void theOtherTenantSeesAndTouchesNothing() {
        UUID id = listen(owner, ORDERS).endpointId();
        UUID test = endpoints.test(owner, id);
        assertThat(endpoints.list(other)).isEmpty();
        assertThatThrownBy(() -> endpoints.one(other, id)).hasMessage("webhook_not_found");
        assertThatThrownBy(() -> endpoints.rotate(other, id, 1)).hasMessage("webhook_not_found");
        assertThatThrownBy(() -> endpoints.remove(other, id, 1)).hasMessage("webhook_not_found");
        assertThatThrownBy(() -> endpoints.test(other, id)).hasMessage("webhook_not_found");
        assertThatThrownBy(() -> log.one(other, id, test)).hasMessage("dispatch_not_found");
        assertThat(log.list(other, id, "", "", 10).items()).isEmpty();
        assertThat(log.replayGivenUp(other, id)).isZero();
    }

    @Test
    void onlyWhoMayEditCredentialsReachesWebhooks() {
        Caller clerk = Caller.tenant(shop.first, null, Set.of("order.view"), "test");
        assertThatThrownBy(() -> endpoints.list(clerk)).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> listen(clerk, ORDERS)).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> log.list(clerk, Ids.next(), "", "", 5)).hasMessageContaining("not_permitted");
    }

    @Test
    void afterARotationBothSecretsSignAndTheNewOneAlone() throws Exception {
        IssuedSecret old = listen(owner, ORDERS);
        IssuedSecret fresh = endpoints.rotate(owner, old.endpointId(), 1);
        endpoints.test(owner, old.endpointId());
        deliver();

        Receiver.Got got = receiver.got().get(0);
        new Webhook(old.secret()).verify(got.body(), got.all());
        new Webhook(fresh.secret()).verify(got.body(), got.all());
        assertThat(endpoints.one(owner, old.endpointId()).previousUntil()).isNotNull();
    }

    @Test
    void theSecretIsKeptSealedAndNeverShownAgain() {
        IssuedSecret secret = listen(owner, ORDERS);
        String key = secret.secret().substring("whsec_".length());
        endpoints.test(owner, secret.endpointId());
        deliver();
        String kept = shop.mall.value(
                String.class,
                "select encode(secret, 'base64') || e::text || coalesce((select string_agg(a::text, '') from webhook_attempt a), '')"
                        + " || (select string_agg(u::text, '') from audit u) from webhook_endpoint e");
        assertThat(kept).doesNotContain(key);
        assertThat(endpoints.list(owner).toString()).doesNotContain(key);
    }

    @Test
    void aTestGoesToItsEndpointAloneAndIsLoggedWithTheAnswer() {
        UUID id = listen(owner, ORDERS).endpointId();
        listen(owner, ORDERS);
        receiver.answer(200);
        UUID test = endpoints.test(owner, id);
        deliver();

        assertThat(receiver.got()).hasSize(1);
        SentNews sent = log.one(owner, id, test);
        assertThat(sent.body()).isEqualTo(receiver.got().get(0).body());
        assertThat(sent.dispatch().state()).isEqualTo("done");
        assertThat(sent.attempts().get(0).status()).isEqualTo(200);
        assertThat(sent.attempts().get(0).responseBody()).isEqualTo("seen");
        assertThat(sent.attempts().get(0).requestHeaders()).contains("webhook-id", "webhook-signature");
    }

    @Test
    void aReplayHasTheSameIdAndBytes() {
        UUID id = listen(owner, ORDERS).endpointId();
        UUID test = endpoints.test(owner, id);
        assertThatThrownBy(() -> log.replay(owner, id, test)).hasMessage("dispatch_waiting");
        deliver();
        log.replay(owner, id, test);
        deliver();

        assertThat(receiver.got()).hasSize(2);
        assertThat(receiver.got().get(1).body()).isEqualTo(receiver.got().get(0).body());
        assertThat(receiver.got().get(1).header("webhook-id"))
                .isEqualTo(receiver.got().get(0).header("webhook-id"));
    }

    @Test
    void whatComesWhileAnEndpointIsPausedIsSentWhenItGoesOn() {
        UUID id = listen(owner, List.of("goods.changed")).endpointId();
        endpoints.pause(owner, id, 1);
        shop.variant(1_000, 1);
        deliver();
        assertThat(receiver.got()).isEmpty();
        endpoints.resume(owner, id, 2);
        deliver();
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void aStaleChangeIsRefused() {
        UUID id = listen(owner, ORDERS).endpointId();
        EditEndpoint edit = new EditEndpoint(receiver.url(), "Stock", List.of("stock.changed"));
        endpoints.edit(owner, id, edit, 1);
        assertThatThrownBy(() -> endpoints.edit(owner, id, edit, 1)).hasMessage("webhook_changed");
        assertThat(endpoints.one(owner, id).types()).containsExactly("stock.changed");
    }

    @Test
    void wrongFieldsAreNamedAndNothingIsKept() {
        assertThatThrownBy(() -> endpoints.add(owner, new EditEndpoint(" ", "x".repeat(201), List.of("nothing"))))
                .isInstanceOfSatisfying(DomainException.class, wrong -> assertThat(
                                wrong.fields().stream().map(field -> field.field() + " " + field.code()))
                        .containsExactlyInAnyOrder("url required", "description too_long", "types unknown_value"));
        assertThat(endpoints.list(owner)).isEmpty();
    }

    @Test
    void everyForbiddenAddressIsRefusedOnTheWay() {
        UUID id = listen(owner, ORDERS).endpointId();
        int refused = 0;
        for (String address : Forbidden.ADDRESSES) {
            boolean atOnce = shop.mall.get(Outgoing.class).flaw(address).isPresent();
            if (atOnce) {
                assertThatThrownBy(() -> endpoints.add(owner, new EditEndpoint(address, "", ORDERS)))
                        .hasMessageContaining("invalid_webhook");
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(60);
        // a name that was harmless when it was written down and leads inside now
        shop.mall.execute("update webhook_endpoint set url = 'https://169.254.169.254/' where id = ?", id);
        UUID test = endpoints.test(owner, id);
        deliver();
        assertThat(log.one(owner, id, test).dispatch().lastError()).isEqualTo("not_public");
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void newsCostsTheShopNoStatement() {
        Caller guest = shop.guest();
        Offer offer = shop.offer(guest, shop.variant(10_000, 5), 1);
        int without = shop.mall.statementsOf(() -> shop.deposit(guest, offer)).size();
        listen(owner, EventType.codes());
        Caller next = shop.guest();
        Offer second = shop.offer(next, shop.variant(10_000, 5), 1);
        assertThat(shop.mall.statementsOf(() -> shop.deposit(next, second))).hasSize(without);
    }
}
