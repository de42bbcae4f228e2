package dev.rialto.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.goods.GoodsCard;
import dev.rialto.goods.Shelf;
import dev.rialto.goods.ShelfQuery;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewIT {
    private static final Caller OPERATOR = Caller.operator(Ids.next(), Permissions.OPERATOR, "t");

    @TempDir
    static Path folder;

    static ShopFixture shop;
    static Reviews reviews;
    static ReviewDesk desk;

    @BeforeAll
    static void openTheShop() {
        shop = ShopFixture.open(folder);
        reviews = shop.mall.get(Reviews.class);
        desk = shop.mall.get(ReviewDesk.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static Caller member(String name) {
        Caller member = shop.member();
        shop.mall.execute(
                "insert into person (account_id, email, name, language) values (?, ?, ?, 'en')",
                member.account(),
                member.account() + "@example.test",
                name);
        return member;
    }

    private static Reviews.Place place(UUID variant) {
        return new Reviews.Place(
                shop.site, shop.mall.value(UUID.class, "select goods_id from variant where id = ?", variant), "en");
    }

    private static Reviews.Typed stars(int stars) {
        return new Reviews.Typed(stars, "Fine", "It is as it was described.");
    }

    private static void buy(Caller who, UUID variant) {
        shop.deposit(who, shop.offer(who, variant, 1));
    }

    /** The pieces are on their way. */
    private static void ship(UUID variant) {
        shop.mall.execute("update order_line set shipped = quantity where variant_id = ?", variant);
    }

    private static GoodsCard card(UUID goods) {
        ShelfQuery query = new ShelfQuery(
                shop.site,
                "en",
                "KRW",
                null,
                null,
                Map.of(),
                ShelfQuery.Sort.NEWEST,
                null,
                100,
                ShelfQuery.Counting.NO_FACETS);
        return shop.mall.get(Shelf.class).list(Caller.anonymous("t"), query).items().stream()
                .filter(card -> card.id().equals(goods))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyWhoGotTheGoodsReviewsThemAndOncePerLine() {
        UUID variant = shop.variant(10_000, 10);
        Caller buyer = member("Kim");
        Reviews.Place place = place(variant);
        assertThatThrownBy(() -> reviews.write(buyer, place, stars(5))).hasMessageContaining("not_bought");
        buy(buyer, variant);
        assertThatThrownBy(() -> reviews.write(buyer, place, stars(5))).hasMessageContaining("not_bought");
        ship(variant);
        assertThat(reviews.standing(buyer, place.goodsId()).mayReview()).isTrue();
        UUID review = reviews.write(buyer, place, stars(4));
        assertThatThrownBy(() -> reviews.write(buyer, place, stars(4))).hasMessageContaining("not_bought");
        assertThatThrownBy(() -> reviews.write(member("Lee"), place, stars(1))).hasMessageContaining("not_bought");
        assertThatThrownBy(() -> reviews.write(Caller.anonymous("t"), place, stars(1)))
                .hasMessageContaining("members_only");
        assertThatThrownBy(() -> reviews.edit(buyer, review, 1, new Reviews.Typed(6, "x".repeat(101), " ")))
                .hasMessageContaining("stars")
                .hasMessageContaining("title")
                .hasMessageContaining("words");
        reviews.edit(buyer, review, 1, stars(2));
        assertThatThrownBy(() -> reviews.edit(buyer, review, 1, stars(3))).hasMessageContaining("remark_changed");
        assertThat(reviews.shown(Caller.anonymous("t"), place.goodsId(), RemarkKind.REVIEW, null)
                        .items())
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.stars()).isEqualTo(2);
                    assertThat(shown.author()).isEqualTo("K**");
                });
        assertThatThrownBy(() -> reviews.edit(member("Park"), review, 2, stars(1)))
                .hasMessageContaining("remark_not_found");
    }

    @Test
    void cardsAndPagesShowTheTotalsInTheirOwnStatements() {
        UUID variant = shop.variant(10_000, 10);
        Reviews.Place place = place(variant);
        for (int stars : List.of(5, 2)) {
            Caller buyer = member("Kim");
            buy(buyer, variant);
            ship(variant);
            reviews.write(buyer, place, stars(stars));
        }
        assertThat(card(place.goodsId()).reviews()).isEqualTo(2);
        assertThat(card(place.goodsId()).stars()).isEqualTo(7);
        String slug = card(place.goodsId()).slug();
        List<String> statements = shop.mall.statementsOf(() -> shop.mall
                .get(Shelf.class)
                .goods(Caller.anonymous("t"), shop.site, slug, "en", "KRW")
                .ifPresent(found -> assertThat(found.voice().latestReviews()).contains("described")));
        assertThat(statements).hasSizeLessThanOrEqualTo(2);
        RemarkView first = desk.list(OPERATOR, new ReviewDesk.Filter(RemarkKind.REVIEW, null, null, null, 1))
                .items()
                .get(0);
        desk.hide(OPERATOR, first.id(), first.version(), "It names a person.");
        assertThat(card(place.goodsId()).reviews()).isEqualTo(1);
        desk.show(OPERATOR, first.id(), first.version() + 1);
        assertThat(card(place.goodsId()).stars()).isEqualTo(7);
    }

    @Test
    void aQuestionIsShownWithItsAnswerAndBothSidesAreTold() {
        UUID variant = shop.variant(10_000, 10);
        Reviews.Place place = place(variant);
        Caller asker = member("Choi");
        UUID question = reviews.ask(asker, place, "Does it fit a tall person?");
        assertThat(reviews.shown(Caller.anonymous("t"), place.goodsId(), RemarkKind.QUESTION, null)
                        .items())
                .isEmpty();
        Caller seller = Caller.tenant(shop.first, Ids.next(), Permissions.SELLER_OWNER, "t");
        Caller other = Caller.tenant(shop.second, Ids.next(), Permissions.SELLER_OWNER, "t");
        ReviewDesk.Filter questions = new ReviewDesk.Filter(RemarkKind.QUESTION, null, null, null, 50);
        assertThat(desk.list(other, questions).items()).isEmpty();
        assertThatThrownBy(() -> desk.answer(other, question, 1, "Yes")).hasMessageContaining("remark_not_found");
        assertThatThrownBy(() -> desk.hide(seller, question, 1, "I do not like it"))
                .hasMessageContaining("not_permitted");
        desk.answer(seller, question, 1, "Up to 190 cm.");
        assertThat(reviews.shown(Caller.anonymous("t"), place.goodsId(), RemarkKind.QUESTION, null)
                        .items())
                .singleElement()
                .satisfies(shown -> assertThat(shown.answer()).contains("190"));
        assertThat(shop.mall.value(
                        String.class,
                        "select string_agg(kind, ',' order by id) from outbox where subject_id = ?",
                        question))
                .isEqualTo("mail.question_asked,mail.remark_answered");
        assertThat(shop.mall.value(
                        String.class,
                        "select m.text_body from mail m join outbox o on o.id = m.outbox_id where m.recipient = ?",
                        asker.account() + "@example.test"))
                .contains("190");
    }

    @Test
    void reportsAreCountedAndLimited() {
        UUID variant = shop.variant(10_000, 10);
        Caller buyer = member("Jung");
        buy(buyer, variant);
        ship(variant);
        UUID review = reviews.write(buyer, place(variant), stars(1));
        UUID goods = place(variant).goodsId();
        reviews.report(Caller.anonymous("t"), goods, review, "10.0.0.1");
        assertThat(shop.mall.value(int.class, "select reports from remark where id = ?", review))
                .isEqualTo(1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 30; i++) {
                        reviews.report(Caller.anonymous("t"), goods, review, "10.0.0.1");
                    }
                })
                .hasMessageContaining("too_many_remarks");
        assertThatThrownBy(() -> reviews.report(Caller.anonymous("t"), goods, Ids.next(), "10.0.0.2"))
                .hasMessageContaining("remark_not_found");
        assertThatThrownBy(() -> reviews.report(Caller.anonymous("t"), Ids.next(), review, "10.0.0.2"))
                .hasMessageContaining("remark_not_found");
    }
}
