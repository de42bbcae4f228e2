package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.MallClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedCartsIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;
    static AbandonedCarts carts;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        carts = shop.mall.get(AbandonedCarts.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void aMemberWhoAgreedIsRemindedOnceOfACartLeftLying() throws Exception {
        Caller member = member(true);
        shop.put(member, shop.variant(10_000, 5), 1);
        advance(Duration.ofHours(23));
        remind();
        assertThat(mailsTo(member)).isZero();

        advance(Duration.ofHours(2));
        ExecutorService both = Executors.newFixedThreadPool(2);
        Callable<Integer> turn = () -> carts.remind(ShopFixture.WORKER, 100);
        for (Future<Integer> done : both.invokeAll(List.of(turn, turn))) {
            done.get();
        }
        both.shutdown();
        remind();

        assertThat(mailsTo(member)).isEqualTo(1);
        assertThat(textTo(member))
                .contains("/account/sign-in?next=cart", "/unsubscribe/member_", "Thing")
                .contains("9,500");
        shop.put(member, shop.variant(5_000, 5), 1);
        advance(Duration.ofDays(2));
        remind();
        assertThat(mailsTo(member)).isEqualTo(1);
    }

    @Test
    void whoDidNotAgreeOrTookItBackOrHasNothingLeftIsNotWrittenTo() {
        Caller silent = member(false);
        shop.put(silent, shop.variant(10_000, 5), 1);
        Caller sorry = member(true);
        consent(sorry, false);
        shop.put(sorry, shop.variant(10_000, 5), 1);
        Caller tooLate = member(true);
        java.util.UUID gone = shop.variant(10_000, 5);
        shop.put(tooLate, gone, 1);
        shop.mall.execute("update stock set on_hand = 0 where variant_id = ?", gone);
        shop.put(shop.guest(), shop.variant(10_000, 5), 1);
        advance(Duration.ofHours(25));
        remind();
        assertThat(mailsTo(silent)).isZero();
        assertThat(mailsTo(sorry)).isZero();
        assertThat(mailsTo(tooLate)).isZero();
    }

    private static void remind() {
        carts.remind(ShopFixture.WORKER, 100);
    }

    private static void advance(Duration time) {
        shop.mall.get(MallClock.class).advance(time);
    }

    private static Caller member(boolean agreed) {
        Caller member = shop.member();
        shop.mall.execute(
                "insert into person (account_id, email, name, language) values (?, ?, 'Kim', 'en')",
                member.account(),
                address(member));
        consent(member, agreed);
        return member;
    }

    private static void consent(Caller member, boolean given) {
        shop.mall.execute(
                "insert into consent (id, account_id, kind, given, text_version, at)"
                        + " values (?, ?, 'marketing', ?, '1', clock_timestamp())",
                Ids.next(),
                member.account(),
                given);
    }

    private static String address(Caller member) {
        return member.account() + "@example.test";
    }

    private static int mailsTo(Caller member) {
        return shop.mall.value(
                Integer.class,
                "select count(*) from mail m join outbox o on o.id = m.outbox_id"
                        + " where o.kind = 'mail.cart_abandoned' and m.recipient = ?",
                address(member));
    }

    private static String textTo(Caller member) {
        return shop.mall.value(String.class, "select text_body from mail where recipient = ?", address(member));
    }
}
