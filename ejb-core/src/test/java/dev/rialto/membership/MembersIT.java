package dev.rialto.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import dev.rialto.platform.Throttle;
import dev.rialto.seller.SiteFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembersIT {
    private static final Caller NOBODY = Caller.anonymous("t");
    private static final String PASSWORD = "a quiet little harbour";

    @TempDir
    static Path folder;

    static TestMall mall;
    static UUID mallSite;
    static UUID seller;
    static UUID storefront;
    static Members members;

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder);
        mallSite = SiteFixture.mall(mall);
        seller = SiteFixture.seller(mall, "Seller with a shop");
        storefront = SiteFixture.storefront(mall, seller, "shop.localhost");
        members = mall.get(Members.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static JoinMember joining(UUID site, String email) {
        return new JoinMember(site, email, PASSWORD, "Sato Yuki", "+81 3 1234 5678", "ja", Set.of("terms"), null);
    }

    private static Caller as(UUID account) {
        return Caller.shopper(account, null, "t");
    }

    private static List<String> wrongFields(JoinMember join) {
        try {
            members.join(NOBODY, join);
        } catch (DomainException e) {
            return e.fields().stream()
                    .map(field -> field.field() + " " + field.code())
                    .toList();
        }
        return List.of();
    }

    @Test
    @Tag("A23")
    @Tag("A27")
    @Tag("A28")
    void whoJoinsAtAStorefrontCarriesItsMarkInTheMallsTable() {
        UUID there = members.join(NOBODY, joining(storefront, "there@example.test"));
        UUID here = members.join(NOBODY, joining(mallSite, "here@example.test"));
        assertThat(members.profile(as(there)).joinSiteId()).isEqualTo(storefront);
        assertThat(members.profile(as(here)).joinSiteId()).isEqualTo(mallSite);
        assertThat(mall.value(
                        boolean.class,
                        "select m.join_mark = s.member_mark from member m join site s on s.id = ? where m.account_id = ?",
                        storefront,
                        there))
                .isTrue();
    }

    @Test
    @Tag("A28")
    void nobodyEditsTheMarkNotEvenTheMall() {
        UUID account = members.join(NOBODY, joining(storefront, "marked@example.test"));
        assertThatThrownBy(() ->
                        mall.execute("update member set join_site_id = ? where account_id = ?", mallSite, account))
                .hasMessageContaining("permission denied");
    }

    @Test
    @Tag("D8")
    void anAddressThatHasAnAccountIsRefusedInWhateverFormItIsTyped() {
        members.join(NOBODY, joining(mallSite, "once@example.test"));
        assertThatThrownBy(() -> members.join(NOBODY, joining(storefront, " ONCE@Example.TEST ")))
                .hasMessageContaining("email_not_usable");
    }

    @Test
    @Tag("D8")
    void ofTwoAtTheSameMomentOneBecomesAMember() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> answers = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(() -> {
                    start.await();
                    try {
                        members.join(NOBODY, joining(mallSite, "race@example.test"));
                        return "joined";
                    } catch (DomainException e) {
                        return e.code().code();
                    }
                }))
                .toList();
        start.countDown();
        List<String> said = new java.util.ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        threads.shutdown();
        assertThat(said).containsOnlyOnce("joined").containsOnly("joined", "email_not_usable");
    }

    @Test
    @Tag("D8")
    void everyWrongFieldIsNamedAtOnce() {
        JoinMember bad =
                new JoinMember(mallSite, "not an address", "short", "", "<script>", "xx", Set.of("everything"), null);
        assertThat(wrongFields(bad))
                .containsExactlyInAnyOrder(
                        "email invalid",
                        "password too_short",
                        "name required",
                        "phone invalid",
                        "language unknown",
                        "terms required",
                        "consents unknown");
        JoinMember empty = new JoinMember(mallSite, "", "", "x".repeat(101), null, "ko", Set.of("terms"), null);
        assertThat(wrongFields(empty))
                .containsExactlyInAnyOrder("email required", "password required", "name too_long");
    }

    @Test
    void aForeignOrClosedSiteTakesNobody() {
        assertThat(wrongFields(joining(Ids.next(), "foreign@example.test"))).containsExactly("siteId unknown");
        assertThat(mall.value(long.class, "select count(*) from person where email = 'foreign@example.test'"))
                .isZero();
    }

    @Test
    void joinFormsFromOneAddressAreLimited() {
        for (int i = 0; i < 20; i++) {
            mall.get(Throttle.class).count(Caller.worker("t"), "join:192.0.2.1", Duration.ofHours(1));
        }
        JoinMember join = new JoinMember(
                mallSite, "many@example.test", PASSWORD, "Many", null, "en", Set.of("terms"), "192.0.2.1");
        assertThatThrownBy(() -> members.join(NOBODY, join)).hasMessageContaining("too_many_tries");
    }

    @Test
    void whoRunsIntoAccountsTooOftenIsToldToWaitAndTheOwnerIsTold() {
        members.join(NOBODY, joining(mallSite, "taken@example.test"));
        JoinMember again =
                new JoinMember(mallSite, "taken@example.test", PASSWORD, "X", null, "en", Set.of("terms"), "192.0.2.2");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> members.join(NOBODY, again)).hasMessageContaining("email_not_usable");
        }
        assertThatThrownBy(() -> members.join(NOBODY, again)).hasMessageContaining("too_many_tries");
        assertThat(
                        mall.value(
                                long.class,
                                "select count(*) from mail m join outbox o on o.id = m.outbox_id where o.kind = 'mail.already_member' and m.recipient = 'taken@example.test'"))
                .isEqualTo(1);
    }

    @Test
    void aMemberChangesHisProfileAndNobodyElses() {
        UUID own = members.join(NOBODY, joining(mallSite, "own@example.test"));
        UUID other = members.join(NOBODY, joining(mallSite, "other@example.test"));
        UpdateProfile change = new UpdateProfile("Yuki <b>Sato</b>", null, "en");
        members.updateProfile(as(own), change);
        assertThat(members.profile(as(own)).name()).isEqualTo("Yuki <b>Sato</b>");
        assertThat(members.profile(as(own)).phone()).isNull();
        assertThat(members.profile(as(other)).name()).isEqualTo("Sato Yuki");
        assertThatThrownBy(() -> members.profile(NOBODY)).hasMessageContaining("sign_in_needed");
    }

    @Test
    void anAddressIsKeptChangedAndRemovedByItsOwnerOnly() {
        AddressBook addresses = mall.get(AddressBook.class);
        UUID own = members.join(NOBODY, joining(mallSite, "address@example.test"));
        UUID stranger = members.join(NOBODY, joining(mallSite, "stranger@example.test"));
        PostalAddress home =
                new PostalAddress(null, "Kim", null, "KR", "Seoul", "Mapo", "Yanghwa-ro 1", null, "04001", true);
        UUID id = addresses.keep(as(own), home);
        PostalAddress moved =
                new PostalAddress(id, "Kim", null, "KR", "Seoul", "Mapo", "Yanghwa-ro 2", null, "04001", true);
        addresses.keep(as(own), moved);
        assertThat(addresses.list(as(own))).containsExactly(moved);
        assertThat(addresses.list(as(stranger))).isEmpty();
        assertThatThrownBy(() -> addresses.keep(as(stranger), moved)).hasMessageContaining("member_not_found");
        assertThatThrownBy(() -> addresses.remove(as(stranger), id)).hasMessageContaining("member_not_found");
        addresses.remove(as(own), id);
        assertThat(addresses.list(as(own))).isEmpty();
        assertThatThrownBy(() ->
                        addresses.keep(as(own), new PostalAddress(null, "", "x", "XX", null, "", "", null, "", false)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.fields())
                        .extracting(FieldError::field)
                        .contains("name", "phone", "country", "city", "street", "postcode"));
    }

    @Test
    void consentsAreKeptWithTheirTimesAndTheLatestCounts() {
        UUID own = members.join(NOBODY, joining(mallSite, "consent@example.test"));
        members.consent(as(own), "marketing", true);
        members.consent(as(own), "marketing", false);
        assertThat(members.profile(as(own)).consents())
                .containsEntry("terms", true)
                .containsEntry("marketing", false);
        assertThat(mall.value(long.class, "select count(*) from consent where account_id = ?", own))
                .isEqualTo(3);
        assertThatThrownBy(() -> members.consent(as(own), "anything", true)).hasMessageContaining("invalid_member");
    }

    @Test
    void theExportHasAllThatIsKept() {
        UUID own = members.join(NOBODY, joining(mallSite, "export@example.test"));
        assertThat(mall.get(PersonalRecords.class).export(as(own)))
                .contains("export@example.test", "Sato Yuki", "terms", "sessions");
    }

    @Test
    void erasingLeavesTheAccountWithoutAPerson() {
        UUID own = members.join(NOBODY, joining(mallSite, "erase@example.test"));
        assertThatThrownBy(() -> mall.get(PersonalRecords.class).erase(as(own), "not the password"))
                .hasMessageContaining("wrong_password");
        mall.get(PersonalRecords.class).erase(as(own), PASSWORD);
        assertThat(mall.value(long.class, "select count(*) from person where account_id = ?", own))
                .isZero();
        assertThat(mall.value(String.class, "select state from account where id = ?", own))
                .isEqualTo("erased");
        assertThat(members.join(NOBODY, joining(mallSite, "erase@example.test")))
                .isNotEqualTo(own);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        UUID own = members.join(NOBODY, joining(mallSite, "change@example.test"));
        Sessions sessions = mall.get(Sessions.class);
        SignIn signIn = new SignIn(
                "change@example.test", PASSWORD, SessionView.Kind.SHOPPER, mallSite, null, "192.0.2.77", "Firefox");
        String here = sessions.signIn(NOBODY, signIn).token();
        String there = sessions.signIn(NOBODY, signIn).token();
        members.changePassword(as(own), new Members.ChangePassword(PASSWORD, "another quiet harbour", here, mallSite));
        assertThat(sessions.resolve(Caller.worker("t"), there)).isEmpty();
        assertThat(sessions.resolve(Caller.worker("t"), here)).isPresent();
        assertThat(mall.value(
                        String.class,
                        "select m.recipient from mail m join outbox o on o.id = m.outbox_id where o.kind = 'mail.password_changed' and o.subject_id = ?",
                        own))
                .isEqualTo("change@example.test");
        Members.ChangePassword weak = new Members.ChangePassword("another quiet harbour", "password123", null, null);
        assertThatThrownBy(() -> members.changePassword(as(own), weak)).hasMessageContaining("too_common");
        Members.ChangePassword guess = new Members.ChangePassword("wrong", "yet another harbour", null, null);
        assertThatThrownBy(() -> members.changePassword(as(own), guess)).hasMessageContaining("wrong_password");
    }

    @Test
    @Tag("D9")
    @Tag("A28")
    void aSellerFindsOnlyMembersWithHisMarkAndTheOperatorAll() {
        UUID his = members.join(NOBODY, joining(storefront, "his@example.test"));
        UUID malls = members.join(NOBODY, joining(mallSite, "malls@example.test"));
        MemberRoll roll = mall.get(MemberRoll.class);
        Caller sellers = Caller.tenant(seller, null, Set.of("member.view"), "t");
        Caller operator = Caller.operator(null, Set.of("member.view"), "t");
        assertThat(roll.list(sellers, MemberRoll.Filter.all()).items())
                .extracting(MemberSummary::accountId)
                .contains(his)
                .doesNotContain(malls);
        MemberRoll.Filter byText = new MemberRoll.Filter("MALLS@", null, null, 10);
        assertThat(roll.list(operator, byText).items())
                .extracting(MemberSummary::accountId)
                .containsExactly(malls);
        assertThat(roll.list(sellers, byText).items()).isEmpty();
        assertThat(roll.countBySite(operator).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(mall.value(long.class, "select count(*) from member join person using (account_id)"));
        assertThatThrownBy(() -> roll.list(Caller.tenant(seller, null, Set.of(), "t"), MemberRoll.Filter.all()))
                .hasMessageContaining("not_permitted");
    }

    @Test
    @Tag("D9")
    void theListIsReadPageByPageWithoutLossOrRepetition() {
        for (int i = 0; i < 5; i++) {
            MemberFixture.member(mall, "page" + i + "@example.test");
        }
        mall.execute("""
                insert into member select a.id, ?, (select member_mark from site where id = ?), now()
                from account a join person p on p.account_id = a.id where p.email like 'page%'
                """, mallSite, mallSite);
        Caller operator = Caller.operator(null, Set.of("member.view"), "t");
        List<String> seen = new java.util.ArrayList<>();
        String cursor = null;
        do {
            var page = mall.get(MemberRoll.class).list(operator, new MemberRoll.Filter("page", null, cursor, 2));
            page.items().forEach(member -> seen.add(member.email()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }
}
