package dev.rialto.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Json;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("A9")
@Tag("A10")
class SiteDesignIT {
    private static final Caller SHOPPER = Caller.anonymous("t");

    @TempDir
    static Path folder;

    static TestMall mall;
    static SiteDesign design;
    static SitePages pages;
    static UUID mallSite;
    static UUID site;
    static UUID neighbour;
    static Caller owner;
    static Caller stranger;

    @BeforeAll
    static void twoStorefronts() {
        mall = TestMall.empty(folder);
        design = mall.get(SiteDesign.class);
        pages = mall.get(SitePages.class);
        StorefrontDesk desk = mall.get(StorefrontDesk.class);
        mallSite = desk.openMall(
                Caller.worker("t"),
                new OpenMall("Rialto", "plaza", "KR", List.of("ko", "en"), List.of("KRW"), 0, "Asia/Seoul"));
        UUID seller = SiteFixture.seller(mall, "Designer");
        UUID other = SiteFixture.seller(mall, "Other designer");
        Caller operator = Caller.operator(null, Permissions.OPERATOR, "t");
        site = desk.build(operator, seller, "Own", "own.localhost");
        neighbour = desk.build(operator, other, "Neighbour", "neighbour.localhost");
        owner = Caller.tenant(seller, null, Permissions.SELLER_OWNER, "t");
        stranger = Caller.tenant(other, null, Permissions.SELLER_OWNER, "t");
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static SiteView view(UUID which) {
        return mall.get(SiteBook.class).view(Caller.worker("t"), which);
    }

    private static String page(String title) {
        return Json.write(new PageDocument(
                Map.of("en", title),
                List.of(new PageBlock("rich-text", Map.of(), Map.of("body", Map.of("en", "<p>" + title + "</p>"))))));
    }

    @Test
    void aLookIsSavedPreviewedPublishedAndRolledBack() {
        SiteView neighbourBefore = view(neighbour);
        SiteView mallBefore = view(mallSite);
        int before = view(site).themeVersion();
        int number = design.save(owner, site, design.shippedJson(owner, site, "grove"));
        assertThat(view(site).theme().name()).isEqualTo("plaza");
        assertThat(design.version(owner, site, number).name()).isEqualTo("grove");
        design.publish(owner, site, number);
        assertThat(view(site).theme().name()).isEqualTo("grove");
        assertThat(view(site).themeVersion()).isEqualTo(number);
        assertThat(view(neighbour)).isEqualTo(neighbourBefore);
        assertThat(view(mallSite)).isEqualTo(mallBefore);
        design.publish(owner, site, before);
        assertThat(view(site).theme().name()).isEqualTo("plaza");
        assertThat(design.versions(owner, site))
                .filteredOn(SiteDesign.Version::published)
                .extracting(SiteDesign.Version::number)
                .containsExactly(before);
    }

    @Test
    void nobodyTouchesAnothersLook() {
        String json = design.shippedJson(owner, site, "atelier");
        assertThatThrownBy(() -> design.save(stranger, site, json)).hasMessageContaining("site_not_found");
        assertThatThrownBy(() -> design.publish(stranger, site, 1)).hasMessageContaining("site_not_found");
        assertThatThrownBy(() -> design.version(stranger, site, 1)).hasMessageContaining("site_not_found");
        assertThatThrownBy(() -> design.save(owner, mallSite, json)).hasMessageContaining("site_not_found");
        assertThatThrownBy(() -> design.publish(owner, site, 999)).hasMessageContaining("theme_not_found");
        Caller clerk = Caller.tenant(owner.requireTenant(), null, Permissions.SELLER_STAFF, "t");
        assertThatThrownBy(() -> design.save(clerk, site, json)).hasMessageContaining("not_permitted");
    }

    @Test
    void aPageIsSeenOncePublishedAndInTheVersionPublished() {
        UUID id = pages.create(owner, site, "opening-hours", page("Hours"));
        assertThat(pages.published(SHOPPER, site, "opening-hours")).isEmpty();
        pages.publish(owner, id, 1);
        int second = pages.save(owner, id, page("New hours"));
        assertThat(pages.published(SHOPPER, site, "opening-hours").orElseThrow().title())
                .containsEntry("en", "Hours");
        pages.publish(owner, id, second);
        assertThat(pages.published(SHOPPER, site, "opening-hours").orElseThrow().title())
                .containsEntry("en", "New hours");
        assertThat(view(site).menu()).extracting(SiteView.MenuPage::slug).contains("opening-hours");
        pages.place(owner, id, false, 0);
        assertThat(view(site).menu()).extracting(SiteView.MenuPage::slug).doesNotContain("opening-hours");
        pages.withdraw(owner, id);
        assertThat(pages.published(SHOPPER, site, "opening-hours")).isEmpty();
        assertThat(pages.published(SHOPPER, neighbour, "opening-hours")).isEmpty();
        pages.delete(owner, id);
        assertThat(pages.list(owner, site)).extracting(SitePages.Entry::slug).doesNotContain("opening-hours");
    }

    @Test
    void theMenuFollowsItsOrder() {
        UUID first = pages.create(owner, site, "zebra", page("Zebra"));
        pages.publish(owner, first, 1);
        pages.place(owner, first, true, 0);
        assertThat(view(site).menu().get(0).slug()).isEqualTo("zebra");
        pages.delete(owner, first);
    }

    @Test
    void nobodyTouchesAnothersPages() {
        UUID id = pages.list(owner, site).get(0).id();
        assertThatThrownBy(() -> pages.save(stranger, id, page("x"))).hasMessageContaining("page_not_found");
        assertThatThrownBy(() -> pages.publish(stranger, id, 1)).hasMessageContaining("page_not_found");
        assertThatThrownBy(() -> pages.delete(stranger, id)).hasMessageContaining("page_not_found");
        assertThatThrownBy(() -> pages.create(stranger, site, "mine", page("x")))
                .hasMessageContaining("site_not_found");
        assertThatThrownBy(() -> pages.publish(owner, Ids.next(), 1)).hasMessageContaining("page_not_found");
    }

    @Test
    void wrongNamesAndDocumentsAreRefused() {
        assertThatThrownBy(() -> pages.create(owner, site, "About Us!", page("x")))
                .hasMessageContaining("slug");
        assertThatThrownBy(() -> pages.create(owner, site, "about", page("x"))).hasMessageContaining("page_exists");
        assertThatThrownBy(() -> pages.create(owner, site, "empty", "{}")).hasMessageContaining("invalid_page");
    }
}
