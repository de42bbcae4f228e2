package dev.rialto.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.cardcode.CodeBook;
import dev.rialto.channel.CardStock;
import dev.rialto.channel.CardTrade;
import dev.rialto.channel.ChannelFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RechargesIT {
    private static final Caller STRANGER = Caller.anonymous("t");
    private static final Caller WORKER = Caller.worker("t");
    private static final int GUESSES = 40;

    @TempDir
    static Path folder;

    static TestMall mall;
    static RechargeFixture fixture;
    static Recharges recharges;
    static FakeCards provider;
    static UUID channel;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder, FakeCards.class, HeldClock.class);
        fixture = new RechargeFixture(mall);
        recharges = mall.get(Recharges.class);
        channel = fixture.channels.channel;
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    @BeforeEach
    void aFreshProvider() {
        mall.execute("delete from throttle");
        mall.get(HeldClock.class).release();
        provider = mall.get(FakeCards.class);
        provider.asked().clear();
        provider.next().clear();
        provider.loseAnswers(false);
    }

    private static ErrorCode refusal(RechargeWish wish) {
        try {
            recharges.redeem(STRANGER, wish);
            throw new AssertionError("was not refused");
        } catch (DomainException refused) {
            return refused.code();
        }
    }

    @Test
    @Tag("E26")
    @Tag("E27")
    @Tag("E25")
    @Tag("E12")
    void aGoodCodeRechargesTheAccountOnceAndIsUsedUp() {
        CodeText code = fixture.code(channel);
        long before = fixture.channels.count("remaining", channel);
        RechargeWish wish = fixture.wish(channel, code.grouped());
        RechargeView done = recharges.redeem(STRANGER, wish);
        assertThat(done.state()).isEqualTo(RechargeView.State.DONE);
        assertThat(done.providerNumber()).isEqualTo("P-" + done.id());
        assertThat(fixture.state(code)).isEqualTo("used");
        assertThat(fixture.channels.count("remaining", channel)).isEqualTo(before - 1);
        assertThat(mall.get(CardStock.class)
                        .movements(ChannelFixture.owner(channel), channel, null, 1)
                        .items())
                .singleElement()
                .satisfies(used -> assertThat(used.about()).isEqualTo("recharge"));
        assertThat(provider.asked()).singleElement().satisfies(order -> {
            assertThat(order.requestId()).isEqualTo(done.id().toString());
            assertThat(order.account()).isEqualTo(wish.account());
        });
        List<String> steps = mall.get(RechargeSearch.class).steps(ChannelFixture.owner(channel), done.id()).stream()
                .map(step -> step.module() + " " + step.result())
                .toList();
        assertThat(steps)
                .containsExactly(
                        "web received",
                        "authority qualified",
                        "code held",
                        "inventory taken",
                        "provider done",
                        "code used");
    }

    @Test
    void theSameRequestAgainIsAnsweredAlikeAndAnotherUnderItsIdIsRefused() {
        RechargeWish wish = fixture.wish(channel, fixture.code(channel).text());
        RechargeView first = recharges.redeem(STRANGER, wish);
        assertThat(recharges.redeem(STRANGER, wish).id()).isEqualTo(first.id());
        assertThat(provider.asked()).hasSize(1);
        RechargeWish other = new RechargeWish(
                channel,
                null,
                wish.clientKey(),
                "Lee",
                wish.contact(),
                wish.account(),
                wish.proof(),
                wish.code(),
                null,
                null);
        assertThatThrownBy(() -> recharges.redeem(STRANGER, other)).hasMessageContaining("idempotency_key_reused");
    }

    @Test
    @Tag("E24")
    void aHundredAtOnceWithOneCodeRechargeOnce() throws Exception {
        CodeText code = fixture.code(channel);
        long before = fixture.channels.count("remaining", channel);
        List<RechargeWish> wishes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            wishes.add(fixture.wish(channel, code.text()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<Future<Boolean>> results = threads.invokeAll(wishes.stream()
                .<java.util.concurrent.Callable<Boolean>>map(wish -> () -> {
                    try {
                        return recharges.redeem(STRANGER, wish).state() == RechargeView.State.DONE;
                    } catch (DomainException refused) {
                        assertThat(refused.code()).isEqualTo(RechargeError.CODE_REFUSED);
                        return false;
                    }
                })
                .toList());
        threads.shutdown();
        int done = 0;
        for (Future<Boolean> result : results) {
            done += result.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(provider.asked()).hasSize(1);
        assertThat(fixture.channels.count("remaining", channel)).isEqualTo(before - 1);
    }

    @Test
    @Tag("E21")
    @Tag("E23")
    void everyFaultIsFoundInOrderLoggedAndChangesNothing() {
        UUID other = fixture.channels.subChannel;
        mall.get(CardStock.class)
                .setPrice(
                        ChannelFixture.owner(channel),
                        null,
                        new CardStock.Price(fixture.channels.product, ChannelFixture.won(1)));
        mall.get(CardStock.class)
                .buyFromAbove(
                        ChannelFixture.owner(other),
                        new CardTrade(null, fixture.channels.product, 5, ChannelFixture.won(1), ""));
        check(
                fixture.wish(
                        channel,
                        CodeText.random(new java.security.SecureRandom()).text()),
                "code_unknown");
        check(fixture.wish(channel, fixture.code(other).text()), "code_of_another_channel");
        check(fixture.wish(channel, fixture.code(channel, "void", "1 day").text()), "code_void");
        check(fixture.wish(channel, fixture.code(channel, "expired", "1 day").text()), "code_expired");
        check(fixture.wish(channel, fixture.code(channel, "assigned", "-1 day").text()), "code_expired");
        check(fixture.wish(channel, fixture.code(channel, "created", "1 day").text()), "code_not_handed_out");
        RechargeWish good = fixture.wish(channel, fixture.code(channel).text());
        recharges.redeem(STRANGER, good);
        check(fixture.wish(channel, good.code()), "code_used");
        assertThat(provider.asked()).hasSize(1);
    }

    private static void check(RechargeWish wish, String reason) {
        assertThat(refusal(wish)).isEqualTo(RechargeError.CODE_REFUSED);
        assertThat(fixture.logged(wish.clientKey())).isEqualTo(reason);
    }

    @Test
    @Tag("E21")
    void anAccountOfAnotherFormIsRefusedAtItsFieldAndTheCodeStaysGood() {
        CodeText code = fixture.code(channel);
        RechargeWish wish = fixture.wish(channel, code.text());
        RechargeWish wrong = new RechargeWish(
                channel,
                null,
                "wrong-account",
                "Kim",
                wish.contact(),
                "NOT AN ACCOUNT",
                wish.proof(),
                code.text(),
                null,
                null);
        assertThatThrownBy(() -> recharges.redeem(STRANGER, wrong))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting("field")
                        .containsExactly("account"));
        assertThat(recharges.redeem(STRANGER, wish).state()).isEqualTo(RechargeView.State.DONE);
    }

    @Test
    @Tag("E32")
    void aVerificationCodeWorksOnceAndOnlyTheLastOne() {
        String contact = RechargeFixture.contact();
        String first = fixture.proof(channel, contact);
        String second = fixture.proof(channel, contact);
        RechargeWish stale = fixture.wish(channel, fixture.code(channel).text(), contact, first);
        if (!first.equals(second)) {
            assertThat(refusal(stale)).isEqualTo(RechargeError.PROOF_REFUSED);
        }
        RechargeWish good = fixture.wish(channel, fixture.code(channel).text(), contact, second);
        assertThat(recharges.redeem(STRANGER, good).state()).isEqualTo(RechargeView.State.DONE);
        RechargeWish reused = fixture.wish(channel, fixture.code(channel).text(), contact, second);
        assertThat(refusal(reused)).isEqualTo(RechargeError.PROOF_REFUSED);
    }

    @Test
    @Tag("E32")
    void aVerificationCodeDiesAfterFiveWrongTriesAndNewOnesAreCounted() {
        String contact = RechargeFixture.contact();
        CodeText code = fixture.code(channel);
        String proof = fixture.proof(channel, contact);
        String wrong = proof.equals("111111") ? "222222" : "111111";
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(fixture.wish(channel, code.text(), contact, wrong)))
                    .isEqualTo(RechargeError.PROOF_REFUSED);
        }
        assertThat(refusal(fixture.wish(channel, code.text(), contact, proof))).isEqualTo(RechargeError.PROOF_REFUSED);
        fixture.proof(channel, contact);
        fixture.proof(channel, contact);
        assertThatThrownBy(() -> fixture.proof(channel, contact)).hasMessageContaining("too_many_proofs");
    }

    @Test
    @Tag("E3")
    void whatIsMissingOrIllFormedIsNamedAndNothingIsSentOn() {
        RechargeWish wish =
                new RechargeWish(channel, null, "ill", " ", "nobody", "", "12", "ABC", "198.51.100.1", null);
        assertThatThrownBy(() -> recharges.redeem(STRANGER, wish))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting("field")
                        .containsExactly("name", "account", "contact", "proof", "code"));
        assertThat(mall.value(Long.class, "select count(*) from recharge_request where client_key = 'ill'"))
                .isZero();
    }

    @Test
    @Tag("E28")
    void aRefusalOfTheProviderMakesCodeAndCardGoodAgain() {
        CodeText code = fixture.code(channel);
        long before = fixture.channels.count("remaining", channel);
        provider.next().add(new CardGateway.Answer.Refused("no such account"));
        RechargeView failed = recharges.redeem(STRANGER, fixture.wish(channel, code.text()));
        assertThat(failed.state()).isEqualTo(RechargeView.State.FAILED);
        assertThat(fixture.state(code)).isEqualTo("assigned");
        assertThat(fixture.channels.count("remaining", channel)).isEqualTo(before);
        assertThat(recharges
                        .redeem(STRANGER, fixture.wish(channel, code.text()))
                        .state())
                .isEqualTo(RechargeView.State.DONE);
    }

    @Test
    @Tag("E29")
    void aLostAnswerIsUnknownAndAskedAgainAndNeverRechargesTwice() {
        CodeText code = fixture.code(channel);
        provider.loseAnswers(true);
        RechargeView unknown = recharges.redeem(STRANGER, fixture.wish(channel, code.text()));
        assertThat(unknown.state()).isEqualTo(RechargeView.State.UNKNOWN);
        assertThat(refusal(fixture.wish(channel, code.text()))).isEqualTo(RechargeError.CODE_REFUSED);
        provider.loseAnswers(false);
        settle();
        assertThat(recharges.view(STRANGER, unknown.id()).state()).isEqualTo(RechargeView.State.DONE);
        assertThat(fixture.state(code)).isEqualTo("used");
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    @Tag("E29")
    void aRequestThatNeverArrivedIsSentAgainUnderItsId() {
        CodeText code = fixture.code(channel);
        provider.next().add(new CardGateway.Answer.Unknown("refused connection"));
        RechargeView unknown = recharges.redeem(STRANGER, fixture.wish(channel, code.text()));
        settle();
        assertThat(recharges.view(STRANGER, unknown.id()).state()).isEqualTo(RechargeView.State.DONE);
        assertThat(provider.asked())
                .extracting(CardGateway.Order::requestId)
                .containsOnly(unknown.id().toString());
    }

    private static void settle() {
        mall.execute("update recharge_request set next_at = now() - interval '1 second' where next_at is not null");
        assertThat(recharges.settleUnknown(WORKER, 50)).isPositive();
        assertThat(recharges.settleUnknown(WORKER, 50)).isZero();
    }

    @Test
    @Tag("E25")
    void withoutACardNobodyIsAsked() {
        UUID lone = fixture.channels.stranger();
        fixture.channels.cards(lone, 1);
        CodeText code = fixture.code(lone);
        mall.get(CardStock.class)
                .withdraw(
                        ChannelFixture.operator(),
                        new CardTrade(lone, fixture.channels.product, 1, ChannelFixture.won(0), "recall"));
        assertThat(refusal(fixture.wish(lone, code.text()))).isEqualTo(RechargeError.NO_CARD);
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    @Tag("E33")
    void randomTriesHitNothingAndTheSourceIsBlocked() {
        java.security.SecureRandom random = new java.security.SecureRandom();
        mall.get(HeldClock.class).hold();
        int blocked = 0;
        for (int i = 0; i < GUESSES; i++) {
            RechargeWish guess = new RechargeWish(
                    channel,
                    null,
                    "guess-" + i,
                    "Eve",
                    "eve@example.test",
                    "viewer." + i,
                    "123456",
                    CodeText.random(random).text(),
                    "203.0.113.66",
                    null);
            blocked += refusal(guess) == RechargeError.TOO_MANY_TRIES ? 1 : 0;
        }
        assertThat(blocked).isEqualTo(GUESSES - Recharges.TRIES);
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    @Tag("E33")
    void whoeverSolvesTheRiddleMayTryOnAndEachSolutionWorksOnce() {
        Challenge challenge = mall.get(Challenge.class);
        String solution = Riddles.solve(challenge.next());
        assertThat(challenge.isSolved(WORKER, solution)).isTrue();
        assertThat(challenge.isSolved(WORKER, solution)).isFalse();
        assertThat(challenge.isSolved(WORKER, challenge.next() + ":0")).isFalse();
        assertThat(challenge.isSolved(WORKER, "nonsense")).isFalse();
        RechargeWish wrong = fixture.wish(
                channel, CodeText.random(new java.security.SecureRandom()).text());
        for (int i = 0; i < Recharges.TRIES; i++) {
            refusal(again(wrong, "t" + i, null));
        }
        assertThat(refusal(again(wrong, "blocked", null))).isEqualTo(RechargeError.TOO_MANY_TRIES);
        assertThat(refusal(again(wrong, "solved", Riddles.solve(challenge.next()))))
                .isEqualTo(RechargeError.CODE_REFUSED);
    }

    @Test
    @Tag("E23")
    void anAddressBeyondItsTriesCostsTheDatabaseNothingUntilTheyAreCountedAnew() {
        HeldClock clock = mall.get(HeldClock.class);
        clock.hold();
        RechargeWish wrong = fixture.wish(
                channel, CodeText.random(new java.security.SecureRandom()).text());
        for (int i = 0; i <= Recharges.TRIES; i++) {
            refusal(from("203.0.113.8", wrong, "t" + i));
        }
        assertThat(mall.statementsOf(() -> assertThat(refusal(from("203.0.113.8", wrong, "barred")))
                        .isEqualTo(RechargeError.TOO_MANY_TRIES)))
                .isEmpty();
        clock.move(Recharges.WINDOW);
        assertThat(refusal(from("203.0.113.8", wrong, "anew"))).isNotEqualTo(RechargeError.TOO_MANY_TRIES);
    }

    @Test
    @Tag("E23")
    void anAccountThatOthersTryTooOftenBarsNobodysAddress() {
        RechargeWish wrong = fixture.wish(
                channel, CodeText.random(new java.security.SecureRandom()).text());
        for (int i = 0; i < Recharges.TRIES; i++) {
            refusal(from("203.0.113." + (100 + i), wrong, "t" + i));
        }
        assertThat(refusal(from("203.0.113.9", wrong, "beyond"))).isEqualTo(RechargeError.TOO_MANY_TRIES);
        RechargeWish own = fixture.wish(channel, fixture.code(channel).text());
        assertThat(recharges.redeem(STRANGER, from("203.0.113.9", own, "own")).state())
                .isEqualTo(RechargeView.State.DONE);
    }

    @Test
    @Tag("E23")
    @Tag("E33")
    void whileManyGuessAnAddressHasOneTryAndThenSolvesTheRiddleForEach() {
        HeldClock clock = mall.get(HeldClock.class);
        clock.hold();
        int most = mall.get(RechargeSettings.class).wrongCodesPerMinute();
        for (int i = 0; i <= most; i++) {
            assertThat(refusal(guess("198.51." + i / 200 + "." + i % 200))).isEqualTo(RechargeError.PROOF_REFUSED);
        }
        assertThat(refusal(guess("203.0.113.20"))).isEqualTo(RechargeError.PROOF_REFUSED);
        assertThat(refusal(guess("203.0.113.20"))).isEqualTo(RechargeError.TOO_MANY_TRIES);
        RechargeWish own = fixture.wish(channel, fixture.code(channel).text());
        String solution = Riddles.solve(mall.get(Challenge.class).next());
        assertThat(recharges
                        .redeem(STRANGER, tried(own, "solved", "203.0.113.20", solution))
                        .state())
                .isEqualTo(RechargeView.State.DONE);
        RechargeWish first = fixture.wish(channel, fixture.code(channel).text());
        assertThat(recharges
                        .redeem(STRANGER, from("203.0.113.21", first, "first"))
                        .state())
                .isEqualTo(RechargeView.State.DONE);
        clock.move(Duration.ofMinutes(2));
        for (int i = 0; i < Recharges.TRIES; i++) {
            assertThat(refusal(guess("203.0.113.22"))).isEqualTo(RechargeError.PROOF_REFUSED);
        }
    }

    private static RechargeWish guess(String address) {
        String one = UUID.randomUUID().toString();
        return new RechargeWish(
                channel,
                null,
                one,
                "Eve",
                "eve@example.test",
                "viewer." + one.substring(0, 8),
                "123456",
                CodeText.random(new java.security.SecureRandom()).text(),
                address,
                null);
    }

    private static RechargeWish again(RechargeWish wish, String key, String solution) {
        return tried(wish, key, "203.0.113.7", solution);
    }

    private static RechargeWish from(String address, RechargeWish wish, String key) {
        return tried(wish, key, address, null);
    }

    private static RechargeWish tried(RechargeWish wish, String key, String address, String solution) {
        return new RechargeWish(
                channel,
                null,
                wish.clientKey() + key,
                wish.name(),
                wish.contact(),
                wish.account(),
                wish.proof(),
                wish.code(),
                address,
                solution);
    }

    @Test
    void aRedemptionTakesAtMostSixStatements() {
        recharges.redeem(STRANGER, fixture.wish(channel, fixture.code(channel).text()));
        RechargeWish wish = fixture.wish(channel, fixture.code(channel).text());
        List<String> statements = mall.statementsOf(() -> recharges.redeem(STRANGER, wish));
        assertThat(statements).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    @Tag("E4")
    @Tag("E31")
    @Tag("E35")
    void aCaseIsFoundByCodeAccountOrNumberInItsOwnTreeAlone() {
        CodeText code = fixture.code(channel);
        RechargeWish wish = fixture.wish(channel, code.text());
        UUID id = recharges.redeem(STRANGER, wish).id();
        RechargeSearch search = mall.get(RechargeSearch.class);
        String number = dev.rialto.kernel.Ids.external("recharge", id);
        for (String text : List.of(code.lastFour(), wish.account(), number)) {
            RechargeSearch.Filter filter = new RechargeSearch.Filter(null, text, null, null, 10);
            assertThat(search.list(ChannelFixture.owner(channel), filter).items())
                    .extracting(RechargeSearch.Line::id)
                    .contains(id);
            assertThat(search.list(ChannelFixture.owner(fixture.channels.subChannel), filter)
                            .items())
                    .isEmpty();
            assertThat(search.list(ChannelFixture.owner(fixture.channels.stranger()), filter)
                            .items())
                    .isEmpty();
        }
        assertThat(search.view(ChannelFixture.owner(channel), id).account())
                .contains("•")
                .doesNotContain(wish.account());
        assertThatThrownBy(() -> search.view(ChannelFixture.owner(fixture.channels.subChannel), id))
                .hasMessageContaining("recharge_not_found");
    }

    @Test
    @Tag("E30")
    void aChannelSeesWhichSoldCardsWereRechargedAndWhichWereNot() {
        CodeBook codes = mall.get(CodeBook.class);
        RechargeSearch search = mall.get(RechargeSearch.class);
        CodeText waiting = fixture.code(channel);
        UUID id = UUID.fromString(fixture.column("id", waiting));
        codes.sell(ChannelFixture.owner(channel), id);
        assertThat(search.sold(
                                ChannelFixture.owner(channel),
                                new RechargeSearch.SoldFilter(RechargeSearch.Which.NOT_RECHARGED, null, null, 100))
                        .items())
                .extracting(RechargeSearch.Sold::codeId)
                .contains(id);
        RechargeWish wish = fixture.wish(channel, waiting.text());
        recharges.redeem(STRANGER, wish);
        assertThat(search.sold(
                                ChannelFixture.owner(channel),
                                new RechargeSearch.SoldFilter(RechargeSearch.Which.RECHARGED, null, null, 100))
                        .items())
                .filteredOn(row -> row.codeId().equals(id))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.rechargedAt()).isNotNull();
                    assertThat(row.account()).contains("•");
                });
        assertThat(search.sold(
                                ChannelFixture.owner(channel),
                                new RechargeSearch.SoldFilter(RechargeSearch.Which.NOT_RECHARGED, null, null, 100))
                        .items())
                .extracting(RechargeSearch.Sold::codeId)
                .doesNotContain(id);
    }

    @Test
    @Tag("E34")
    void illegalChangesAreRefusedAndLegalOnesLogged() {
        CodeBook codes = mall.get(CodeBook.class);
        CodeText code = fixture.code(channel);
        UUID id = UUID.fromString(fixture.column("id", code));
        Caller owner = ChannelFixture.owner(channel);
        long free = fixture.channels.count("free", channel);
        codes.sell(owner, id);
        codes.takeOut(owner, id, "lost in the post");
        assertThat(fixture.channels.count("free", channel)).isEqualTo(free + 1);
        assertThatThrownBy(() -> codes.sell(owner, id)).hasMessageContaining("code_state");
        assertThatThrownBy(() -> codes.takeOut(owner, id, "again")).hasMessageContaining("code_state");
        assertThatThrownBy(() -> codes.takeOut(owner, id, " ")).hasMessageContaining("reason");
        assertThat(codes.events(owner, id)).extracting(CodeBook.Event::became).containsExactly("sold", "void");
        assertThatThrownBy(() -> codes.takeOut(ChannelFixture.owner(fixture.channels.subChannel), id, "not mine"))
                .hasMessageContaining("code_not_found");
        assertThat(codes.list(owner, new CodeBook.Filter(CodeState.VOID, code.lastFour(), null, null, null, 5))
                        .items())
                .extracting(CodeBook.View::id)
                .contains(id);
    }

    @Test
    @Tag("E34")
    void codesWhoseTimeIsOverExpireAndTheirCardsAreFreeAgain() {
        UUID lone = fixture.channels.stranger();
        fixture.channels.cards(lone, 2);
        CodeText late = fixture.code(lone, "assigned", "-1 minute");
        fixture.code(lone);
        assertThat(fixture.channels.count("free", lone)).isZero();
        mall.get(CodeBook.class).expire(WORKER, 1000);
        assertThat(fixture.state(late)).isEqualTo("expired");
        assertThat(fixture.channels.count("free", lone)).isEqualTo(1);
    }

    @Test
    @Tag("E33")
    void neitherCodeNorAccountStandsInTheDatabase() {
        CodeText code = fixture.code(channel);
        RechargeWish wish = fixture.wish(channel, code.text());
        UUID id = recharges.redeem(STRANGER, wish).id();
        String rows = mall.value(
                        String.class,
                        "select string_agg(c::text, ' ') from recharge_code c where last_four = ?",
                        code.lastFour())
                + mall.value(
                        String.class,
                        "select r::text || p::text from recharge_request r join recharge_person p on "
                                + "p.request_id = r.id where r.id = ?",
                        id);
        assertThat(rows)
                .doesNotContain(code.text())
                .doesNotContain(wish.account())
                .doesNotContain("Kim");
    }
}
