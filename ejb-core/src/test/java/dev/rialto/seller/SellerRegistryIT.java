package dev.rialto.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberFixture;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SellerRegistryIT {
    private static final Caller OPERATOR = Caller.operator(null, Permissions.OPERATOR, "t");

    @TempDir
    static Path folder;

    static TestMall mall;
    static SellerRegistry registry;
    static int people;

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder);
        SiteFixture.mall(mall);
        registry = mall.get(SellerRegistry.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static Caller member() {
        return Caller.shopper(MemberFixture.member(mall, "seller" + people++ + "@example.test"), null, "t");
    }

    private static ApplyAsSeller wish(String name) {
        return new ApplyAsSeller(
                name, null, "123-45-67890", "office@example.test", null, "KR", null, Map.of("en", "Fine goods."));
    }

    private static Caller owner(UUID seller) {
        return Caller.tenant(seller, null, Permissions.SELLER_OWNER, "t");
    }

    @Test
    @Tag("A1")
    void whoAppliesAndIsAdmittedBecomesTheFirstOwner() {
        Caller person = member();
        UUID seller = registry.apply(person, wish("Morning market"));
        assertThat(registry.mine(person)).singleElement().satisfies(standing -> assertThat(standing.state())
                .isEqualTo(SellerState.APPLIED));
        StaffDirectory staff = mall.get(StaffDirectory.class);
        assertThat(staff.of(Caller.worker("t"), person.signedIn().orElseThrow()))
                .isEmpty();
        registry.approve(OPERATOR, new SellerRegistry.Decision(seller, null));
        StaffView view =
                staff.of(Caller.worker("t"), person.signedIn().orElseThrow()).orElseThrow();
        assertThat(view.at(seller).orElseThrow().role()).isEqualTo(StaffView.SellerRole.OWNER);
        assertThat(registry.view(owner(seller), seller).state()).isEqualTo(SellerState.ACTIVE);
    }

    @Test
    @Tag("A1")
    void aRefusalNamesItsReasonAndOpensNothing() {
        Caller person = member();
        UUID seller = registry.apply(person, wish("Hasty market"));
        assertThatThrownBy(() -> registry.reject(OPERATOR, new SellerRegistry.Decision(seller, " ")))
                .hasMessageContaining("reason");
        registry.reject(OPERATOR, new SellerRegistry.Decision(seller, "The registration number is not yours."));
        assertThat(registry.mine(person)).singleElement().satisfies(standing -> assertThat(standing.decisionReason())
                .contains("not yours"));
        assertThatThrownBy(() -> registry.approve(OPERATOR, new SellerRegistry.Decision(seller, null)))
                .hasMessageContaining("seller_state");
        assertThat(mails(seller))
                .singleElement(STRING)
                .contains("Hasty market", "The registration number is not yours.");
        assertThat(registry.apply(person, wish("Hasty market"))).isNotEqualTo(seller);
    }

    @Test
    @Tag("A1")
    void everyDecisionIsToldByMail() {
        UUID seller = registry.apply(member(), wish("Letter market"));
        registry.approve(OPERATOR, new SellerRegistry.Decision(seller, null));
        registry.suspend(OPERATOR, new SellerRegistry.Decision(seller, "<b>Papers</b> ran out."));
        registry.reactivate(OPERATOR, new SellerRegistry.Decision(seller, null));
        assertThat(mails(seller)).hasSize(3).allMatch(mail -> mail.contains("Letter market"));
        assertThat(mails(seller).get(1)).contains("<b>Papers</b> ran out.");
        assertThat(mall.value(
                        String.class,
                        "select html_body from mail join outbox o on o.id = outbox_id where o.subject_id = ? and o.kind = ?",
                        seller,
                        "mail.seller_suspended"))
                .contains("&lt;b&gt;Papers")
                .doesNotContain("<b>Papers");
    }

    private static List<String> mails(UUID seller) {
        String[] mails = mall.value(String[].class, """
                select array_agg(subject || ' ' || text_body order by o.id) from mail join outbox o on o.id = outbox_id
                where o.subject_id = ?
                """, seller);
        return List.of(mails);
    }

    @Test
    void onlyWhoMayDecidesAndOnlyWhoIsSignedInApplies() {
        UUID seller = registry.apply(member(), wish("Guarded market"));
        assertThatThrownBy(() -> registry.approve(owner(seller), new SellerRegistry.Decision(seller, null)))
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> registry.approve(
                        Caller.operator(null, Permissions.VIEWER, "t"), new SellerRegistry.Decision(seller, null)))
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> registry.apply(Caller.anonymous("t"), wish("Nobody's")))
                .hasMessageContaining("sign_in_needed");
    }

    @Test
    void aNameIsTakenOnceAndAPersonHasOneOpenWish() {
        Caller person = member();
        registry.apply(person, wish("One of a kind"));
        assertThatThrownBy(() -> registry.apply(member(), wish(" one OF a kind ")))
                .hasMessageContaining("seller_name_taken");
        assertThatThrownBy(() -> registry.apply(person, wish("Another"))).hasMessageContaining("seller_state");
    }

    @Test
    void everyWrongFieldIsNamed() {
        ApplyAsSeller bad = new ApplyAsSeller(
                "x".repeat(101), null, "1".repeat(51), "no address", null, "ZZ", null, Map.of("xx", "?"));
        assertThatThrownBy(() -> registry.apply(member(), bad))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.fields())
                        .extracting(FieldError::field)
                        .contains("name", "registrationNumber", "email", "country", "about"));
    }

    @Test
    @Tag("A38")
    void theListShowsWhoHasAStorefrontAndWhoHasNone() {
        UUID with = SiteFixture.seller(mall, "With storefront");
        SiteFixture.storefront(mall, with, "with.localhost");
        UUID without = SiteFixture.seller(mall, "Without storefront");
        List<SellerSummary> sellers = registry.list(OPERATOR, new SellerRegistry.Filter(null, "storefront", null, 50))
                .items();
        assertThat(sellers).extracting(SellerSummary::id).containsExactly(without, with);
        assertThat(sellers.get(1).hosts()).containsExactly("with.localhost");
        assertThat(sellers.get(0).hosts()).isEmpty();
    }

    @Test
    @Tag("D36")
    void shoppersChooseAmongActiveShops() {
        SiteFixture.seller(mall, "Shop to choose");
        UUID suspended = SiteFixture.seller(mall, "Shop suspended");
        registry.suspend(OPERATOR, new SellerRegistry.Decision(suspended, "Unpaid fees."));
        assertThat(registry.shops(Caller.anonymous("t"), null, 200).items())
                .extracting(SellerRegistry.Shop::name)
                .contains("Shop to choose")
                .doesNotContain("Shop suspended");
    }

    @Test
    @Tag("A5")
    void oneSellerNeitherSeesNorChangesAnother() {
        UUID one = SiteFixture.seller(mall, "Neighbour one");
        UUID other = SiteFixture.seller(mall, "Neighbour other");
        assertThatThrownBy(() -> registry.view(owner(one), other)).hasMessageContaining("seller_not_found");
        assertThat(registry.list(owner(one), SellerRegistry.Filter.all()).items())
                .extracting(SellerSummary::id)
                .containsExactly(one);
        assertThatThrownBy(() -> registry.update(owner(one), new SellerRegistry.Change(other, wish("Stolen"), null, 1)))
                .hasMessageContaining("seller_not_found");
        assertThatThrownBy(() -> registry.view(OPERATOR, Ids.next())).hasMessageContaining("seller_not_found");
    }

    @Test
    @Tag("D35")
    void whoeverSavesOverAnUnseenChangeIsTold() {
        UUID seller = SiteFixture.seller(mall, "Edited twice");
        SellerView read = registry.view(OPERATOR, seller);
        registry.update(OPERATOR, new SellerRegistry.Change(seller, wish("Edited once"), 500, read.version()));
        assertThatThrownBy(() -> registry.update(
                        owner(seller), new SellerRegistry.Change(seller, wish("Edited late"), null, read.version())))
                .hasMessageContaining("changed_meanwhile");
        assertThat(registry.view(OPERATOR, seller).commissionBp()).isEqualTo(500);
        assertThatThrownBy(() -> registry.update(
                        owner(seller), new SellerRegistry.Change(seller, wish("Edited once"), 0, read.version() + 1)))
                .hasMessageContaining("not_permitted");
    }

    @Test
    void aSuspendedSellersStaffMayOnlyLook() {
        Caller person = member();
        UUID seller = registry.apply(person, wish("Soon suspended"));
        registry.approve(OPERATOR, new SellerRegistry.Decision(seller, null));
        registry.suspend(OPERATOR, new SellerRegistry.Decision(seller, "Under review."));
        Set<String> permissions = mall.get(StaffDirectory.class)
                .of(Caller.worker("t"), person.signedIn().orElseThrow())
                .orElseThrow()
                .permissionsAt(seller);
        assertThat(permissions).contains("goods.view").doesNotContain("goods.edit", "site.edit");
        registry.reactivate(OPERATOR, new SellerRegistry.Decision(seller, null));
        assertThat(registry.view(OPERATOR, seller).state()).isEqualTo(SellerState.ACTIVE);
    }

    @Test
    void theLastOwnerAndTheLastOperatorStay() {
        StaffDirectory staff = mall.get(StaffDirectory.class);
        Caller person = member();
        UUID seller = registry.apply(person, wish("One owner"));
        registry.approve(OPERATOR, new SellerRegistry.Decision(seller, null));
        UUID account = person.signedIn().orElseThrow();
        assertThatThrownBy(() -> staff.remove(owner(seller), account)).hasMessageContaining("last_of_staff");
        UUID second = member().signedIn().orElseThrow();
        staff.putSellerStaff(owner(seller), second, StaffView.SellerRole.OWNER);
        staff.remove(owner(seller), account);
        assertThat(staff.members(owner(seller)))
                .extracting(StaffDirectory.StaffMember::accountId)
                .containsExactly(second);
        staff.bootstrapOperator(Caller.worker("t"), second);
        staff.bootstrapOperator(Caller.worker("t"), account);
        assertThat(staff.members(OPERATOR)).hasSize(1);
        assertThatThrownBy(() -> staff.putMallStaff(OPERATOR, second, StaffView.MallRole.VIEWER))
                .hasMessageContaining("last_of_staff");
        assertThatThrownBy(() -> staff.putMallStaff(owner(seller), account, StaffView.MallRole.OPERATOR))
                .hasMessageContaining("not_permitted");
    }
}
