package dev.rialto.document;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesReport;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;

/** Statements of sales as PDF, in the reader's language (D93). */
@Stateless
@Boundary
public class Statements {
    private Sales sales;
    private SiteDirectory sites;
    private DocumentSettings settings;
    private Clock clock;

    @Inject
    public Statements(Sales sales, SiteDirectory sites, DocumentSettings settings, Clock clock) {
        this.sales = sales;
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Statements() {}

    /**
     * What was sold in a stretch of time, with the grand total of every other view of it; needs {@code sales.view}.
     *
     * @throws DomainException the sales' {@code invalid_period}
     */
    public Paper write(Caller caller, StatementOf wanted) {
        SalesReport report = sales.report(caller, wanted.query());
        Typeface type = Typeface.of(settings.font(), wanted.query().language());
        ZoneId zone = ZoneId.of(sites.mall(caller).zone());
        SalesStatement statement =
                new SalesStatement(wanted, report, clock.instant().atZone(zone), type);
        return new Paper(
                "statement-" + wanted.query().from() + "-" + wanted.query().to() + ".pdf", statement.write());
    }
}
