package dev.rialto.audience;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the conditions of a choice: only those that matter, so that each can use its index. */
final class AudienceSql {
    private static final String WANTS_NEWS = """
            coalesce((select c.given from consent c where c.account_id = m.account_id and c.kind = 'marketing'
                      order by c.at desc, c.id desc limit 1), false)""";
    static final String LINE = """
            select m.account_id, p.name, p.email, p.phone, p.language, p.gender, p.birth_date, p.region, p.occupation,
                   s.name as join_site, m.joined_at, %s as wants_news
            from member m
            join person p on p.account_id = m.account_id
            join site s on s.id = m.join_site_id
            """.formatted(WANTS_NEWS);

    /** Who joined at a sandbox is nobody of the mall's. */
    private static final String NO_TESTS = "m.join_site_id not in (select test_sites())";

    private AudienceSql() {}

    /** Names of parameters as they are bound by {@link Choice}'s components. */
    static String where(Choice choice, boolean scoped) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scoped ? "s.tenant_id = :seller" : NO_TESTS);
        if (!choice.text().isEmpty()) {
            conditions.add("(position(:text in p.email) > 0 or position(:text in lower(p.name)) > 0)");
        }
        equal(conditions, "gender", choice.gender());
        equal(conditions, "region", choice.region());
        equal(conditions, "occupation", choice.occupation());
        if (choice.born() != null) {
            conditions.add(
                    choice.born()
                            ? "p.birth_date > :bornAfter and p.birth_date <= :bornUntil"
                            : "p.birth_date is null");
        }
        if (choice.after() != null) {
            conditions.add("p.account_id < :after");
        }
        return " where " + String.join(" and ", conditions);
    }

    private static void equal(List<String> conditions, String column, @Nullable String value) {
        if (value != null) {
            conditions.add(
                    value.equals(AudienceFilter.NOT_GIVEN)
                            ? "p." + column + " is null"
                            : "p." + column + " = :" + column);
        }
    }

    /** The condition that the latest word on news is yes. */
    static String wantsNews() {
        return WANTS_NEWS;
    }
}
