package dev.rialto.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsFixture;
import dev.rialto.goods.GoodsState;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeIT {
    private static final Caller OPERATOR = Caller.operator(Ids.next(), Permissions.OPERATOR, "t");
    private static final Caller ANYBODY = Caller.anonymous("t");

    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture goods;
    static Notices notices;
    static NoticeDesk desk;
    static int number;

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder);
        goods = new GoodsFixture(mall, 0);
        mall.execute("insert into site_host values ('mall.localhost', ?, null, true, now())", goods.mallSite);
        notices = mall.get(Notices.class);
        desk = mall.get(NoticeDesk.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static Caller owner(UUID seller) {
        return Caller.tenant(seller, Ids.next(), Permissions.SELLER_OWNER, "t");
    }

    private record Case(UUID seller, UUID goodsId, String slug, UUID notice) {
        NoticeDesk.Step step(String words) {
            return new NoticeDesk.Step(
                    notice, words, desk.view(OPERATOR, notice).version());
        }

        String state() {
            return mall.value(String.class, "select state from goods where id = ?", goodsId);
        }
    }

    private static Notices.Report report(String slug, String reason, String email, String place) {
        return new Notices.Report(goods.mallSite, slug, reason, "It is a copy.", email, "en", place);
    }

    private static Case reported() {
        UUID seller = goods.seller("Seller " + ++number);
        String slug = "bag-" + number;
        goods.goods(seller, slug, "Bag " + number, 1000, 5);
        UUID id = mall.value(UUID.class, "select id from goods where slug = ?", slug);
        UUID notice = notices.report(ANYBODY, report(slug, "counterfeit", "who@example.test", "10.0.0." + number));
        return new Case(seller, id, slug, notice);
    }

    private static List<String> mailsTo(String address, UUID notice) {
        return List.of(mall.value(String.class, """
                        select coalesce(string_agg(o.kind, ',' order by o.id), '')
                        from outbox o join mail m on m.outbox_id = o.id where m.recipient = ? and o.subject_id = ?
                        """, address, notice).split(","));
    }

    @Test
    void goodsTakenOffStayOffUntilTheMallLetsThemBack() {
        Case about = reported();
        desk.takeOff(OPERATOR, about.step("The brand owner has shown that it is a copy."));
        assertThat(about.state()).isEqualTo("withdrawn");
        long version = mall.value(long.class, "select version from goods where id = ?", about.goodsId());
        assertThatThrownBy(() -> mall.get(GoodsEditor.class)
                        .move(owner(about.seller()), about.goodsId(), version, GoodsState.ON_SALE))
                .hasMessageContaining("goods_barred");
        mall.execute("update goods set state = 'on_sale' where id = ?", about.goodsId());
        assertThat(about.state()).isEqualTo("withdrawn");
        desk.object(owner(about.seller()), about.step("Here is the licence."));
        desk.reinstate(OPERATOR, about.step("The licence is good."));
        assertThat(about.state()).isEqualTo("on_sale");
        assertThat(mailsTo("shop@example.test", about.notice()))
                .containsExactly("mail.notice_upheld", "mail.notice_reinstated");
        assertThat(mailsTo("who@example.test", about.notice()))
                .containsExactly("mail.notice_received", "mail.notice_outcome", "mail.notice_outcome");
        assertThat(mall.value(
                        long.class,
                        "select count(*) from audit where subject_id = ? and action like 'notice.%' and reason is not null",
                        about.goodsId().toString()))
                .isEqualTo(3);
    }

    @Test
    void aDismissedReportChangesNothingAndIsDecidedOnce() {
        Case about = reported();
        assertThatThrownBy(() -> desk.dismiss(OPERATOR, about.step(" "))).hasMessageContaining("words");
        desk.dismiss(OPERATOR, about.step("It is genuine."));
        assertThat(about.state()).isEqualTo("on_sale");
        assertThatThrownBy(() -> desk.takeOff(OPERATOR, about.step("Now it is not.")))
                .hasMessageContaining("notice_state");
        assertThatThrownBy(() -> desk.takeOff(OPERATOR, new NoticeDesk.Step(about.notice(), "Late.", 1)))
                .hasMessageContaining("notice_changed");
    }

    @Test
    void theSellerSeesDecisionsAndNeverWhoReported() {
        Case about = reported();
        Caller seller = owner(about.seller());
        Caller other = owner(goods.seller("Other " + number));
        NoticeDesk.Filter all = new NoticeDesk.Filter(null, null, null, 50);
        assertThat(desk.list(seller, all).items()).isEmpty();
        desk.takeOff(OPERATOR, about.step("A copy."));
        assertThat(desk.list(seller, all).items()).singleElement().satisfies(n -> assertThat(n.email())
                .isNull());
        assertThat(desk.list(other, all).items()).isEmpty();
        assertThatThrownBy(() -> desk.object(other, about.step("Mine."))).hasMessageContaining("notice_not_found");
        assertThatThrownBy(() -> desk.dismiss(seller, about.step("Fine."))).hasMessageContaining("not_permitted");
        assertThat(desk.view(OPERATOR, about.notice()).email()).isEqualTo("who@example.test");
    }

    @Test
    void wrongReportsAreNamedAndManyFromOnePlaceAreStopped() {
        Case about = reported();
        assertThatThrownBy(() -> notices.report(ANYBODY, report(about.slug(), "boring", "x", "10.1.0.1")))
                .hasMessageContaining("reason")
                .hasMessageContaining("email");
        assertThatThrownBy(() -> notices.report(ANYBODY, report("nothing", "illegal", "", "10.1.0.1")))
                .hasMessageContaining("notice_not_found");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        notices.report(ANYBODY, report(about.slug(), "illegal", "", "10.1.0.2"));
                    }
                })
                .hasMessageContaining("too_many_notices");
    }
}
