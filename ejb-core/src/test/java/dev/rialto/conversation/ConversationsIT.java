package dev.rialto.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.order.PlacedOrder;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;
    static Conversations talks;

    private Caller buyer;
    private Caller seller;
    private Caller operator;
    private PlacedOrder order;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        talks = shop.mall.get(Conversations.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void buy() {
        buyer = shop.guest();
        seller = staff(shop.first);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
        order = shop.buy(buyer, shop.variant(10_000, 3), 1);
    }

    @Test
    void buyerAndSellerTalkAboutAnOrderAndUnreadIsCounted() {
        say(buyer, "When does it come?");
        say(buyer, "Tomorrow?");
        ConversationSummary listed = list(seller).get(0);
        assertThat(listed.unread()).isEqualTo(2);
        assertThat(listed.answerDueAt()).isNotNull();

        assertThat(talks.view(seller, listed.id()).unread()).isEqualTo(2);
        assertThat(list(seller).get(0).unread()).isZero();
        say(seller, "Tomorrow it is.");

        assertThat(list(seller).get(0).answerDueAt()).isNull();
        ConversationView read = of(buyer);
        assertThat(read.unread()).isEqualTo(1);
        assertThat(read.messages())
                .extracting(ConversationView.Message::author, ConversationView.Message::body)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Side.BUYER, "When does it come?"),
                        org.assertj.core.groups.Tuple.tuple(Side.BUYER, "Tomorrow?"),
                        org.assertj.core.groups.Tuple.tuple(Side.SELLER, "Tomorrow it is."));
        assertThat(of(buyer).unread()).isZero();
    }

    @Test
    void whoHoldsTheKeyOfTheMailWritesToo() {
        Caller byKey = Caller.shopper(null, order.key(), "test");
        say(byKey, "From another browser");
        assertThat(of(buyer).messages()).hasSize(1);
    }

    @Test
    void thirdSellersAndThirdBuyersSeeAndDoNothing() {
        say(buyer, "For the first seller only");
        UUID part = of(buyer).subOrderId();
        UUID id = list(seller).get(0).id();
        Caller otherSeller = staff(shop.second);
        for (Caller other : List.of(shop.guest(), shop.member(), Caller.shopper(null, Tokens.next(), "test"))) {
            assertThat(talks.ofOrder(other, order.number())).isEmpty();
            refused(() -> talks.write(other, part, "hello"), "conversation_not_found");
            refused(() -> talks.dispute(other, part, "hello"), "conversation_not_found");
        }
        assertThat(talks.list(otherSeller, all()).items())
                .noneMatch(found -> found.id().equals(id));
        refused(() -> talks.view(otherSeller, id), "conversation_not_found");
        refused(() -> talks.write(otherSeller, part, "hello"), "conversation_not_found");
        assertThat(shop.mall.value(
                        Integer.class, "select count(*) from conversation_message where conversation_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void nothingSaidIsChangedOrDeleted() {
        say(buyer, "As it was");
        refusedByTheDatabase("update conversation_message set body = 'other'");
        refusedByTheDatabase("delete from conversation_message");
        refusedByTheDatabase("delete from conversation");
    }

    private static void refusedByTheDatabase(String sql) {
        assertThatThrownBy(() -> shop.mall.execute(sql)).hasStackTraceContaining("permission denied");
    }

    @Test
    void textsAreCleanedAndBadOnesRefusedByName() {
        UUID part = of(buyer).subOrderId();
        refused(() -> talks.write(buyer, part, " \n\t "), "message required");
        refused(() -> talks.write(buyer, part, "x".repeat(2_001)), "message too_long");
        refused(() -> talks.write(buyer, part, "my card: 4242 4242-4242 4242"), "message card_number");
        refused(() -> talks.dispute(buyer, part, ""), "reason required");
        assertThat(of(buyer).id()).isNull();
        talks.write(buyer, part, "  a\u0007b\r\n\r\n\r\n\r\nc\u202Ed <b>&amp;</b>  ");
        assertThat(of(buyer).messages().get(0).body()).isEqualTo("ab\n\ncd <b>&amp;</b>");
    }

    @Test
    void operatorsAreMailedAboutADispute() {
        UUID account = shop.member().account();
        shop.mall.execute(
                "insert into person (account_id, email, name, language) values (?, 'op@example.test', 'Op', 'ko')",
                account);
        shop.mall.execute("insert into mall_staff values (?, 'operator', now())", account);
        UUID viewer = shop.member().account();
        shop.mall.execute(
                "insert into person (account_id, email, name, language) values (?, 'looks@example.test', 'Eye', 'ko')",
                viewer);
        shop.mall.execute("insert into mall_staff values (?, 'viewer', now())", viewer);
        talks.dispute(buyer, of(buyer).subOrderId(), "It is broken");
        assertThat(shop.mall.value(
                        String.class,
                        "select string_agg(m.recipient, ',') from mail m join outbox o on o.id = m.outbox_id"
                                + " where o.kind = 'mail.conversation_dispute' and m.text_body like '%/messages/%'"
                                + " and o.subject_id in (select id from conversation where order_id = ?)"
                                + " and m.recipient like '%@example.test' and m.recipient <> 'kim@example.test'"
                                + " and m.recipient not in (select email from seller)",
                        order.id()))
                .isEqualTo("op@example.test");
        shop.mall.execute("delete from mall_staff");
    }

    @Test
    void aBurstIsMailedOnceToTheOtherSide() {
        say(buyer, "one");
        say(buyer, "two");
        assertThat(mails("conversation_message")).isEqualTo(1);
        shop.mall.get(MallClock.class).advance(Duration.ofMinutes(61));
        say(buyer, "still there?");
        assertThat(mails("conversation_message")).isEqualTo(2);
        say(seller, "Yes.");
        assertThat(mails("conversation_message")).isEqualTo(3);
        assertThat(lastMail()).contains(order.key(), order.number()).doesNotContain("Yes.");
    }

    @Test
    void tooManyMessagesWithinAnHourAreRefused() {
        UUID part = of(buyer).subOrderId();
        for (int i = 0; i < 30; i++) {
            talks.write(buyer, part, "message " + i);
        }
        refused(() -> talks.write(buyer, part, "one more"), "too_many_messages");
        say(seller, "I can still answer");
    }

    @Test
    void aDisputeIsDecidedByTheMallWithAReasonAndEndsIt() {
        say(buyer, "It came broken");
        talks.dispute(buyer, of(buyer).subOrderId(), "The seller does not answer");
        refused(() -> talks.dispute(seller, of(buyer).subOrderId(), "me too"), "already_disputed");
        say(operator, "Seller, what do you say?");
        say(seller, "It left us whole");
        UUID id = list(seller).get(0).id();
        ConversationView read = talks.view(operator, id);
        assertThat(read.state()).isEqualTo(ConversationState.DISPUTED);
        refused(() -> talks.decide(seller, new Decision(id, Side.SELLER, "mine", read.version())), "not_permitted");
        refused(
                () -> talks.decide(operator, new Decision(id, Side.BUYER, "x", read.version() - 1)),
                "conversation_changed");
        refused(() -> talks.decide(operator, new Decision(id, Side.BUYER, " ", read.version())), "reason required");

        talks.decide(operator, new Decision(id, Side.BUYER, "The pictures show the damage", read.version()));

        ConversationView over = of(buyer);
        assertThat(over.state()).isEqualTo(ConversationState.DECIDED);
        assertThat(over.decidedFor()).isEqualTo(Side.BUYER);
        assertThat(over.messages())
                .extracting(ConversationView.Message::kind)
                .endsWith(ConversationView.Kind.MESSAGE, ConversationView.Kind.DECISION);
        assertThat(over.messages().get(4).accountId()).isEqualTo(operator.account());
        assertThat(mails("conversation_decision")).isEqualTo(2);
        refused(() -> say(buyer, "but"), "conversation_closed");
        refused(() -> say(seller, "but"), "conversation_closed");
        refused(() -> talks.decide(operator, new Decision(id, Side.BUYER, "x", read.version())), "not_disputed");
    }

    @Test
    void theListIsSearchedByStateNumberAndName() {
        say(buyer, "hello");
        String number = of(buyer).number();
        assertThat(found(new ConversationFilter(null, true, number.toLowerCase(java.util.Locale.ROOT), null, 10)))
                .containsExactly(number);
        assertThat(found(new ConversationFilter(ConversationState.DISPUTED, false, number, null, 10)))
                .isEmpty();
        assertThat(found(new ConversationFilter(null, false, "kim", null, 10))).contains(number);
        refused(() -> talks.list(operator, new ConversationFilter(null, false, null, "x", 10)), "cursor");
        refused(() -> talks.list(operator, new ConversationFilter(null, false, null, null, 0)), "limit");
        refused(() -> talks.list(Caller.operator(null, java.util.Set.of(), "test"), all()), "not_permitted");
        assertThat(shop.mall.statementsOf(() -> talks.list(operator, all()))).hasSize(1);
    }

    private List<String> found(ConversationFilter filter) {
        return talks.list(operator, filter).items().stream()
                .map(ConversationSummary::number)
                .toList();
    }

    private ConversationView of(Caller who) {
        return talks.ofOrder(who, order.number()).get(0);
    }

    private void say(Caller who, String text) {
        talks.write(who, of(buyer).subOrderId(), text);
    }

    private List<ConversationSummary> list(Caller staff) {
        return talks.list(staff, all()).items();
    }

    private static ConversationFilter all() {
        return new ConversationFilter(null, false, null, null, 200);
    }

    private static Caller staff(UUID tenant) {
        return Caller.tenant(tenant, Ids.next(), Permissions.SELLER_STAFF, "test");
    }

    private int mails(String kind) {
        return shop.mall.value(
                Integer.class,
                "select count(*) from outbox o join conversation c on c.id = o.subject_id"
                        + " where o.kind = ? and c.order_id = ?",
                "mail." + kind,
                order.id());
    }

    private String lastMail() {
        return shop.mall.value(
                String.class,
                "select m.text_body from mail m join outbox o on o.id = m.outbox_id"
                        + " join conversation c on c.id = o.subject_id where c.order_id = ? order by o.id desc limit 1",
                order.id());
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, refusal -> {
            String said = refusal.code().code() + " "
                    + refusal.fields().stream()
                            .map(field -> field.field() + " " + field.code())
                            .toList();
            assertThat(said).contains(words);
        });
    }
}
