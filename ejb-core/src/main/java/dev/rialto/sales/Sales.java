package dev.rialto.sales;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The views of what was sold (D90 to D93). Each is one statement over {@code sale_entry}. */
@Stateless
@Boundary
public class Sales {
    private Database database;
    private SiteDirectory sites;

    @Inject
    public Sales(Database database, SiteDirectory sites) {
        this.database = database;
        this.sites = sites;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Sales() {}

    /**
     * Adds up what was sold.
     *
     * @throws DomainException {@link SalesError#INVALID_PERIOD}; the permission {@code sales.view} is missing
     */
    public SalesReport report(Caller caller, SalesQuery query) {
        Permissions.require(caller, Permissions.SALES_VIEW);
        query.check();
        ZoneId zone = ZoneId.of(sites.mall(caller).zone());
        List<Found> found = bind(database.sql().createQuery(SalesSql.of(query)), query, zone)
                .mapTo(Found.class)
                .list();
        return report(found, query);
    }

    private static SalesReport report(List<Found> found, SalesQuery query) {
        List<SalesRow> rows = found.stream()
                .filter(row -> row.key() != null && row.present())
                .map(Found::row)
                .toList();
        boolean overTime = query.by().isOverTime();
        int shown = overTime ? rows.size() : Math.min(query.page().limit(), rows.size());
        return new SalesReport(
                rows.subList(0, shown),
                found.stream()
                        .filter(row -> overTime && row.key() != null && !row.present())
                        .map(Found::row)
                        .toList(),
                found.stream()
                        .filter(row -> row.key() == null)
                        .map(Found::figures)
                        .filter(total -> !total.isEmpty() || total.before() != 0)
                        .toList(),
                rows.size() > shown);
    }

    /** The sellers and sites that may be chosen from, by name; one statement. */
    public List<SalesParty> parties(Caller caller) {
        Permissions.require(caller, Permissions.SALES_VIEW);
        return database.sql().createQuery("""
                        (select 'seller' as kind, id, name from seller where state in ('active', 'suspended', 'closed')
                         order by name, id limit 500)
                        union all
                        (select 'site', id, name from site order by kind, name, id limit 500)
                        """).mapTo(SalesParty.class).list();
    }

    private static Query bind(Query statement, SalesQuery query, ZoneId zone) {
        return statement
                .configure(
                        org.jdbi.v3.core.statement.SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("zone", zone.getId())
                .bind("before", start(query.before(), zone))
                .bind("from", start(query.from(), zone))
                .bind("until", start(query.to().plusDays(1), zone))
                .bind("currency", query.currency())
                .bind("tenant", query.narrowing().tenantId())
                .bind("site", query.narrowing().siteId())
                .bind("goods", query.narrowing().goodsId())
                .bind("language", query.language())
                .bind("skipped", query.by().isOverTime() ? 0 : query.page().skipped())
                .bind(
                        "limit",
                        query.by().isOverTime()
                                ? SalesQuery.MOST_ROWS
                                : query.page().limit() + 1);
    }

    private static java.time.Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private record Found(
            @Nullable String key,
            @Nullable String name,
            @Nullable String detail,
            String currency,
            long orders,
            long units,
            long gross,
            long discount,
            long delivery,
            long refunded,
            long tax,
            long total,
            long before,
            boolean present) {
        SalesFigures figures() {
            return new SalesFigures(currency, orders, units, gross, discount, delivery, refunded, tax, total, before);
        }

        SalesRow row() {
            return new SalesRow(
                    java.util.Objects.requireNonNull(key),
                    name == null ? "" : name,
                    detail == null ? "" : detail,
                    figures());
        }
    }
}
