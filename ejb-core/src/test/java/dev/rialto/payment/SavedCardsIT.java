package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.membership.PersonalFile;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import dev.rialto.savedcard.SavedCardView;
import dev.rialto.savedcard.SavedCards;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("D13")
class SavedCardsIT {
    private static final Caller WORKER = Caller.worker("test");

    @TempDir
    static Path folder;

    static TestMall mall;
    static Shop shop;
    static PaymentDesk desk;
    static SavedCards cards;
    static FakeGateway gateway;

    @BeforeAll
    static void open() {
        FakeGateway.prefer();
        mall = TestMall.empty(folder, FakeGateway.class);
        shop = new Shop(mall);
        desk = mall.get(PaymentDesk.class);
        cards = mall.get(SavedCards.class);
        gateway = mall.get(FakeGateway.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static Caller member() {
        UUID account = Ids.next();
        mall.execute(
                "insert into account (id, subject, state, created_at) values (?, ?, 'active', now())",
                account,
                account.toString());
        mall.execute(
                "insert into person (account_id, email, name, language) values (?, ?, 'Kim', 'ko')",
                account,
                account + "@example.test");
        return Caller.shopper(account, null, "test");
    }

    /** A card payment whose page is open; the payer may let the card be kept. */
    private static UUID opened(@Nullable UUID payer) {
        UUID payment = desk.prepare(
                WORKER,
                new PreparePayment(
                        PreparePayment.Paid.CHECKOUT,
                        shop.checkout(),
                        PaymentMethod.CARD,
                        shop.site,
                        new Money(12_000, "KRW"),
                        "https://mall.test/checkout/pay/{payment}",
                        "ko",
                        payer));
        desk.start(WORKER, payment);
        return payment;
    }

    private static String request(UUID payment) {
        return Ids.external("pay", payment);
    }

    /** The member pays and lets the card be kept. */
    private static UUID kept(Caller member) {
        UUID payment = opened(member.signedIn().orElseThrow());
        gateway.approveAndKeep(request(payment));
        desk.ask(WORKER, payment);
        return payment;
    }

    private static SavedCardView saved(Caller member) {
        kept(member);
        cards.settle(WORKER, 10);
        return cards.mine(member).get(0);
    }

    private static long number(String sql, Object... arguments) {
        return mall.value(Long.class, sql, arguments);
    }

    @Test
    @Tag("A28")
    void aCardIsKeptByTokenAndNothingOfThePaymentNamesItsMemberAfterwards() {
        Caller member = member();
        kept(member);
        assertThat(cards.mine(member)).isEmpty();
        cards.settle(WORKER, 10);
        assertThat(cards.mine(member)).singleElement().satisfies(card -> {
            assertThat(card.brand()).isEqualTo("visa");
            assertThat(card.lastFour()).isEqualTo("4242");
            assertThat(card.expiresOn()).isEqualTo(LocalDate.of(2034, 12, 31));
        });
        assertThat(number(
                        "select count(*) from card_offer where account_id = ?",
                        member.signedIn().orElseThrow()))
                .isZero();
    }

    @Test
    void theNextPageOfTheSameMemberNamesThePayerToTheGateway() {
        Caller member = member();
        UUID first = kept(member);
        cards.settle(WORKER, 10);
        assertThat(gateway.page(request(first)).payer()).isEqualTo(new HostedPayment.Payer(null));
        UUID second = opened(member.signedIn().orElseThrow());
        assertThat(gateway.page(request(second)).payer()).isEqualTo(new HostedPayment.Payer("cus_1"));
    }

    @Test
    void aGuestIsOfferedNothing() {
        UUID payment = opened(null);
        assertThat(gateway.page(request(payment)).payer()).isNull();
        assertThat(number("select count(*) from card_offer where payment_id = ?", payment))
                .isZero();
    }

    @Test
    void aMemberWhoDoesNotTickKeepsNothingAndIsNotAskedAboutAgain() {
        Caller member = member();
        UUID payment = opened(member.signedIn().orElseThrow());
        gateway.approve(request(payment));
        desk.ask(WORKER, payment);
        cards.settle(WORKER, 10);
        mall.get(MallClock.class).advance(Duration.ofMinutes(5));
        cards.settle(WORKER, 10);
        assertThat(cards.mine(member)).isEmpty();
        assertThat(gateway.calls().stream().filter(("card " + request(payment))::equals))
                .hasSize(1);
    }

    @Test
    void aGatewayThatDoesNotAnswerIsAskedAgain() {
        Caller member = member();
        kept(member);
        gateway.next(FakeGateway.Trouble.LOSE_ANSWER);
        cards.settle(WORKER, 10);
        assertThat(cards.mine(member)).isEmpty();
        mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        cards.settle(WORKER, 10);
        assertThat(cards.mine(member)).hasSize(1);
    }

    @Test
    void theOfferOfAPaymentThatWasGivenUpIsForgotten() {
        UUID payment = opened(member().signedIn().orElseThrow());
        desk.voidApproval(WORKER, payment, "sold out");
        cards.settle(WORKER, 10);
        assertThat(number("select count(*) from card_offer where payment_id = ?", payment))
                .isZero();
    }

    @Test
    void aRemovedCardIsGoneAtOnceAndFromTheGatewayOnceItAnswers() {
        Caller member = member();
        SavedCardView card = saved(member);
        gateway.next(FakeGateway.Trouble.LOSE_ANSWER);
        cards.remove(member, card.id());
        assertThat(cards.mine(member)).isEmpty();
        mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        cards.settle(WORKER, 10);
        assertThat(number("select count(*) from saved_card where id = ?", card.id()))
                .isZero();
        int told = gateway.calls().size();
        cards.remove(member, card.id());
        assertThat(gateway.calls()).hasSize(told);
    }

    @Test
    void nobodySeesOrRemovesSomebodyElsesCard() {
        Caller member = member();
        SavedCardView card = saved(member);
        Caller stranger = member();
        assertThat(cards.mine(stranger)).isEmpty();
        cards.remove(stranger, card.id());
        assertThat(cards.mine(member)).containsExactly(card);
        assertThatThrownBy(() -> cards.mine(Caller.anonymous("test"))).isInstanceOf(DomainException.class);
    }

    @Test
    void theCardsOfAnErasedMemberAreForgottenHereAndAtTheGateway() {
        Caller member = member();
        SavedCardView card = saved(member);
        UUID left = opened(member.signedIn().orElseThrow());
        mall.get(PersonalFile.class).erase(WORKER, member.signedIn().orElseThrow());
        cards.settle(WORKER, 10);
        assertThat(number("select count(*) from saved_card where id = ?", card.id()))
                .isZero();
        assertThat(number("select count(*) from card_offer where payment_id = ?", left))
                .isZero();
        assertThat(gateway.calls()).anyMatch(call -> call.startsWith("forget card_pay_"));
    }
}
