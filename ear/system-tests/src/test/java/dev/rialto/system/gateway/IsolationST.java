package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation of the contract, called with what belongs to another seller or to another's shopper (A19). */
@Tag("A19")
class IsolationST {
    /** Names within the caller's own storefront or member, and pictures, which the shops show to everybody. */
    private static final Set<String> NOBODYS =
            Set.of("/v1/pages/{slug}", "/v1/pictures/{key}", "/v1/member/consents/{kind}");

    private static final String NO_ID = "7zzzzzzzzzzzzzzzzzzzzzzzzz";
    /** An id of each kind that nothing has. */
    static final Map<String, String> NOTHING = Map.ofEntries(
            Map.entry("slug", "there-is-no-such-thing"),
            Map.entry("goods", "goods_" + NO_ID),
            Map.entry("line", "line_" + NO_ID),
            Map.entry("number", "M-20200101-999999"),
            Map.entry("address", "address_" + NO_ID),
            Map.entry("return", "R-999999"),
            Map.entry("notice", "notice_" + NO_ID),
            Map.entry("invoice", "M-20200101-999999-1"),
            Map.entry("remark", "remark_" + NO_ID),
            Map.entry("session", "0".repeat(16)),
            Map.entry("part", "part_" + NO_ID),
            Map.entry("payment", "payment_" + NO_ID),
            Map.entry("job", "job_" + NO_ID),
            Map.entry("request", "never-sent"),
            Map.entry("webhook", "webhook_" + NO_ID),
            Map.entry("dispatch", "dispatch_" + NO_ID),
            Map.entry("key", "no-such-key"),
            Map.entry("channel", "channel_" + NO_ID),
            Map.entry("batch", "batch_" + NO_ID),
            Map.entry("card", "card_" + NO_ID),
            Map.entry("code", "code_" + NO_ID),
            Map.entry("recharge", "recharge_" + NO_ID),
            Map.entry("statement", "statement_" + NO_ID),
            Map.entry("variant", "variant_" + NO_ID));

    private static final Mall MALL = Mall.running();
    private static Belongings theirs;
    private static Node other;
    private static CardThings cards;
    private static Http otherChannel;

    @BeforeAll
    static void twoSellersWithShoppers() throws Exception {
        theirs = Belongings.of(Node.of(MALL, "hanok.localhost").joined());
        other = Node.of(MALL, "nordlicht.localhost").joined();
        cards = CardThings.ofCardpoint();
        otherChannel =
                Partner.ofChannel(MALL, "kiosk.localhost", CardThings.SCOPES).calling();
    }

    private static Map<String, String> foreign(Operations.Operation operation) {
        return operation.isOfChannels() ? cards.ids() : theirs.ids();
    }

    /** Whoever is a stranger to those things: another seller, or a channel below the one that has them. */
    private static Http stranger(Operations.Operation operation) {
        return operation.isOfChannels() ? otherChannel : other.calling();
    }

    private static String withoutRequest(Http.Answer answer) {
        if (answer.text().isEmpty()) {
            return "";
        }
        JsonObject body = answer.json().getAsJsonObject();
        body.remove("requestId");
        return body.toString();
    }

    /** The example of the contract with somebody's ids in the place of its own. */
    private static String body(Operations.Operation operation, Map<String, String> ids) {
        return operation
                .body()
                .replaceAll("variant_[0-9a-z]{26}", ids.get("variant"))
                .replaceAll("goods_[0-9a-z]{26}", ids.get("goods"))
                .replaceAll("line_[0-9a-z]{26}", ids.get("line"))
                .replaceAll("M-20260302-000017-1", ids.get("number") + "-1")
                .replaceAll("M-20260302-000017", ids.get("number"));
    }

    @Test
    @Tag("E35")
    void whatBelongsToAnotherIsAsGoodAsWhatDoesNotExist() {
        String before = theirs.seen();
        String cardsBefore = cards.seen();
        int compared = 0;
        for (Operations.Operation operation : Operations.all(MALL)) {
            boolean names = operation.path().contains("{")
                    || operation.body().contains("variant_")
                    || operation.body().contains("goods_");
            if (!names || NOBODYS.contains(operation.path())) {
                continue;
            }
            Http.Answer foreign = operation.send(
                    stranger(operation), operation.address(foreign(operation)), body(operation, theirs.ids()));
            Http.Answer none =
                    operation.send(stranger(operation), operation.address(NOTHING), body(operation, NOTHING));
            assertThat(foreign.status()).as(operation.name()).isIn(403, 404, 409, 422);
            assertThat(foreign.status()).as(operation.name()).isEqualTo(none.status());
            assertThat(withoutRequest(foreign)).as(operation.name()).isEqualTo(withoutRequest(none));
            compared++;
        }
        assertThat(compared).isGreaterThanOrEqualTo(23);
        assertThat(theirs.seen()).as("nothing was written").isEqualTo(before);
        assertThat(cards.seen()).as("no card was touched").isEqualTo(cardsBefore);
    }

    @Test
    void tokensOfAnotherStorefrontsShopperAreAsGoodAsNonsense() {
        String before = theirs.seen();
        Node thief = other.forSomebodyElse()
                .with("Rialto-Cart", theirs.node().token("Rialto-Cart"))
                .with("Rialto-Member", theirs.node().token("Rialto-Member"));
        Node nonsense = other.forSomebodyElse().with("Rialto-Cart", "nonsense").with("Rialto-Member", "nonsense");
        for (Operations.Operation operation : Operations.all(MALL)) {
            if (!operation.takes("Rialto-Cart") || operation.name().equals("signOut")) {
                continue;
            }
            String address = operation.address(theirs.ids());
            Http.Answer stolen = operation.send(thief.calling(), address, body(operation, theirs.ids()));
            Http.Answer none = operation.send(nonsense.calling(), address, body(operation, theirs.ids()));
            assertThat(stolen.status()).as(operation.name()).isEqualTo(401);
            assertThat(withoutRequest(stolen)).as(operation.name()).isEqualTo(withoutRequest(none));
        }
        Http.Answer out = thief.send("DELETE", "/api/v1/session", "");
        assertThat(out.status()).isEqualTo(204);
        assertThat(theirs.seen())
                .as("nothing was written, and the shopper is still signed in")
                .isEqualTo(before);
    }

    @Test
    @Tag("E35")
    void noListHasARowOfAnotherSeller() {
        List<String> marks = theirs.marks();
        assertThat(theirs.node().calling().get("/api/v1/seller/orders").text())
                .contains(theirs.ids().get("part"));
        for (Operations.Operation operation : Operations.all(MALL)) {
            if (!operation.method().equals("GET") || operation.path().contains("{") || !operation.isSecured()) {
                continue;
            }
            for (String crafted : List.of(
                    "",
                    "?limit=100",
                    "?option.seller=" + theirs.ids().get("seller"),
                    "?q=" + theirs.ids().get("slug"))) {
                String answer = stranger(operation)
                        .get("/api" + operation.path() + crafted)
                        .text();
                assertThat(marks).as(operation.name() + crafted).noneMatch(answer::contains);
                assertThat(cards.ids().values()).as(operation.name() + crafted).noneMatch(answer::contains);
            }
        }
    }

    @Test
    void nothingIsToldWithoutACredentialOrWithoutItsScope() throws Exception {
        Http stranger = MALL.at("api.localhost");
        Http unscoped =
                Partner.ofStorefront(MALL, "hanok.localhost", "nothing:at-all").calling();
        for (Operations.Operation operation : Operations.all(MALL)) {
            if (operation.isSecured()) {
                String address = operation.address(foreign(operation));
                assertThat(operation.send(stranger, address, operation.body()).status())
                        .as(operation.name())
                        .isEqualTo(401);
                assertThat(operation.send(unscoped, address, operation.body()).status())
                        .as(operation.name())
                        .isEqualTo(403);
            }
        }
    }
}
