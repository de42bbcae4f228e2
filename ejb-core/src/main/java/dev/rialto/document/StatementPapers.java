package dev.rialto.document;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.settlement.StatementView;
import dev.rialto.settlement.Statements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.UUID;

/** Settlement statements as PDF, in the reader's language. */
@Stateless
@Boundary
public class StatementPapers {
    private static final int MOST_LINES = 20_000;

    private Statements statements;
    private SiteDirectory sites;
    private DocumentSettings settings;

    @Inject
    public StatementPapers(Statements statements, SiteDirectory sites, DocumentSettings settings) {
        this.statements = statements;
        this.sites = sites;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StatementPapers() {}

    /**
     * The statement with all its lines; needs {@code settlement.view}.
     *
     * @param language ko, en, ja or zh
     * @throws DomainException the settlement's {@code statement_not_found}
     */
    public Paper write(Caller caller, UUID statement, String language) {
        StatementView view = statements.view(caller, statement);
        StatementPaper paper = new StatementPaper(
                view,
                statements.rules(caller, statement),
                statements.lines(caller, statement, 0, MOST_LINES),
                ZoneId.of(sites.mall(caller).zone()),
                language,
                Typeface.of(settings.font(), language));
        return new Paper(view.number() + ".pdf", paper.write());
    }
}
