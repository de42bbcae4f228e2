package dev.rialto.audience;

import static dev.rialto.audience.AudienceFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists at 100,000 members: few statements, and by index. */
class AudienceSizeIT {
    private static final int MEMBERS = 100_000;

    @TempDir
    static Path folder;

    static AudienceFixture shop;

    @BeforeAll
    static void manyMembers() {
        shop = new AudienceFixture(folder);
        shop.mall.execute("""
                insert into account (id, subject, state, created_at)
                select gen_random_uuid(), 'many' || n, 'active', now() from generate_series(1, ?) n
                """, MEMBERS);
        shop.mall.execute("""
                insert into person (account_id, email, name, language, birth_date, gender, region, occupation)
                select id, subject || '@example.test', 'Member ' || subject, 'ko',
                       case when n % 5 > 0 then date '1950-01-01' + (n % 20000) end,
                       (array['female', 'male', 'other', null])[1 + n % 4],
                       (array['KR-11', 'KR-26', 'KR-41', null])[1 + (n / 4) % 4],
                       case when n % 1000 = 0 then 'farming' when n % 3 > 0 then 'office' end
                from (select a.*, (row_number() over ())::int as n from account a where subject like 'many%') a
                """);
        shop.mall.execute("""
                insert into member select a.id, s.id, s.member_mark, now() from account a, site s
                where a.subject like 'many%' and s.id = ?
                """, shop.site);
        shop.mall.execute("""
                insert into consent select gen_random_uuid(), id, 'marketing', true, 'v', now() from account
                where subject like 'many%'
                """);
        shop.order(shop.member("Buyer"), "paid", 10_000, Instant.now());
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static void withinThree(Runnable page) {
        assertThat(shop.mall.statementsOf(page)).hasSizeLessThanOrEqualTo(3);
        Instant before = Instant.now();
        page.run();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aPageOfMembersTakesTwoStatements() {
        Audience audience = shop.mall.get(Audience.class);
        for (AudienceFilter filter : List.of(
                AudienceFilter.all(50),
                new AudienceFilter(null, "other", null, null, null, null, 50),
                new AudienceFilter(null, null, "KR-26", null, null, null, 50),
                new AudienceFilter(null, null, null, "thirties", null, null, 50),
                new AudienceFilter(null, null, null, null, "farming", null, 50),
                new AudienceFilter("many77777", null, null, null, null, null, 50))) {
            withinThree(() -> {
                assertThat(audience.list(OPERATOR, filter).items()).isNotEmpty();
                assertThat(audience.counts(OPERATOR).all()).isEqualTo(MEMBERS + 1);
            });
        }
    }

    @Test
    void bestCustomersAnniversariesAndSegmentsTakeNoMore() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Seoul"));
        BestCustomers best = shop.mall.get(BestCustomers.class);
        withinThree(() -> assertThat(best.list(
                        OPERATOR,
                        new BestCustomers.Criterion(
                                BestCustomers.Measure.AMOUNT, "KRW", 0, today.minusYears(1), today, 50)))
                .hasSize(1));
        Anniversaries anniversaries = shop.mall.get(Anniversaries.class);
        withinThree(() -> assertThat(anniversaries.on(OPERATOR, today)).isNotEmpty());
        Segments segments = shop.mall.get(Segments.class);
        SegmentCriteria office = new SegmentCriteria("female", "KR-11", null, null, null, null, null, null, true, null);
        withinThree(() -> {
            assertThat(segments.size(OPERATOR, office).members()).isPositive();
            assertThat(segments.members(OPERATOR, office, null, 20)).hasSize(20);
        });
    }
}
