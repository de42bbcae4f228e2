package dev.rialto.rest.v1.channel;

import dev.rialto.document.Paper;
import dev.rialto.document.StatementPapers;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Table;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import dev.rialto.settlement.StatementFilter;
import dev.rialto.settlement.StatementLine;
import dev.rialto.settlement.StatementSummary;
import dev.rialto.settlement.StatementView;
import dev.rialto.settlement.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mall settled with a channel, every line explained; another channel has its own (A31). */
@Path("/v1/channel")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChannelStatementsResource {
    private static final int MOST_LINES = 100_000;
    private static final String PDF = "application/pdf";
    private static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh");

    @Inject
    Statements statements;

    @Inject
    StatementPapers papers;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A statement.
     *
     * @param fromOn first day of its period
     * @param lastOn last day of its period
     * @param opening carried over from the statement before
     * @param closing what the mall owes when it ends
     */
    public record Statement(
            String id, String number, LocalDate fromOn, LocalDate lastOn, String site, Money opening, Money closing) {}

    /** A page of statements. */
    public record StatementPage(
            List<Statement> items, @Nullable String next) {}

    /**
     * Something that was booked; above zero when the channel gets it.
     *
     * @param kind sale, exchange, refund, correction, chargeback, payout, payout_return, reserve or release
     * @param reference number of the order's part, or of the payout
     * @param original the statement that has the sale of a refund
     * @param commission the mall's, without tax
     * @param amount what comes of it
     */
    public record StatementEntry(
            int number,
            String kind,
            Instant at,
            String reference,
            @Nullable String original,
            Money goods,
            Money delivery,
            Money tax,
            Money commission,
            Money commissionTax,
            Money handling,
            Money amount) {}

    /** A statement with its sums and a page of its lines. */
    public record StatementDetail(
            Statement statement,
            List<StatementEntry> lines,
            @Nullable String next) {}

    /** The statements of the channel that calls, latest first. */
    @GET
    @Path("/statements")
    @Scope("statements:read")
    @Kind("statements")
    @Acts(Acts.Name.CHANNEL)
    @Answers(StatementPage.class)
    public Response statements(
            @QueryParam("number") @Nullable String number,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        StatementFilter filter = new StatementFilter(null, null, null, number, cursor, ChannelDesk.limit(limit));
        Page<StatementSummary> page = ChannelDesk.page(() -> statements.list(caller(), filter));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new StatementPage(
                        page.items().stream()
                                .map(ChannelStatementsResource::summary)
                                .toList(),
                        page.next()));
    }

    /** One statement with its lines in their order. */
    @GET
    @Path("/statements/{statement}")
    @Scope("statements:read")
    @Kind("statements")
    @Acts(Acts.Name.CHANNEL)
    @Answers(StatementDetail.class)
    public Response statement(
            @PathParam("statement") String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        StatementView view = view(text);
        List<StatementLine> found = statements.lines(caller(), view.id(), place(cursor), ChannelDesk.limit(limit) + 1);
        Page<StatementEntry> page = Page.of(
                found,
                ChannelDesk.limit(limit),
                line -> entry(line, view.currency()),
                line -> String.valueOf(line.number()));
        Factor.rows(request, page.items().size());
        return Conditional.json(conditions, new StatementDetail(one(view), page.items(), page.next()));
    }

    private static int place(@Nullable String cursor) {
        new Violations()
                .check(cursor == null || cursor.matches("[0-9]{1,6}"), "cursor", "invalid")
                .raise(GatewayError.INVALID_PARAMETER);
        return cursor == null ? 0 : Integer.parseInt(cursor);
    }

    /** Its lines as a file. */
    @GET
    @Path("/statements/{statement}/lines.csv")
    @Produces(ChannelDesk.CSV)
    @Scope("statements:read")
    @Kind("statements")
    @Acts(Acts.Name.CHANNEL)
    @Answers(byte[].class)
    public Response statementFile(@PathParam("statement") String text, @Context Request conditions) {
        StatementView view = view(text);
        Table table = new Table(
                "number",
                "at",
                "kind",
                "reference",
                "original",
                "currency",
                "goods",
                "delivery",
                "tax",
                "commission",
                "commission_tax",
                "handling",
                "amount");
        statements
                .lines(caller(), view.id(), 0, MOST_LINES)
                .forEach(line -> table.add(
                        line.number(),
                        line.at(),
                        line.kind(),
                        line.reference(),
                        line.original(),
                        view.currency(),
                        line.goods(),
                        line.delivery(),
                        line.tax(),
                        line.commission(),
                        line.feeTax(),
                        line.handling(),
                        line.amount()));
        return table.answer(request, conditions);
    }

    /** The statement as a paper, in Korean, English, Japanese or Chinese. */
    @GET
    @Path("/statements/{statement}/paper.pdf")
    @Produces(PDF)
    @Scope("statements:read")
    @Kind("statements")
    @Acts(Acts.Name.CHANNEL)
    @Answers(byte[].class)
    public Response statementPaper(
            @PathParam("statement") String text, @QueryParam("language") @Nullable String language) {
        String chosen = language == null ? LANGUAGES.get(0) : language;
        new Violations()
                .check(LANGUAGES.contains(chosen), "language", "unknown_value", String.join(" ", LANGUAGES))
                .raise(GatewayError.INVALID_PARAMETER);
        Paper paper = papers.write(caller(), view(text).id(), chosen);
        return Response.ok(paper.content(), PDF)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private StatementView view(String text) {
        Factor.note(request, "statement", text);
        return statements.view(caller(), Wire.id(Wire.STATEMENT, text));
    }

    private Caller caller() {
        return ChannelDesk.caller(request, Permissions.SETTLEMENT_VIEW);
    }

    private static Statement summary(StatementSummary view) {
        return new Statement(
                Wire.text(Wire.STATEMENT, view.id()),
                view.number(),
                view.fromOn(),
                view.lastOn(),
                view.siteName(),
                new Money(view.opening(), view.currency()),
                new Money(view.closing(), view.currency()));
    }

    private static Statement one(StatementView view) {
        return new Statement(
                Wire.text(Wire.STATEMENT, view.id()),
                view.number(),
                view.fromOn(),
                view.lastOn(),
                view.siteName(),
                new Money(view.opening(), view.currency()),
                view.closingBalance());
    }

    private static StatementEntry entry(StatementLine line, String currency) {
        return new StatementEntry(
                line.number(),
                line.kind(),
                line.at(),
                line.reference(),
                line.original(),
                new Money(line.goods(), currency),
                new Money(line.delivery(), currency),
                new Money(line.tax(), currency),
                new Money(line.commission(), currency),
                new Money(line.feeTax(), currency),
                new Money(line.handling(), currency),
                new Money(line.amount(), currency));
    }
}
