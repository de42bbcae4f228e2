package dev.rialto.rest.v1.seller;

import dev.rialto.exchange.GoodsImports;
import dev.rialto.exchange.ImportRequest;
import dev.rialto.goods.Categories;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.JobError;
import dev.rialto.platform.Tokens;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.Takes;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many goods at once, as a job: hand in, look how far it is, read what was wrong row by row. */
@Path("/v1/seller")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class GoodsJobsResource {
    private static final int MOST_GOODS = 1000;
    private static final int LARGEST_FILE = 10 << 20;
    private static final int MOST_IN_TABLE = 10_000;
    private static final int TOO_LARGE = 413;
    private static final String CSV = "text/csv";

    @Inject
    GoodsImports imports;

    @Inject
    Categories categories;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** Takes many goods in as a job: made, or changed where their handle is known. */
    @POST
    @Path("/goods/jobs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(value = GoodsJobs.GoodsJob.class, status = 202)
    public Response takeGoods(GoodsJobs.TypedGoodsJob wanted) {
        new Violations()
                .check(wanted.goods().size() <= MOST_GOODS, "goods", "too_many", MOST_GOODS)
                .raise(GatewayError.INVALID_BODY);
        return started(
                wanted,
                wanted,
                "goods.json",
                () -> imports.keep(
                        caller(), wanted.goods().stream().map(GoodsJobs::line).toList()));
    }

    private Response started(Object body, GoodsJobs.TypedGoodsJob wanted, String name, Supplier<UUID> keep) {
        UUID category = GoodsJobs.category(categories.tree(caller(), "en"), wanted.category());
        return effects.once(
                request,
                body,
                () -> {
                    ImportRequest order = GoodsJobs.request(wanted, keep.get(), name, category);
                    UUID run = imports.request(caller(), order);
                    Factor.note(request, "job", Wire.text(Wire.JOB, run));
                    return new Effects.Done(202, view(run), Wire.text(Wire.JOB, run));
                },
                again -> view(Wire.id(Wire.JOB, again)));
    }

    private Caller caller() {
        return Desk.caller(request, Permissions.GOODS_EDIT);
    }

    private GoodsJobs.GoodsJob view(UUID run) {
        Factor.rows(request, 1);
        return GoodsJobs.job(imports.view(caller(), run));
    }

    /** Takes a product file in as a job: CSV in the form of the console's product files, up to 10 MiB. */
    @POST
    @Path("/goods/files")
    @Consumes(CSV)
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Takes(value = String.class, media = CSV)
    @Answers(value = GoodsJobs.GoodsJob.class, status = 202)
    public Response takeFile(
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("category") @Nullable String category,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("language") @Nullable String language,
            InputStream body)
            throws IOException {
        byte[] file = body.readNBytes(LARGEST_FILE + 1);
        if (file.length > LARGEST_FILE) {
            throw new WebApplicationException(TOO_LARGE);
        }
        GoodsJobs.TypedGoodsJob wanted = new GoodsJobs.TypedGoodsJob(
                mode == null ? "import" : mode,
                needed("category", category),
                needed("currency", currency),
                needed("language", language),
                List.of());
        String hash = Tokens.hash(new String(file, StandardCharsets.ISO_8859_1));
        return started(
                Map.of("wanted", wanted, "file", hash),
                wanted,
                "goods.csv",
                () -> imports.keep(caller(), null, new ByteArrayInputStream(file)));
    }

    private static String needed(String name, @Nullable String value) {
        if (value == null) {
            throw GatewayError.INVALID_PARAMETER.because(name, "required");
        }
        return value;
    }

    /** How far a job is, and what came of it. */
    @GET
    @Path("/goods/jobs/{job}")
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Answers(GoodsJobs.GoodsJob.class)
    public GoodsJobs.GoodsJob goodsJob(@PathParam("job") String job) {
        return view(Wire.id(Wire.JOB, job));
    }

    /** What was wrong, row by row. */
    @GET
    @Path("/goods/jobs/{job}/errors")
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Answers(GoodsJobs.RowErrors.class)
    public GoodsJobs.RowErrors goodsJobErrors(
            @PathParam("job") String job,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        UUID run = Wire.id(Wire.JOB, job);
        imports.view(caller(), run);
        new Violations()
                .check(cursor == null || cursor.matches("\\d{1,9}"), "cursor", "invalid")
                .raise(GatewayError.INVALID_PARAMETER);
        int most = Desk.limit(limit);
        List<JobError> found = imports.errors(caller(), run, cursor == null ? 0 : Integer.parseInt(cursor), most + 1);
        List<JobError> page = found.subList(0, Math.min(most, found.size()));
        Factor.rows(request, page.size());
        String next = found.size() > page.size()
                ? String.valueOf(page.get(page.size() - 1).number())
                : null;
        return new GoodsJobs.RowErrors(page.stream().map(GoodsJobs::error).toList(), next);
    }

    /** What was wrong as a file, the first 10,000 findings. */
    @GET
    @Path("/goods/jobs/{job}/errors.csv")
    @Produces(CSV)
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Answers(byte[].class)
    public Response goodsJobErrorFile(@PathParam("job") String job) {
        UUID run = Wire.id(Wire.JOB, job);
        imports.view(caller(), run);
        List<JobError> found = imports.errors(caller(), run, 0, MOST_IN_TABLE);
        Factor.rows(request, found.size());
        return Response.ok(GoodsJobs.table(found).getBytes(StandardCharsets.UTF_8), CSV + ";charset=UTF-8")
                .build();
    }

    /** Stops a job at its next step; what is in stays in. */
    @POST
    @Path("/goods/jobs/{job}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @Scope("goods:write")
    @Kind("goods")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(GoodsJobs.GoodsJob.class)
    public Response cancelGoodsJob(@PathParam("job") String job) {
        UUID run = Wire.id(Wire.JOB, job);
        view(run);
        return effects.perhaps(
                request,
                Effects.NOTHING,
                () -> {
                    imports.cancel(caller(), run);
                    return new Effects.Done(200, view(run), job);
                },
                again -> view(run));
    }
}
