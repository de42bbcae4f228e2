package dev.rialto.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberFixture;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorefrontDeskIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static StorefrontDesk desk;
    static Caller operator;
    static UUID seller;
    static UUID account;

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder);
        desk = mall.get(StorefrontDesk.class);
        desk.openMall(
                Caller.worker("t"),
                new OpenMall("Rialto", "plaza", "KR", List.of("ko", "en"), List.of("KRW", "USD"), 500, "Asia/Seoul"));
        account = MemberFixture.member(mall, "owner@example.test");
        operator = Caller.operator(account, Permissions.OPERATOR, "t");
        seller = SiteFixture.seller(mall, "Applicant");
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static Caller owner(UUID tenant) {
        return Caller.tenant(tenant, account, Permissions.SELLER_OWNER, "t");
    }

    private static ApplyForStorefront wish(String host) {
        return new ApplyForStorefront("Quay Street Shop", host, "atelier", true, List.of(), 1000, "Please");
    }

    private static UUID approved(String host) {
        UUID application = desk.apply(owner(seller), wish(host));
        return desk.approve(operator, new StorefrontDesk.Approval(application, 300));
    }

    @Test
    @Tag("A4")
    void anApplicationIsSavedAsSubmittedAndSeenByTheOperator() {
        UUID id = desk.apply(owner(seller), wish("submitted.localhost"));
        ApplicationView seen = desk.application(operator, id);
        assertThat(seen.state()).isEqualTo(ApplicationView.State.SUBMITTED);
        assertThat(seen.sellerName()).isEqualTo("Applicant");
        assertThat(seen.theme()).isEqualTo("atelier");
        assertThat(desk.applications(operator, new StorefrontDesk.Filter(ApplicationView.State.SUBMITTED, null, 50))
                        .items())
                .extracting(ApplicationView::id)
                .contains(id);
    }

    @Test
    @Tag("A5")
    void nobodyAppliesOrWithdrawsInAnothersName() {
        UUID id = desk.apply(owner(seller), wish("mine.localhost"));
        UUID other = SiteFixture.seller(mall, "Meddler");
        assertThatThrownBy(() -> desk.application(owner(other), id)).hasMessageContaining("application_not_found");
        assertThatThrownBy(() -> desk.withdraw(owner(other), id)).hasMessageContaining("application_not_found");
        assertThatThrownBy(() -> desk.apply(operator, wish("operators.localhost")))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() ->
                        desk.apply(Caller.tenant(seller, null, Permissions.SELLER_STAFF, "t"), wish("staff.localhost")))
                .hasMessageContaining("not_permitted");
        desk.withdraw(owner(seller), id);
        assertThat(desk.application(owner(seller), id).state()).isEqualTo(ApplicationView.State.WITHDRAWN);
        assertThat(desk.apply(owner(other), wish("mine.localhost"))).isNotNull();
    }

    @Test
    @Tag("A6")
    @Tag("A7")
    void anApprovedStorefrontAnswersAsAppliedFor() {
        UUID site = approved("Approved.localhost");
        SiteView view = answering("approved.localhost");
        assertThat(view.id()).isEqualTo(site);
        assertThat(view.name()).isEqualTo("Quay Street Shop");
        assertThat(view.theme().name()).isEqualTo("atelier");
        assertThat(view.discountBp()).isEqualTo(1000);
        assertThat(view.handlingBp()).isEqualTo(300);
        assertThat(view.languages()).containsExactly("ko", "en");
        assertThat(view.menu()).extracting(SiteView.MenuPage::slug).containsExactly("about", "delivery-and-returns");
        assertThat(view.theme().home()).extracting(PageBlock::kind).doesNotContain("shops");
    }

    @Test
    @Tag("A6")
    void goodsScopeIsTakenOver() {
        UUID category = Ids.next();
        mall.execute("insert into category (id, slug) values (?, ?)", category, "scope-" + category);
        ApplyForStorefront some =
                new ApplyForStorefront("Some goods", "some.localhost", "grove", false, List.of(category), 0, null);
        UUID application = desk.apply(owner(seller), some);
        UUID site = desk.approve(operator, new StorefrontDesk.Approval(application, 0));
        assertThat(desk.site(operator, site).categoryIds()).containsExactly(category);
        assertThat(desk.site(operator, site).goodsScopeAll()).isFalse();
    }

    @ParameterizedTest
    @Tag("A8")
    @ValueSource(
            strings = {
                "mall.localhost",
                "MALL.localhost ",
                "console.localhost",
                "api.localhost",
                "x.mall.localhost",
                "www.localhost",
                "admin.localhost",
                "a.b.localhost"
            })
    void theMallsOwnHostsAreTaken(String host) {
        assertThatThrownBy(() -> desk.apply(owner(seller), wish(host))).hasMessageContaining("domain_taken");
    }

    @ParameterizedTest
    @Tag("A8")
    @ValueSource(
            strings = {
                "localhost",
                "com",
                "",
                "two words.test",
                "-a.test",
                "a-.test",
                "a..test",
                "10.0.0.1",
                "a.test:8080",
                "http://a.test",
                "a.test/path",
                "<script>.test",
                "a_b.test",
                "[::1]"
            })
    void whatIsNoDomainIsRefused(String host) {
        assertThatThrownBy(() -> desk.apply(owner(seller), wish(host)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.fields())
                        .extracting(FieldError::field)
                        .contains("host"));
    }

    @Test
    @Tag("A8")
    void aDomainOfAStorefrontOrAnOpenApplicationIsTakenInAnySpelling() {
        approved("taken.localhost");
        UUID other = SiteFixture.seller(mall, "Second comer");
        assertThatThrownBy(() -> desk.apply(owner(other), wish("TAKEN.localhost")))
                .hasMessageContaining("domain_taken");
        desk.apply(owner(seller), wish("꽃집.example"));
        assertThatThrownBy(() -> desk.apply(owner(other), wish(java.net.IDN.toASCII("꽃집.example"))))
                .hasMessageContaining("domain_taken");
        assertThatThrownBy(() -> desk.build(operator, other, "Same", "꽃집.example"))
                .hasMessageContaining("domain_taken");
    }

    @Test
    @Tag("A8")
    void ofManyWhoWantOneDomainAtOnceOneGetsIt() throws Exception {
        List<UUID> sellers = Stream.of("Racer 1", "Racer 2", "Racer 3", "Racer 4")
                .map(name -> SiteFixture.seller(mall, name))
                .toList();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(sellers.size());
        List<Future<String>> answers = sellers.stream()
                .map(tenant -> threads.submit(() -> {
                    start.await();
                    try {
                        desk.apply(owner(tenant), wish("race.localhost"));
                        return "applied";
                    } catch (DomainException e) {
                        return e.code().code();
                    }
                }))
                .toList();
        start.countDown();
        List<String> said = new ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        threads.shutdown();
        assertThat(said).containsOnlyOnce("applied").containsOnly("applied", "domain_taken");
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        ApplyForStorefront bad =
                new ApplyForStorefront(" ", "fine.localhost", "nothing", false, List.of(), 9001, "n".repeat(2001));
        assertThatThrownBy(() -> desk.apply(owner(seller), bad))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.fields())
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrder("name", "theme", "categoryIds", "discountBp", "note"));
    }

    @Test
    void anApplicationIsDecidedOnceAndWithAReason() {
        UUID id = desk.apply(owner(seller), wish("decided.localhost"));
        assertThatThrownBy(() -> desk.reject(operator, id, "")).hasMessageContaining("reason");
        assertThatThrownBy(() -> desk.approve(owner(seller), new StorefrontDesk.Approval(id, 0)))
                .hasMessageContaining("not_permitted");
        desk.reject(operator, id, "The name belongs to another company.");
        assertThat(desk.application(owner(seller), id).decisionReason()).contains("another company");
        assertThatThrownBy(() -> desk.approve(operator, new StorefrontDesk.Approval(id, 0)))
                .hasMessageContaining("application_state");
    }

    @Test
    void aSuspendedSellerCannotApply() {
        UUID suspended = SiteFixture.seller(mall, "Suspended applicant");
        mall.execute("update seller set state = 'suspended' where id = ?", suspended);
        assertThatThrownBy(() -> desk.apply(owner(suspended), wish("late.localhost")))
                .hasMessageContaining("seller_state");
    }

    @Test
    @Tag("D14")
    @Tag("D15")
    void oneCallMakesAShopAndFiftyOfThemAreManaged() {
        UUID many = SiteFixture.seller(mall, "Fifty shops");
        for (int i = 0; i < 50; i++) {
            desk.build(operator, many, "Shop " + i, "shop" + i + ".localhost");
        }
        assertThat(desk.sites(owner(many))).hasSize(50);
        for (int i = 0; i < 50; i++) {
            assertThat(answering("shop" + i + ".localhost").isOpen()).isTrue();
        }
    }

    /** As soon as the database's news of the new host has come. */
    private static SiteView answering(String host) {
        SiteDirectory directory = mall.get(SiteDirectory.class);
        Caller shopper = Caller.anonymous("t");
        SiteDirectoryIT.waitFor(() -> directory.byHost(shopper, host).isPresent());
        return directory.byHost(shopper, host).orElseThrow();
    }

    @Test
    @Tag("A9")
    @Tag("A10")
    void aSellerChangesHisOwnStorefrontAndNothingElse() {
        UUID site = approved("own.localhost");
        UUID neighbour = approved("neighbour.localhost");
        SiteView mallBefore = desk.sites(operator).get(0);
        SiteView neighbourBefore = desk.site(operator, neighbour);
        UpdateSite change = UpdateSite.of(desk.site(owner(seller), site)).withDiscount(2500);
        desk.updateSite(owner(seller), change);
        assertThat(desk.site(owner(seller), site).discountBp()).isEqualTo(2500);
        assertThat(desk.site(operator, neighbour)).isEqualTo(neighbourBefore);
        assertThat(desk.sites(operator).get(0)).isEqualTo(mallBefore);
        assertThatThrownBy(() -> desk.updateSite(owner(seller), change)).hasMessageContaining("changed_meanwhile");
        assertThatThrownBy(() -> desk.updateSite(owner(seller), UpdateSite.of(mallBefore)))
                .hasMessageContaining("site_not_found");
        UUID other = SiteFixture.seller(mall, "Curious seller");
        assertThatThrownBy(() -> desk.site(owner(other), site)).hasMessageContaining("site_not_found");
    }

    @Test
    @Tag("A36")
    void aStorefrontIsSuspendedReopenedAndClosedWithoutTheSeller() {
        UUID site = approved("paused.localhost");
        desk.suspend(operator, site, "Complaints.");
        assertThat(desk.site(operator, site).state()).isEqualTo(SiteView.State.SUSPENDED);
        assertThatThrownBy(() -> desk.updateSite(owner(seller), UpdateSite.of(desk.site(owner(seller), site))))
                .hasMessageContaining("site_state");
        desk.reopen(operator, site);
        desk.close(operator, site, "The seller asked for it.");
        assertThatThrownBy(() -> desk.reopen(operator, site)).hasMessageContaining("site_state");
        assertThat(mall.value(String.class, "select state from seller where id = ?", seller))
                .isEqualTo("active");
        assertThatThrownBy(() -> desk.close(owner(seller), site, "x")).hasMessageContaining("not_permitted");
        assertThatThrownBy(
                        () -> desk.suspend(operator, desk.sites(operator).get(0).id(), "the mall"))
                .hasMessageContaining("site_state");
    }

    @Test
    @Tag("A36")
    void aSuspendedSellersStorefrontIsSuspendedWithHim() {
        UUID tenant = SiteFixture.seller(mall, "Falls with shop");
        UUID site = desk.build(operator, tenant, "Falls", "falls.localhost");
        mall.execute("update seller set state = 'suspended' where id = ?", tenant);
        assertThat(desk.site(operator, site).state()).isEqualTo(SiteView.State.SUSPENDED);
    }

    @Test
    void theMallIsOpenedOnce() {
        UUID again = desk.openMall(
                Caller.worker("t"),
                new OpenMall("Another", "grove", "JP", List.of("ja"), List.of("JPY"), 0, "Asia/Tokyo"));
        assertThat(desk.site(operator, again).name()).isEqualTo("Rialto");
        assertThatThrownBy(() -> desk.sites(Caller.tenant(seller, null, Set.of(), "t")))
                .hasMessageContaining("not_permitted");
    }
}
