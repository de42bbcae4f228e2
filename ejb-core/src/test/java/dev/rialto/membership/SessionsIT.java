package dev.rialto.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.SiteFixture;
import dev.rialto.seller.StaffView;
import dev.rialto.staff.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsIT {
    private static final Caller WORKER = Caller.worker("t");
    private static final Caller NOBODY = Caller.anonymous("t");

    @TempDir
    static Path folder;

    static TestMall mall;
    static UUID site;
    static Sessions sessions;
    static Acting acting;
    static UUID shopper;
    static int place;

    /** Hears who signed in. */
    @ApplicationScoped
    public static class Ear {
        final List<SignedInEvent> heard = new ArrayList<>();

        void hear(@Observes SignedInEvent event) {
            heard.add(event);
        }

        List<SignedInEvent> all() {
            return heard;
        }
    }

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder, Ear.class);
        site = SiteFixture.mall(mall);
        sessions = mall.get(Sessions.class);
        acting = mall.get(Acting.class);
        shopper = MemberFixture.member(mall, "mina@example.test");
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    /** Each test comes from an address of its own, so that tries do not add up. */
    @BeforeEach
    void moveOn() {
        place++;
    }

    private static SignIn shop(String email, String password) {
        return new SignIn(email, password, SessionView.Kind.SHOPPER, site, null, "198.51.100." + place, "Firefox");
    }

    private static SignIn console(String email, String password) {
        return new SignIn(email, password, SessionView.Kind.STAFF, null, null, "198.51.100." + place, "Firefox");
    }

    private static Optional<SessionView> resolve(String token) {
        return sessions.resolve(WORKER, token);
    }

    private static String code(Runnable work) {
        try {
            work.run();
        } catch (DomainException e) {
            return e.code().code();
        }
        return "none";
    }

    @Test
    @Tag("A27")
    void signingInGivesATokenThatStandsForTheMember() {
        SignedIn done = sessions.signIn(NOBODY, shop(" Mina@Example.test ", MemberFixture.PASSWORD));
        SessionView session = resolve(done.token()).orElseThrow();
        assertThat(session.accountId()).isEqualTo(shopper);
        assertThat(session.name()).isEqualTo("Kim Mina");
        assertThat(session.caller(done.token(), "t").role()).isEqualTo(Caller.Role.SHOPPER);
    }

    @Test
    void theGuestsTokenEndsAndItsCartIsAnnouncedToMove() {
        String guest = sessions.startGuest(NOBODY, site);
        SignIn signIn = new SignIn(
                "mina@example.test",
                MemberFixture.PASSWORD,
                SessionView.Kind.SHOPPER,
                site,
                guest,
                "198.51.100." + place,
                "Firefox");
        String token = sessions.signIn(NOBODY, signIn).token();
        assertThat(token).isNotEqualTo(guest);
        assertThat(resolve(guest)).isEmpty();
        assertThat(mall.get(Ear.class).all()).anySatisfy(event -> {
            assertThat(event.oldToken()).isEqualTo(guest);
            assertThat(event.accountId()).isEqualTo(shopper);
        });
    }

    @Test
    @Tag("D24")
    void unknownAddressAndWrongPasswordGetTheSameAnswer() {
        assertThat(code(() -> sessions.signIn(NOBODY, shop("nobody@example.test", "whatever it is"))))
                .isEqualTo("sign_in_refused");
        assertThat(code(() -> sessions.signIn(NOBODY, shop("mina@example.test", "whatever it is"))))
                .isEqualTo("sign_in_refused");
        assertThat(code(() -> sessions.signIn(NOBODY, shop("<script>", "")))).isEqualTo("sign_in_refused");
    }

    @Test
    @Tag("D24")
    void triesFromOneAddressAreLimitedToFiveAMinute() {
        for (int i = 0; i < 5; i++) {
            String email = "u" + i + "@example.test";
            assertThat(code(() -> sessions.signIn(NOBODY, shop(email, "guess number one"))))
                    .isEqualTo("sign_in_refused");
        }
        assertThat(code(() -> sessions.signIn(NOBODY, shop("mina@example.test", MemberFixture.PASSWORD))))
                .isEqualTo("too_many_tries");
        mall.get(MallClock.class).advance(Duration.ofSeconds(61));
        assertThat(code(() -> sessions.signIn(NOBODY, shop("mina@example.test", MemberFixture.PASSWORD))))
                .isEqualTo("none");
    }

    @Test
    @Tag("D24")
    void failuresSlowDownTheGuesserAndNotTheVictim() {
        String guesser = "203.0.113.7";
        for (int i = 0; i < 9; i++) {
            mall.get(MallClock.class).advance(Duration.ofMinutes(2));
            SignIn guess = new SignIn(
                    "mina@example.test", "guess " + i, SessionView.Kind.SHOPPER, site, null, guesser, "curl");
            assertThat(code(() -> sessions.signIn(NOBODY, guess))).isEqualTo("sign_in_refused");
        }
        SignIn right = new SignIn(
                "mina@example.test", MemberFixture.PASSWORD, SessionView.Kind.SHOPPER, site, null, guesser, "curl");
        mall.get(MallClock.class).advance(Duration.ofSeconds(20));
        assertThat(code(() -> sessions.signIn(NOBODY, right))).isEqualTo("too_many_tries");
        assertThat(code(() -> sessions.signIn(NOBODY, shop("mina@example.test", MemberFixture.PASSWORD))))
                .isEqualTo("none");
    }

    @Test
    @Tag("D23")
    void aShoppersRightPasswordDoesNotOpenTheConsole() {
        assertThat(code(() -> sessions.signIn(NOBODY, console("mina@example.test", MemberFixture.PASSWORD))))
                .isEqualTo("sign_in_refused");
    }

    @Test
    @Tag("D22")
    void anOperatorActsForTheMallAndForASellerWhenHeSaysSo() {
        UUID operator = MemberFixture.member(mall, "operator@example.test");
        mall.execute("insert into mall_staff values (?, 'operator', now())", operator);
        UUID seller = SiteFixture.seller(mall, "Chosen seller");
        String token = sessions.signIn(NOBODY, console("operator@example.test", MemberFixture.PASSWORD))
                .token();
        Caller caller = resolve(token).orElseThrow().caller(token, "t");
        assertThat(caller.role()).isEqualTo(Caller.Role.MALL);
        assertThat(caller.may("seller.approve")).isTrue();
        acting.begin(caller.asWorker(), token, Optional.of(seller));
        Caller acting = resolve(token).orElseThrow().caller(token, "t");
        assertThat(acting.tenant()).isEqualTo(seller);
        assertThat(acting.account()).isEqualTo(operator);
    }

    @Test
    @Tag("D3")
    void staffOfASellerActForItAndForNoOther() {
        UUID worker = MemberFixture.member(mall, "staff@example.test");
        UUID seller = SiteFixture.seller(mall, "Employer");
        UUID other = SiteFixture.seller(mall, "Other employer");
        mall.execute("insert into seller_staff values (?, ?, 'staff', now())", seller, worker);
        String token = sessions.signIn(NOBODY, console("staff@example.test", MemberFixture.PASSWORD))
                .token();
        SessionView session = resolve(token).orElseThrow();
        Caller caller = session.caller(token, "t");
        assertThat(caller.tenant()).isEqualTo(seller);
        assertThat(caller.may("staff.edit")).isFalse();
        assertThatThrownBy(() -> acting.begin(caller.asWorker(), token, Optional.of(other)))
                .hasMessageContaining("member_not_found");
        assertThat(session.staff()).extracting(StaffView::mallRole).isNull();
    }

    @Test
    @Tag("D3")
    void whoeverIsStaffNoMoreIsOutAtOnce() {
        UUID worker = MemberFixture.member(mall, "leaving@example.test");
        UUID seller = SiteFixture.seller(mall, "Left behind");
        mall.execute("insert into seller_staff values (?, ?, 'owner', now())", seller, worker);
        String token = sessions.signIn(NOBODY, console("leaving@example.test", MemberFixture.PASSWORD))
                .token();
        assertThat(resolve(token)).isPresent();
        mall.execute("delete from seller_staff where account_id = ?", worker);
        assertThat(resolve(token)).isEmpty();
    }

    @Test
    void aShopperIsSignedOutAfterHalfAnHourAndTheTokenGoesOnAsAGuests() {
        String token = sessions.signIn(NOBODY, shop("mina@example.test", MemberFixture.PASSWORD))
                .token();
        mall.get(MallClock.class).advance(Duration.ofMinutes(20));
        assertThat(resolve(token).orElseThrow().isSignedIn()).isTrue();
        mall.get(MallClock.class).advance(Duration.ofMinutes(20));
        assertThat(resolve(token).orElseThrow().isSignedIn()).isTrue();
        mall.get(MallClock.class).advance(Duration.ofMinutes(31));
        SessionView lapsed = resolve(token).orElseThrow();
        assertThat(lapsed.isSignedIn()).isFalse();
        assertThat(lapsed.lapsed()).isTrue();
        assertThat(resolve(token).orElseThrow().isSignedIn()).isFalse();
    }

    @Test
    @Tag("D3")
    void staffAreOutAfterAQuarterOfAnHour() {
        UUID operator = MemberFixture.member(mall, "idle@example.test");
        mall.execute("insert into mall_staff values (?, 'viewer', now())", operator);
        String token = sessions.signIn(NOBODY, console("idle@example.test", MemberFixture.PASSWORD))
                .token();
        mall.get(MallClock.class).advance(Duration.ofMinutes(16));
        assertThat(resolve(token)).isEmpty();
    }

    @Test
    void signingOutIsReal() {
        String token = sessions.signIn(NOBODY, shop("mina@example.test", MemberFixture.PASSWORD))
                .token();
        sessions.signOut(Caller.shopper(shopper, token, "t"), token);
        assertThat(resolve(token)).isEmpty();
    }

    @Test
    void aMemberSeesHisSessionsAndEndsOneOfThemOnly() {
        UUID own = MemberFixture.member(mall, "many@example.test");
        String here = sessions.signIn(NOBODY, shop("many@example.test", MemberFixture.PASSWORD))
                .token();
        String there = sessions.signIn(NOBODY, shop("many@example.test", MemberFixture.PASSWORD))
                .token();
        Caller caller = Caller.shopper(own, here, "t");
        List<OpenSession> open = sessions.list(caller);
        OpenSession other =
                open.stream().filter(session -> !session.current()).findFirst().orElseThrow();
        assertThat(open).hasSize(2);
        assertThatThrownBy(() -> sessions.kill(Caller.shopper(shopper, null, "t"), other.id()))
                .hasMessageContaining("member_not_found");
        sessions.kill(caller, other.id());
        assertThat(resolve(there)).isEmpty();
        assertThat(resolve(here)).isPresent();
    }

    @Test
    void neitherTokenNorPasswordIsKeptInClear() {
        String token = sessions.signIn(NOBODY, shop("mina@example.test", MemberFixture.PASSWORD))
                .token();
        assertThat(mall.value(long.class, "select count(*) from session where session::text like ?", "%" + token + "%"))
                .isZero();
        assertThat(mall.value(String.class, "select min(password_hash) from account where password_hash is not null"))
                .startsWith("$argon2id$");
    }

    @Test
    void whatIsOverIsSweptAwayAndTheRestStays() {
        String kept = sessions.startGuest(NOBODY, site);
        String over = sessions.startGuest(NOBODY, site);
        mall.execute(
                "update session set expires_at = now() - interval '1 day' where token_hash = ?",
                dev.rialto.platform.Tokens.hash(over));
        assertThat(sessions.sweep(WORKER, 1000)).isPositive();
        assertThat(resolve(kept)).isPresent();
        assertThat(mall.value(
                        long.class,
                        "select count(*) from session where token_hash = ?",
                        dev.rialto.platform.Tokens.hash(over)))
                .isZero();
    }
}
