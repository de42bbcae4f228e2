package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements behind the lists, run as a worker within what {@link Audience} allows. */
@Stateless
@Boundary
public class AudienceRows {
    private Database database;

    @Inject
    public AudienceRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AudienceRows() {}

    /** A page of members. */
    public List<MemberLine> list(Caller caller, Choice choice, @Nullable UUID seller, int limit) {
        return database.sql()
                .createQuery(AudienceSql.LINE
                        + AudienceSql.where(choice, seller != null)
                        + " order by p.account_id desc limit :limit")
                .bindMethods(choice)
                .bind("seller", seller)
                .bind("limit", limit)
                .mapTo(MemberLine.class)
                .list();
    }

    /** How they divide; today tells their age. */
    public AudienceCounts counts(Caller caller, @Nullable UUID seller, LocalDate today) {
        Map<String, Long> gender = AudienceCounts.division();
        Map<String, Long> region = AudienceCounts.division();
        Map<String, Long> age = AudienceCounts.division();
        Map<String, Long> occupation = AudienceCounts.division();
        long[] all = new long[1];
        database.sql()
                .createQuery("""
                        with said as (
                            select coalesce(p.gender, 'none') as gender, coalesce(p.region, 'none') as region,
                                   coalesce(p.occupation, 'none') as occupation,
                                   case when p.birth_date is null then 'none'
                                        when p.birth_date > :t20 then 'under_20' when p.birth_date > :t30 then 'twenties'
                                        when p.birth_date > :t40 then 'thirties' when p.birth_date > :t50 then 'forties'
                                        when p.birth_date > :t60 then 'fifties' else 'from_60' end as age
                            from member m join person p on p.account_id = m.account_id
                            join site s on s.id = m.join_site_id
                            where s.tenant_id = :seller
                               or :seller::uuid is null and m.join_site_id not in (select test_sites()))
                        select grouping(gender, region, age, occupation) as division,
                               coalesce(gender, region, age, occupation) as value, count(*) as members
                        from said group by grouping sets ((gender), (region), (age), (occupation), ())
                        """)
                .bind("seller", seller)
                .bind("t20", today.minusYears(20))
                .bind("t30", today.minusYears(30))
                .bind("t40", today.minusYears(40))
                .bind("t50", today.minusYears(50))
                .bind("t60", today.minusYears(60))
                .map((row, context) -> {
                    long members = row.getLong(3);
                    switch (row.getInt(1)) {
                        case 0b0111 -> gender.put(row.getString(2), members);
                        case 0b1011 -> region.put(row.getString(2), members);
                        case 0b1101 -> age.put(row.getString(2), members);
                        case 0b1110 -> occupation.put(row.getString(2), members);
                        default -> all[0] = members;
                    }
                    return members;
                })
                .list();
        return new AudienceCounts(all[0], gender, region, age, occupation);
    }
}
