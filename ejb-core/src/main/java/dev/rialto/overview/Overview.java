package dev.rialto.overview;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Counts what waits, for the mall or for one seller. */
@Stateless
@Boundary
public class Overview {
    /** Counting goes no further than this. */
    public static final int MOST = 1_000;

    private static final String OF_ANYBODY = """
            select (select count(*) from (select from sub_order where state in ('to_ship', 'partly_shipped') limit :most) x)
                       as to_ship,
                   waiting_returns(:most) as returns,
                   (select count(*) from (
                        select from stock s join variant v on v.id = s.variant_id and v.state = 'active'
                        join goods g on g.id = v.goods_id and g.state = 'on_sale'
                        where s.available <= s.low_at limit :most) x) as low,
            """;

    private static final String OF_THE_MALL = OF_ANYBODY + """
                   (select count(*) from (select from payment where state = 'awaiting_deposit' limit :most) x) as deposits,
                   (select count(*) from (select from seller where state = 'applied' limit :most) x) as sellers,
                   (select count(*) from (select from storefront_application where state = 'submitted' limit :most) x) as shops,
                   (select count(*) from (select from refund_owed where state = 'waiting' limit :most) x) as approvals,
                   (select count(*) from (select from conversation where state = 'disputed' limit :most) x) as disputes,
                   (select count(*) from (select from chargeback where state = 'open' limit :most) x) as chargebacks
            """;

    private static final String OF_A_SELLER = OF_ANYBODY + """
                   0 as deposits, 0 as sellers, 0 as shops, 0 as approvals, 0 as disputes, 0 as chargebacks
            """;

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

    /** What waits for somebody; what a caller may not do is for the page to leave out. */
    public Waiting waiting(Caller caller) {
        boolean isMall = caller.role() == Caller.Role.MALL;
        return database.sql()
                .createQuery(isMall ? OF_THE_MALL : OF_A_SELLER)
                .bind("most", MOST)
                .mapTo(Waiting.class)
                .one();
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
