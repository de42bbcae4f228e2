package dev.rialto.audience;

import static dev.rialto.audience.AudienceFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Page;
import dev.rialto.seller.SiteFixture;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudienceIT {
    @TempDir
    static Path folder;

    static AudienceFixture shop;
    static Audience audience;
    /** Joined at a sandbox, and so is in no list and no number. */
    static UUID tester;

    @BeforeAll
    static void someMembers() {
        shop = new AudienceFixture(folder);
        audience = shop.mall.get(Audience.class);
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Seoul"));
        shop.member("Ana", traits(today.minusYears(20), "female", "KR-11", "student"), shop.site);
        shop.member("Bo", traits(today.minusYears(20).plusDays(1), "male", "KR-11", null), shop.site);
        shop.member("Cho", traits(today.minusYears(60), "other", "DE", "retired"), shop.storefront);
        shop.member("Dai", traits(today.minusYears(35), "female", null, "office"), shop.storefront);
        shop.member("Eun");
        UUID sandbox = SiteFixture.seller(shop.mall, "Sandbox");
        UUID trial = SiteFixture.storefront(shop.mall, sandbox, "trial.localhost");
        shop.mall.execute(
                "insert into test_tenant (id, tenant_id, site_id, opened_at) values (?, ?, ?, now())",
                sandbox,
                shop.seller,
                trial);
        tester = shop.member("Fay", traits(today.minusYears(30), "female", "KR-11", "office"), trial);
    }

    private static Traits traits(
            LocalDate born, @Nullable String gender, @Nullable String region, @Nullable String occupation) {
        return new Traits(born, gender, null, region, occupation);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static AudienceFilter by(
            @Nullable String gender, @Nullable String region, @Nullable String age, @Nullable String occupation) {
        return new AudienceFilter(null, gender, region, age, occupation, null, 50);
    }

    private static List<String> names(AudienceFilter filter) {
        return audience.list(OPERATOR, filter).items().stream()
                .map(MemberLine::name)
                .toList();
    }

    private static long sum(Map<String, Long> division) {
        return division.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    @Tag("D68")
    void theWholeListIsReadPageByPageAndCounted() {
        List<String> seen = new ArrayList<>();
        AudienceFilter filter = AudienceFilter.all(2);
        Page<MemberLine> page = audience.list(OPERATOR, filter);
        while (true) {
            page.items().forEach(member -> seen.add(member.name()));
            if (page.next() == null) {
                break;
            }
            page = audience.list(OPERATOR, filter.after(UUID.fromString(page.next())));
        }
        assertThat(seen).containsExactly("Eun", "Dai", "Cho", "Bo", "Ana");
        assertThat(audience.counts(OPERATOR).all()).isEqualTo(5);
    }

    @Test
    @Tag("D69")
    @Tag("D70")
    @Tag("D71")
    @Tag("D72")
    void everyDivisionAddsUpToAllWithThoseWhoSaidNothing() {
        AudienceCounts counts = audience.counts(OPERATOR);
        assertThat(counts.byGender())
                .containsOnly(
                        Map.entry("female", 2L), Map.entry("male", 1L), Map.entry("other", 1L), Map.entry("none", 1L));
        assertThat(counts.byRegion()).containsOnly(Map.entry("KR-11", 2L), Map.entry("DE", 1L), Map.entry("none", 2L));
        assertThat(counts.byAge())
                .containsOnly(
                        Map.entry("under_20", 1L),
                        Map.entry("twenties", 1L),
                        Map.entry("thirties", 1L),
                        Map.entry("from_60", 1L),
                        Map.entry("none", 1L));
        for (Map<String, Long> division :
                List.of(counts.byGender(), counts.byRegion(), counts.byAge(), counts.byOccupation())) {
            assertThat(sum(division)).isEqualTo(counts.all());
        }
    }

    @Test
    @Tag("D69")
    @Tag("D70")
    @Tag("D71")
    @Tag("D72")
    void listsAreNarrowedByEachOfThem() {
        assertThat(names(by("female", null, null, null))).containsExactly("Dai", "Ana");
        assertThat(names(by("none", null, null, null))).containsExactly("Eun");
        assertThat(names(by(null, "KR-11", null, null))).containsExactly("Bo", "Ana");
        assertThat(names(by(null, null, "twenties", null))).containsExactly("Ana");
        assertThat(names(by(null, null, "under_20", null))).containsExactly("Bo");
        assertThat(names(by(null, null, "from_60", null))).containsExactly("Cho");
        assertThat(names(by(null, null, "none", null))).containsExactly("Eun");
        assertThat(names(by(null, null, null, "retired"))).containsExactly("Cho");
        assertThat(names(by("female", null, "thirties", "office"))).containsExactly("Dai");
        assertThatThrownBy(() -> audience.list(OPERATOR, by("purple", null, "old", null)))
                .hasMessageContaining("gender")
                .hasMessageContaining("age");
    }

    @Test
    @Tag("D68")
    void whoJoinedAtASandboxIsInNoListNoNumberAndNoFile() {
        assertThat(names(AudienceFilter.all(50))).doesNotContain("Fay");
        assertThat(audience.counts(OPERATOR).all()).isEqualTo(5);
        assertThatThrownBy(() -> shop.mall.get(MemberFiles.class).of(OPERATOR, tester, "en"))
                .hasMessageContaining("member_not_found");
        SegmentCriteria women = new SegmentCriteria("female", null, null, null, null, null, null, null, false, null);
        assertThat(shop.mall.get(Segments.class).size(OPERATOR, women).members())
                .isEqualTo(2);
        assertThat(shop.mall.get(Segments.class).members(OPERATOR, women, null, 20))
                .extracting(MemberLine::name)
                .containsExactly("Dai", "Ana");
    }

    @Test
    @Tag("D9")
    void aMemberIsFoundByPartOfNameOrAddress() {
        assertThat(names(new AudienceFilter("chO", null, null, null, null, null, 10)))
                .containsExactly("Cho");
        assertThat(names(new AudienceFilter("nobody", null, null, null, null, null, 10)))
                .isEmpty();
    }

    @Test
    @Tag("A28")
    void aSellerSeesThoseWhoJoinedAtHisStorefront() {
        Caller owner = Caller.tenant(shop.seller, null, Set.of("member.view"), "t");
        assertThat(audience.list(owner, AudienceFilter.all(50)).items())
                .extracting(MemberLine::name)
                .containsExactly("Dai", "Cho");
        assertThat(audience.counts(owner).all()).isEqualTo(2);
        assertThatThrownBy(() -> audience.list(Caller.tenant(shop.seller, null, Set.of(), "t"), AudienceFilter.all(50)))
                .hasMessageContaining("not_permitted");
    }

    @Test
    void whatAMemberSaysIsCheckedAndMayBeTakenBack() {
        UUID account = shop.member("Fay");
        Caller fay = Caller.shopper(account, null, "t");
        Portraits portraits = shop.mall.get(Portraits.class);
        Traits said = Traits.typed("1990-02-28", "female", "2015-05-01", "KR-26", "craft");
        portraits.keep(fay, said);
        assertThat(portraits.own(fay)).isEqualTo(said);
        assertThatThrownBy(() -> Traits.typed("1990-02-30", "", "31.12.2000", "", ""))
                .hasMessageContaining("birthDate")
                .hasMessageContaining("weddingOn");
        assertThatThrownBy(() -> portraits.keep(fay, Traits.typed("2990-01-01", "x", "1899-01-01", "Seoul", "king")))
                .hasMessageContaining("birthDate")
                .hasMessageContaining("gender")
                .hasMessageContaining("weddingOn")
                .hasMessageContaining("region")
                .hasMessageContaining("occupation");
        portraits.keep(fay, Traits.typed("", "", "", "", ""));
        assertThat(portraits.own(fay)).isEqualTo(new Traits(null, null, null, null, null));
        shop.mall.execute("delete from person where account_id = ?", account);
    }
}
