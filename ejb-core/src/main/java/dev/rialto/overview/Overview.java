package dev.rialto.overview;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what waits, for the mall or for one seller. */
@Stateless
@Boundary
public class Overview {
    /** Counting goes no further than this. */
    public static final int MOST = 1_000;

    private static final Map<String, String> OF_ANYBODY =
            Map.of("ship", "select from sub_order where state in ('to_ship', 'partly_shipped')", "low", """
            select from stock s join variant v on v.id = s.variant_id and v.state = 'active'
            join goods g on g.id = v.goods_id and g.state = 'on_sale' where s.available <= s.low_at
            """);

    private static final Map<String, String> OF_THE_MALL = Map.of(
            "deposits", "select from payment where state = 'awaiting_deposit'",
            "sellers", "select from seller where state = 'applied'",
            "shops", "select from storefront_application where state = 'submitted'",
            "approvals", "select from refund_owed where state = 'waiting'",
            "disputes", "select from conversation where state = 'disputed'",
            "chargebacks", "select from chargeback where state = 'open'",
            "notices", "select from notice where state in ('open', 'objected')",
            // what one has begun oneself waits for somebody else
            "papers", """
                    select from verification
                    where state = 'submitted' or (state = 'in_review' and first_by is distinct from :me::uuid)
                    """,
            "payouts", "select from payout_run where state = 'prepared' and prepared_by is distinct from :me::uuid",
            "batches",
                    "select from code_batch where state = 'awaits_approval' and asked_by is distinct from :me::uuid");

    private static final Map<String, String> OF_A_SELLER = Map.of(
            "questions", "select from remark where kind = 'question' and state = 'shown' and answered_at is null");

    private static final String COUNTS_OF_THE_MALL = counts(OF_THE_MALL);
    private static final String COUNTS_OF_A_SELLER = counts(OF_A_SELLER);

    private static final String STEPS = """
            select s.state = 'active' as accepted,
                   s.legal_name is not null and s.registration_number is not null and s.address is not null as described,
                   s.sells as checked,
                   exists (select from delivery_method where active) as delivers,
                   exists (select from goods where state = 'on_sale') as lists,
                   exists (select from stock where available > 0) as stocks,
                   exists (select from site where tenant_id = s.id) as has_shop,
                   coalesce((select a.state from storefront_application a
                             order by a.applied_at desc, a.id limit 1), '') as application,
                   coalesce((select a.decision_reason from storefront_application a
                             order by a.applied_at desc, a.id limit 1), '') as reason,
                   exists (select from sub_order) as sold
            from seller s where s.id = :tenant
            """;

    private static final String STEPS_OF_THE_MALL = """
            select exists (select from category where parent_id is not null) as sorts,
                   exists (select from tax_rate) as taxes,
                   exists (select from bank_account where active) as banks,
                   exists (select from terms_version) as terms,
                   (select count(*) > 1 from mall_staff) as pairs,
                   exists (select from seller where state = 'active') as admits,
                   exists (select from goods where state = 'on_sale') as lists,
                   exists (select from sub_order) as sold
            """;

    private Database database;

    @Inject
    public Overview(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Overview() {}

    private record Count(String key, long count) {}

    /**
     * How much waits, by what it is; each number stops at {@link #MOST}.
     *
     * @return the keys of the console's list of things to do; what a caller may not do is for the page to leave out
     */
    public Map<String, Long> waiting(Caller caller) {
        boolean isMall = caller.role() == Caller.Role.MALL;
        return database
                .sql()
                .createQuery(isMall ? COUNTS_OF_THE_MALL : COUNTS_OF_A_SELLER)
                .bind("most", MOST)
                .bind("me", caller.account())
                .mapTo(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::key, Count::count));
    }

    private static String counts(Map<String, String> own) {
        return Stream.concat(OF_ANYBODY.entrySet().stream(), own.entrySet().stream())
                .map(each -> "select '" + each.getKey() + "' as key, (select count(*) from (" + each.getValue()
                        + " limit :most) x) as count")
                .collect(Collectors.joining(" union all ", "", " union all select 'returns', waiting_returns(:most)"));
    }

    /** How far the caller's seller has come. */
    public SellerSteps steps(Caller caller) {
        return database.sql()
                .createQuery(STEPS)
                .bind("tenant", caller.requireTenant())
                .mapTo(SellerSteps.class)
                .one();
    }

    /** How far the mall has come; for those who run it. */
    public MallSteps mallSteps(Caller caller) {
        return database.sql()
                .createQuery(STEPS_OF_THE_MALL)
                .mapTo(MallSteps.class)
                .one();
    }
}
