package dev.rialto.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.SiteFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenPasswordIT {
    private static final Caller NOBODY = Caller.anonymous("t");
    private static final String FRESH = "seven boats at anchor";
    private static int place;

    @TempDir
    static Path folder;

    static TestMall mall;
    static UUID site;
    static ForgottenPassword forgotten;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        site = SiteFixture.mall(mall);
        forgotten = mall.get(ForgottenPassword.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static ForgottenPassword.Wish wish(String email) {
        return new ForgottenPassword.Wish(email, site, "198.51.100." + ++place);
    }

    private static String mailed(String kind, UUID account, String pattern) {
        String text = mall.value(String.class, """
                select m.text_body from mail m join outbox o on o.id = m.outbox_id
                where o.kind = ? and o.subject_id = ? order by o.created_at desc, o.id desc limit 1
                """, "mail." + kind, account);
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String link(UUID account, String email) {
        forgotten.askForLink(NOBODY, wish(email));
        return mailed("new_password_link", account, "link=([\\w-]+)");
    }

    private static SignIn signIn(String email, String password) {
        return new SignIn(email, password, SessionView.Kind.SHOPPER, site, null, "198.51.100." + ++place, "Firefox");
    }

    @Test
    void theMailedLinkSetsANewPasswordOnceAndEndsEverySession() {
        UUID account = MemberFixture.member(mall, "once@example.test");
        Sessions sessions = mall.get(Sessions.class);
        String token = sessions.signIn(NOBODY, signIn("once@example.test", MemberFixture.PASSWORD))
                .token();
        String link = link(account, "once@example.test");
        assertThat(forgotten.isOpen(NOBODY, link)).isTrue();
        assertThatThrownBy(() -> forgotten.setPassword(NOBODY, link, "password123", site))
                .hasMessageContaining("too_common");
        forgotten.setPassword(NOBODY, link, FRESH, site);
        assertThat(sessions.resolve(Caller.worker("t"), token)).isEmpty();
        assertThat(sessions.signIn(NOBODY, signIn("once@example.test", FRESH)).accountId())
                .isEqualTo(account);
        assertThatThrownBy(() -> forgotten.setPassword(NOBODY, link, "another one altogether", site))
                .hasMessageContaining("link_over");
        assertThat(mailed("password_changed", account, "(forgotten)")).isNotEmpty();
    }

    @Test
    void aLinkLivesThirtyMinutesAndANewerOneReplacesIt() {
        UUID account = MemberFixture.member(mall, "late@example.test");
        String first = link(account, "late@example.test");
        String second = link(account, "late@example.test");
        assertThat(forgotten.isOpen(NOBODY, first)).isFalse();
        assertThat(forgotten.isOpen(NOBODY, second)).isTrue();
        mall.get(MallClock.class).advance(Duration.ofMinutes(30));
        assertThat(forgotten.isOpen(NOBODY, second)).isFalse();
        assertThatThrownBy(() -> forgotten.setPassword(NOBODY, second, FRESH, site))
                .hasMessageContaining("link_over");
    }

    @Test
    void onlyTheHashOfTheLinkIsKept() {
        UUID account = MemberFixture.member(mall, "hash@example.test");
        String link = link(account, "hash@example.test");
        assertThat(mall.value(long.class, "select count(*) from one_time_code c where strpos(c::text, ?) > 0", link))
                .isZero();
    }

    @Test
    void anUnknownAddressIsAnsweredAlikeAndGetsNothing() {
        forgotten.askForLink(NOBODY, wish("nobody@example.test"));
        forgotten.askForCode(NOBODY, wish("nobody@example.test"));
        assertThat(mall.value(long.class, "select count(*) from mail where recipient = 'nobody@example.test'"))
                .isZero();
        assertThatThrownBy(() -> forgotten.askForLink(NOBODY, wish("no address")))
                .hasMessageContaining("invalid");
    }

    @Test
    void nobodyFloodsAMailboxOrAsksForManyAddresses() {
        MemberFixture.member(mall, "flood@example.test");
        for (int i = 0; i < 10; i++) {
            forgotten.askForLink(NOBODY, wish("flood@example.test"));
        }
        assertThat(mall.value(long.class, "select count(*) from mail where recipient = 'flood@example.test'"))
                .isEqualTo(3);
        ForgottenPassword.Wish one = wish("other@example.test");
        for (int i = 0; i < 5; i++) {
            forgotten.askForLink(NOBODY, one);
        }
        assertThatThrownBy(() -> forgotten.askForLink(NOBODY, one)).hasMessageContaining("too_many_tries");
    }

    @Test
    void aMailedCodeSignsInOnceAndFiveWrongTriesEndIt() {
        UUID account = MemberFixture.member(mall, "code@example.test");
        forgotten.askForCode(NOBODY, wish("code@example.test"));
        String code = mailed("sign_in_code", account, "(?m)^(\\d{6})$");
        assertThat(forgotten.signIn(NOBODY, signIn("code@example.test", code)).accountId())
                .isEqualTo(account);
        assertThatThrownBy(() -> forgotten.signIn(NOBODY, signIn("code@example.test", code)))
                .hasMessageContaining("code_refused");
        forgotten.askForCode(NOBODY, wish("code@example.test"));
        String next = mailed("sign_in_code", account, "(?m)^(\\d{6})$");
        String wrong = next.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> forgotten.signIn(NOBODY, signIn("code@example.test", wrong)))
                    .hasMessageContaining("code_refused");
        }
        assertThatThrownBy(() -> forgotten.signIn(NOBODY, signIn("code@example.test", next)))
                .hasMessageContaining("code_refused");
    }
}
