package dev.rialto.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.MemberFixture;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.SiteFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static SecondFactor factor;
    static Sessions sessions;
    static int number;

    UUID account;
    Caller person;
    String email;

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder);
        SiteFixture.mall(mall);
        factor = mall.get(SecondFactor.class);
        sessions = mall.get(Sessions.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    @BeforeEach
    void hireAnOperator() {
        email = "operator" + ++number + "@example.test";
        account = MemberFixture.member(mall, email);
        mall.execute("insert into mall_staff (account_id, role, added_at) values (?, 'operator', now())", account);
        person = Caller.shopper(account, null, "t");
    }

    private String signIn() {
        SignIn signIn = new SignIn(
                email, MemberFixture.PASSWORD, SessionView.Kind.STAFF, null, null, "198.51.100." + number, "Firefox");
        return sessions.signIn(Caller.anonymous("t"), signIn).token();
    }

    private static Caller callerOf(String token) {
        return sessions.resolve(Caller.worker("t"), token).orElseThrow().caller(token, "t");
    }

    private String code(String secret) {
        return TestGenerator.code(secret, mall.get(java.time.Clock.class).instant());
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
        } catch (DomainException e) {
            return e.code().code();
        }
        return "none";
    }

    private String setUp(String token) {
        String secret = factor.begin(person).secret();
        factor.confirm(person, token, code(secret));
        return secret;
    }

    @Test
    void aSessionOpensNothingUntilTheCodeIsGiven() {
        String secret = setUp(signIn());
        mall.get(MallClock.class).advance(Duration.ofSeconds(60));
        String token = signIn();
        assertThat(callerOf(token).role()).isEqualTo(Caller.Role.SHOPPER);
        factor.give(person, token, code(secret));
        assertThat(callerOf(token).role()).isEqualTo(Caller.Role.MALL);
    }

    @Test
    void aCodeCountsOnce() {
        String token = signIn();
        String secret = setUp(token);
        String used = code(secret);
        assertThat(refusal(() -> factor.give(person, token, used))).isEqualTo("factor_refused");
        mall.get(MallClock.class).advance(Duration.ofSeconds(30));
        assertThat(refusal(() -> factor.give(person, token, code(secret)))).isEqualTo("none");
    }

    @Test
    void aRecoveryCodeCountsOnceAndIsKeptByHash() {
        String token = signIn();
        String secret = factor.begin(person).secret();
        List<String> codes = factor.confirm(person, token, code(secret));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.get(0).toLowerCase(java.util.Locale.ROOT);
        factor.give(person, token, typed);
        assertThat(refusal(() -> factor.give(person, token, typed))).isEqualTo("factor_refused");
        assertThat(factor.state(person).recoveryCodes()).isEqualTo(9);
        String kept = mall.value(
                String.class, "select string_agg(code_hash, ' ') from recovery_code where account_id = ?", account);
        assertThat(kept)
                .doesNotContain(codes.get(1))
                .doesNotContain(codes.get(1).replace("-", ""));
    }

    @Test
    void triesAreLimited() {
        String token = signIn();
        setUp(token);
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(() -> factor.give(person, token, "000000"))).isEqualTo("factor_refused");
        }
        assertThat(refusal(() -> factor.give(person, token, "000000"))).isEqualTo("too_many_codes");
    }

    @Test
    void onlyOperatorsRemoveTheFactorOfSomebodyElse() {
        setUp(signIn());
        Caller seller = Caller.tenant(SiteFixture.seller(mall, "S" + number), null, Set.of("staff.edit"), "t");
        assertThat(refusal(() -> factor.removeOf(seller, account))).isEqualTo("factor_missing");
        factor.removeOf(Caller.operator(null, Set.of("staff.edit"), "t"), account);
        assertThat(factor.state(person).isSetUp()).isFalse();
    }
}
