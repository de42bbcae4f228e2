package dev.rialto.audience;

import static dev.rialto.audience.AudienceFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.audience.SegmentMailings.Mailing;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsIT {
    private static final SegmentCriteria WOMEN =
            new SegmentCriteria("female", null, null, null, null, null, null, null, false, null);

    @TempDir
    static Path folder;

    static AudienceFixture shop;
    static Segments segments;

    @BeforeAll
    static void someMembers() {
        shop = new AudienceFixture(folder);
        segments = shop.mall.get(Segments.class);
        UUID ana = shop.member("Ana", new Traits(null, "female", null, "KR-11", null), shop.site);
        UUID bea = shop.member("Bea", new Traits(null, "female", null, "KR-26", null), shop.site);
        UUID cho = shop.member("Cho", new Traits(null, "male", null, "KR-11", null), shop.site);
        shop.agreed(ana, true);
        shop.agreed(cho, true);
        shop.order(ana, "paid", 50_000, Instant.now().minus(Duration.ofDays(3)));
        shop.order(bea, "paid", 50_000, Instant.now().minus(Duration.ofDays(300)));
        shop.order(bea, "paid", 50_000, Instant.now().minus(Duration.ofDays(2)));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static List<String> names(SegmentCriteria criteria) {
        return segments.members(OPERATOR, criteria, null, 50).stream()
                .map(MemberLine::name)
                .toList();
    }

    private static SegmentCriteria orders(Integer days, Integer least, Long amount) {
        return new SegmentCriteria(
                null, null, null, null, days, least, amount == null ? null : "KRW", amount, false, null);
    }

    @Test
    void membersBelongByWhatTheySayAndByWhatTheyBought() {
        assertThat(names(SegmentCriteria.none())).containsExactly("Cho", "Bea", "Ana");
        assertThat(names(WOMEN)).containsExactly("Bea", "Ana");
        assertThat(names(orders(null, 2, null))).containsExactly("Bea");
        assertThat(names(orders(30, 1, null))).containsExactly("Bea", "Ana");
        assertThat(names(orders(30, null, 50_001L))).isEmpty();
        assertThat(names(orders(null, null, 100_000L))).containsExactly("Bea");
        assertThat(names(new SegmentCriteria("female", null, null, null, null, null, null, null, true, null)))
                .containsExactly("Ana");
        assertThat(segments.size(OPERATOR, WOMEN)).isEqualTo(new Segments.Size(2, 1));
    }

    @Test
    void aSegmentIsKeptChangedOnceAndDeleted() {
        UUID id = segments.create(OPERATOR, "Women of Seoul", WOMEN);
        Segment read = segments.view(OPERATOR, id);
        assertThat(read.criteria()).isEqualTo(WOMEN);
        segments.update(OPERATOR, new Segment(id, "Women", WOMEN, read.updatedAt(), read.version()));
        assertThatThrownBy(() ->
                        segments.update(OPERATOR, new Segment(id, "Late", WOMEN, read.updatedAt(), read.version())))
                .hasMessageContaining("segment_changed");
        assertThatThrownBy(() -> segments.create(OPERATOR, "WOMEN", WOMEN)).hasMessageContaining("taken");
        assertThatThrownBy(() -> segments.create(OPERATOR, "", orders(0, 0, 1L)))
                .hasMessageContaining("name");
        segments.delete(OPERATOR, id);
        assertThatThrownBy(() -> segments.view(OPERATOR, id)).hasMessageContaining("segment_not_found");
    }

    @Test
    void aMailGoesOnceToThoseWhoAgreedWithTheWayOut() {
        UUID id = segments.create(OPERATOR, "All for mail", SegmentCriteria.none());
        SegmentMailings mailings = shop.mall.get(SegmentMailings.class);
        Mailing mail = new Mailing(Ids.next(), id, "Spring", "New teas are here.");
        mailings.send(OPERATOR, mail);
        mailings.send(OPERATOR, mail);
        assertThat(
                        shop.mall.value(
                                String.class,
                                "select string_agg(p.name, ',' order by p.name) from outbox o join person p on p.account_id = o.subject_id join mail m on m.outbox_id = o.id where o.kind = 'mail.segment' and m.unsubscribe_at like '%/unsubscribe/member_%'"))
                .isEqualTo("Ana,Cho");
        assertThat(mailings.sent(OPERATOR, id)).singleElement().satisfies(sent -> {
            assertThat(sent.recipients()).isEqualTo(2);
            assertThat(sent.leftOut()).isEqualTo(1);
        });
        assertThatThrownBy(() -> mailings.send(OPERATOR, new Mailing(Ids.next(), id, "", "")))
                .hasMessageContaining("subject")
                .hasMessageContaining("body");
    }

    @Test
    void sellersAndReadersMayNotDoIt() {
        Caller owner = Caller.tenant(shop.seller, null, Set.of("member.view", "member.edit"), "t");
        Caller reader = Caller.operator(null, Set.of("member.view"), "t");
        assertThatThrownBy(() -> segments.list(owner)).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> segments.create(reader, "X", WOMEN)).hasMessageContaining("not_permitted");
    }
}
