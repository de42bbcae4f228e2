package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A seller draws the front page, menu and pages of his shop. */
class DesignST {
    private final Shops shop = Shops.built(ConsoleClient.operator());
    private final ConsoleClient seller = ConsoleClient.sellerWithoutShop();

    @Test
    @Tag("A9")
    void showsAPageToItsMakerAloneUntilItIsPublished() {
        String page = page("care");
        Http.Answer saved = seller.follow(seller.post(page, "save", text("<p>Wash by <b>hand</b></p>")));
        Http maker = shop.front();
        Http.Answer entered = maker.get(Shops.draft(saved));
        assertThat(entered.status()).isEqualTo(303);
        Http.Answer seen = maker.get("/pages/care");
        assertThat(seen.text()).contains("Wash by", "draft-bar");
        assertThat(seen.header("X-Robots-Tag"))
                .hasValueSatisfying(tag -> assertThat(tag).contains("noindex"));
        assertThat(shop.front().get("/pages/care").status()).isEqualTo(404);
        seller.follow(seller.post(page, "publish", "number", "2"));
        Http.Answer shown = shop.front().get("/pages/care");
        assertThat(shown.text()).contains("Wash by", "Care guide").doesNotContain("draft-bar");
    }

    @Test
    @Tag("A10")
    void cleansTextAndRollsBack() {
        String page = page("about-us");
        seller.follow(seller.post(page, "save-publish", text("<p>First</p><script>alert(1)</script>")));
        assertThat(shop.front().get("/pages/about-us").text()).contains("First").doesNotContain("alert(1)");
        seller.follow(seller.post(page, "save-publish", text("<p>Second</p>")));
        assertThat(shop.front().get("/pages/about-us").text()).contains("Second");
        seller.follow(seller.post(page, "publish", "number", "2"));
        assertThat(shop.front().get("/pages/about-us").text()).contains("First").doesNotContain("Second");
    }

    @Test
    @Tag("A9")
    void addsMovesAndRemovesPartsWithoutLosingWhatWasTyped() {
        String page = page("parts");
        List<String> form = new ArrayList<>(List.of(text("<p>Kept words</p>")));
        form.addAll(List.of("newKind", "goods-grid"));
        Http.Answer added = seller.post("/upload" + page, "block-add", form.toArray(String[]::new));
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.text()).contains("Kept words", "blocks.1.settings.count", "not saved yet");
        assertThat(seller.get(page).text()).doesNotContain("Kept words");
        assertThat(seller.get("/upload" + page).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page));
        form.addAll(List.of("blocks.1.kind", "goods-grid", "blocks.1.texts.title.en", "Second part"));
        Http.Answer moved = seller.post(page, "block-up.1", form.toArray(String[]::new));
        assertThat(moved.text()).containsSubsequence("Second part", "Kept words");
        Http.Answer removed = seller.post(page, "block-remove.0", form.toArray(String[]::new));
        assertThat(removed.text()).contains("Second part").doesNotContain("Kept words");
    }

    @Test
    @Tag("A9")
    void changesItsOwnFrontPageAndMenuAndNoOther() {
        String mall = Mall.running().at("mall.localhost").get("/pages/about").text();
        String other = Mall.running().at("hanok.localhost").get("/").text();
        seller.follow(seller.post(
                shop.path() + "/front",
                "save-publish",
                "layout.home.0.kind",
                "banner",
                "layout.home.0.texts.title.en",
                "Drawers of oak"));
        String page = page("fair");
        seller.follow(seller.post(page, "save-publish", text("<p>Fair</p>")));
        assertThat(shop.front().get("/").text()).contains("Drawers of oak", "/pages/fair");
        assertThat(Mall.running().at("mall.localhost").get("/pages/about").text())
                .isEqualTo(mall);
        assertThat(Mall.running().at("hanok.localhost").get("/").text()).isEqualTo(other);
    }

    @Test
    @Tag("A9")
    void namesWhatIsWrongAndKeepsTheForm() {
        String page = page("wrong");
        List<String> form = new ArrayList<>(List.of(text("<p>Kept words</p>")));
        form.addAll(List.of("blocks.1.kind", "banner", "blocks.1.settings.link", "https://elsewhere.example"));
        Http.Answer refused = seller.post(page, "save", form.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Leads to", "has the wrong form", "Kept words", "elsewhere.example");
    }

    @Test
    @Tag("A10")
    void isNobodyElsesAffair() {
        assertThat(ConsoleClient.hanok().get(shop.path() + "/pages").status()).isEqualTo(404);
        assertThat(ConsoleClient.hanok().get(shop.path() + "/front").status()).isEqualTo(404);
    }

    private String page(String slug) {
        Http.Answer made = seller.post(shop.path() + "/pages", "create", "slug", slug, "title.en", "Care guide");
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        return made.header("Location").orElseThrow();
    }

    private static String[] text(String body) {
        return new String[] {
            "title-sent", "yes", "title.en", "Care guide", "blocks.0.kind", "rich-text", "blocks.0.texts.body.en", body
        };
    }
}
