package dev.rialto.rest.v1.seller;

import dev.rialto.gateway.OriginReports;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members by their join mark and payments by their origin; no answer carries both (A30, A31). */
@Path("/v1/reports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
    private static final String MARK = "mark";
    private static final String ORIGIN = "origin";

    @Inject
    OriginReports reports;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** How many members carry a mark. */
    public record Mark(String joinMark, String site, long members) {}

    /** All marks of the seller; the counts add up to the total. */
    public record MemberReport(List<Mark> items, long total) {}

    /** A member; the id is the member's, not a payment's. */
    public record MarkedMember(String id, String joinMark, String name, Instant joinedAt) {}

    /** A page of members. */
    public record MarkedMembers(
            List<MarkedMember> items, @Nullable String next) {}

    /** The payments of an origin in one currency. */
    public record Origin(String origin, String site, long payments, Money captured, Money refunded) {}

    /** All origins of the seller. */
    public record PaymentReport(List<Origin> items) {}

    /** One payment. */
    public record OriginPayment(
            String id,
            String origin,
            @Nullable String orderNumber,
            String state,
            String method,
            Money amount,
            Money captured,
            Money refunded,
            Instant at) {}

    /** A page of payments. */
    public record OriginPayments(
            List<OriginPayment> items, @Nullable String next) {}

    /** Members counted by the mark of the site where they joined. */
    @GET
    @Path("/members")
    @Scope("reports:read")
    @Kind("report")
    @Acts(Acts.Name.SELLER)
    @Answers(MemberReport.class)
    public Response memberCounts(@Context Request conditions) {
        List<Mark> marks = reports.members(Desk.worker(request), tenant()).stream()
                .map(mark -> new Mark(Wire.text(MARK, mark.joinMark()), mark.site(), mark.members()))
                .toList();
        Factor.rows(request, marks.size());
        return Conditional.json(
                conditions,
                new MemberReport(marks, marks.stream().mapToLong(Mark::members).sum()));
    }

    private UUID tenant() {
        return Factor.client(request).tenant();
    }

    /** The members themselves, latest first. */
    @GET
    @Path("/members/list")
    @Scope("reports:read")
    @Kind("report")
    @Acts(Acts.Name.SELLER)
    @Answers(MarkedMembers.class)
    public Response markedMembers(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Page<OriginReports.MarkedMember> page =
                reports.listMembers(Desk.worker(request), tenant(), Desk.after(cursor), Desk.limit(limit));
        Factor.rows(request, page.items().size());
        return Conditional.json(
                conditions,
                new MarkedMembers(
                        page.items().stream()
                                .map(member -> new MarkedMember(
                                        Wire.text(Wire.ACCOUNT, member.accountId()),
                                        Wire.text(MARK, member.joinMark()),
                                        member.name(),
                                        member.joinedAt()))
                                .toList(),
                        page.next()));
    }

    /** Payments added up by the origin they were made at. */
    @GET
    @Path("/payments")
    @Scope("reports:read")
    @Kind("report")
    @Acts(Acts.Name.SELLER)
    @Answers(PaymentReport.class)
    public Response paymentSums(@Context Request conditions) {
        List<Origin> origins = reports.payments(Desk.worker(request), tenant()).stream()
                .map(sum -> new Origin(
                        Wire.text(ORIGIN, sum.origin()),
                        sum.site(),
                        sum.payments(),
                        new Money(sum.captured(), sum.currency()),
                        new Money(sum.refunded(), sum.currency())))
                .toList();
        Factor.rows(request, origins.size());
        return Conditional.json(conditions, new PaymentReport(origins));
    }

    /** The payments themselves, latest first. */
    @GET
    @Path("/payments/list")
    @Scope("reports:read")
    @Kind("report")
    @Acts(Acts.Name.SELLER)
    @Answers(OriginPayments.class)
    public Response originPayments(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context Request conditions) {
        Page<OriginReports.OriginPayment> page =
                reports.listPayments(Desk.worker(request), tenant(), Desk.after(cursor), Desk.limit(limit));
        Factor.rows(request, page.items().size());
        List<OriginPayment> items =
                page.items().stream().map(ReportsResource::payment).toList();
        return Conditional.json(conditions, new OriginPayments(items, page.next()));
    }

    private static OriginPayment payment(OriginReports.OriginPayment paid) {
        return new OriginPayment(
                Wire.text(Wire.PAYMENT, paid.id()),
                Wire.text(ORIGIN, paid.origin()),
                paid.orderNumber(),
                paid.state(),
                paid.method(),
                new Money(paid.amount(), paid.currency()),
                new Money(paid.captured(), paid.currency()),
                new Money(paid.refunded(), paid.currency()),
                paid.at());
    }
}
