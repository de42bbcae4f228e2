package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What lies on the desk of a mall at work: an order that was sent, wanted back, and a refund that waits. */
public final class Desk {
    private static boolean covered;

    private Desk() {}

    /** Goods and how many of them. */
    record Wares(String slug, int quantity) {}

    /** Lays it there, once. */
    public static synchronized void cover() throws SQLException {
        if (covered) {
            return;
        }
        Buyer buyer = new Buyer();
        Clerk clerk = new Clerk();
        Wares wares = worthMoreThanAMillion();
        String number = buyer.order(wares.slug(), wares.quantity());
        clerk.confirm(number, total(number));
        clerk.ship(number);
        assertThat(buyer.sendBack(number, "", 1, "refund").status()).isEqualTo(303);
        clerk.done(giveBack(clerk, number, "1,000,001", "came late"));
        covered = true;
    }

    /** Asks to give some of an order's price back. */
    static Http.Answer giveBack(Clerk clerk, String number, String amount, String reason) {
        String path = clerk.orderPath(number);
        String order = clerk.page(path);
        String part = Buyer.first(Pattern.compile("id=\"goodwill-(part_[a-z0-9]+)\""), order);
        return clerk.post(
                path,
                "goodwill." + part,
                "part",
                Clerk.hidden(order, "part"),
                "version",
                Clerk.hidden(order, "version"),
                "number",
                number,
                "amount",
                amount,
                "reason",
                reason);
    }

    static Wares worthMoreThanAMillion() throws SQLException {
        try (var database = Mall.running().database();
                var row = database.createStatement().executeQuery("""
                        select g.slug, ceil(1300000.0 / p.amount)::int from goods g
                        join variant v on v.goods_id = g.id and v.state = 'active'
                        join stock s on s.variant_id = v.id
                        join price p on p.variant_id = v.id and p.currency = 'KRW'
                        where g.state = 'on_sale' and p.amount > 0
                          and (select count(*) from variant x where x.goods_id = g.id and x.state = 'active') = 1
                        order by s.available - 1300000.0 / p.amount desc, g.slug limit 1
                        """)) {
            assertThat(row.next()).isTrue();
            return new Wares(row.getString(1), row.getInt(2));
        }
    }

    static String total(String number) throws SQLException {
        try (var database = Mall.running().database();
                var query = database.prepareStatement("select total::text from purchase where number = ?")) {
            query.setString(1, number);
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
