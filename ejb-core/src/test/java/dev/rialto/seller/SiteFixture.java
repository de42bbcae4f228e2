package dev.rialto.seller;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.util.UUID;

/** Sites for tests that need one and do not care how it came about. */
public final class SiteFixture {
    private SiteFixture() {}

    /** The mall's own front on mall.localhost. */
    public static UUID mall(TestMall mall) {
        return site(mall, "mall", "", "mall.localhost");
    }

    /** A storefront of a new, active seller. */
    public static UUID storefront(TestMall mall, UUID tenant, String host) {
        return site(mall, "storefront", tenant.toString(), host);
    }

    private static UUID site(TestMall mall, String kind, String tenant, String host) {
        UUID id = Ids.next();
        mall.execute("""
                        insert into site (id, kind, tenant_id, state, name, country, languages, currencies,
                                          member_mark, payment_mark, created_at)
                        values (?, ?, nullif(?, '')::uuid, 'open', ?, 'KR', '{ko,en,ja,zh}', '{KRW,USD}',
                                gen_random_uuid(), gen_random_uuid(), now())
                        """, id, kind, tenant, host);
        mall.execute("insert into site_host values (?, ?, nullif(?, '')::uuid, true, now())", host, id, tenant);
        return id;
    }

    /** A tenant whose seller is active; the applicant is a new account. */
    public static UUID seller(TestMall mall, String name) {
        UUID tenant = Ids.next();
        UUID account = Ids.next();
        mall.execute("insert into tenant values (?, 'seller', now())", tenant);
        mall.execute(
                "insert into account (id, subject, state, created_at) values (?, ?, 'active', now())",
                account,
                account.toString());
        mall.execute("""
                        insert into seller (id, state, name, email, applied_by, applied_at)
                        values (?, 'active', ?, 'shop@example.test', ?, now())
                        """, tenant, name, account);
        return tenant;
    }
}
