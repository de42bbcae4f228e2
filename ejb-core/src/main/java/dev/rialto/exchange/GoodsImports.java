package dev.rialto.exchange;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobError;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.platform.PlatformError;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Product files as jobs: hand one in, watch it, read what was wrong, stop it. */
@Stateless
@Boundary
public class GoodsImports {
    /** The name of these runs. */
    public static final String JOB = "goods-import";

    private static final String PERMISSION = "goods.edit";
    private static final int LONGEST_NAME = 200;

    private Database database;
    private JobRuns runs;
    private ImportFiles files;

    @Inject
    public GoodsImports(Database database, JobRuns runs, ImportFiles files) {
        this.database = database;
        this.runs = runs;
        this.files = files;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsImports() {}

    /**
     * Keeps a product file of up to 100 MiB for a request.
     *
     * @param tenant whose goods; a seller's own staff always hand in their own
     * @throws DomainException {@link ExchangeError#NOT_ALLOWED}, {@link ExchangeError#FILE_EMPTY},
     *     {@link ExchangeError#FILE_TOO_LARGE}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID keep(Caller caller, @Nullable UUID tenant, InputStream upload) {
        requireStaff(caller);
        return files.keep(tenantOf(caller, tenant), upload);
    }

    /**
     * Keeps goods for a request as a product file: a row for each variant, the first in line 2.
     *
     * @throws DomainException {@link ExchangeError#NOT_ALLOWED}, {@link ExchangeError#INVALID_IMPORT} naming the fields
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID keep(Caller caller, List<GoodsLine> goods) {
        Violations violations = new Violations();
        violations.check(!goods.isEmpty(), "goods", "required");
        for (int i = 0; i < goods.size(); i++) {
            GoodsLine line = goods.get(i);
            violations.check(!line.variants().isEmpty(), "goods." + i + ".variants", "required");
            violations.check(line.optionNames().size() <= 3, "goods." + i + ".optionNames", "too_many", 3);
        }
        violations.raise(ExchangeError.INVALID_IMPORT);
        byte[] file = GoodsLines.sheet(goods).getBytes(StandardCharsets.UTF_8);
        return keep(caller, null, new ByteArrayInputStream(file));
    }

    /**
     * Asks for an import; a worker takes it up within seconds.
     *
     * @return the run
     * @throws DomainException {@link ExchangeError#NOT_ALLOWED}, {@link ExchangeError#INVALID_IMPORT} naming the fields
     */
    public UUID request(Caller caller, ImportRequest wish) {
        requireStaff(caller);
        UUID tenant = tenantOf(caller, wish.tenantId());
        ImportRequest request = new ImportRequest(
                tenant,
                wish.upload(),
                wish.fileName(),
                wish.categoryId(),
                wish.currency(),
                wish.language(),
                wish.encoding(),
                wish.mode(),
                wish.pieces());
        check(request, tenant);
        Caller owner = new Caller(
                caller.role(), tenant, caller.account(), caller.token(), caller.permissions(), caller.traceId());
        return runs.request(owner, JOB, Json.write(request));
    }

    private void check(ImportRequest request, UUID tenant) {
        Violations violations = new Violations();
        violations.check(files.has(tenant, request.upload()), "upload", "not_found");
        violations.text("fileName", request.fileName(), LONGEST_NAME);
        violations.check(isMinor(request.categoryId()), "categoryId", "not_second_level");
        violations.check(isCurrency(request.currency()), "currency", "unknown");
        violations.check(request.language().matches("[a-z]{2}"), "language", "invalid");
        violations.check(request.encoding() == null || isEncoding(request.encoding()), "encoding", "unknown");
        violations.raise(ExchangeError.INVALID_IMPORT);
    }

    private boolean isMinor(UUID category) {
        return database.sql()
                .createQuery("select exists (select from category where id = :id and parent_id is not null)")
                .bind("id", category)
                .mapTo(boolean.class)
                .one();
    }

    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean isEncoding(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    /**
     * One import.
     *
     * @throws DomainException {@link PlatformError#JOB_NOT_FOUND}
     */
    public ImportView view(Caller caller, UUID run) {
        JobRunView found = runs.view(caller, run);
        if (!found.job().equals(JOB)) {
            throw PlatformError.JOB_NOT_FOUND.now();
        }
        return view(found);
    }

    /** The latest imports the caller may see, newest first. */
    public List<ImportView> latest(Caller caller, int limit) {
        return runs.latest(caller, JOB, limit).stream().map(GoodsImports::view).toList();
    }

    private static ImportView view(JobRunView run) {
        Checkpoint at = Checkpoint.read(run.checkpoint());
        return new ImportView(
                run,
                Json.read(run.parameters(), ImportRequest.class),
                at.created(),
                at.updated(),
                at.unchanged(),
                at.refused(),
                at.warnings());
    }

    /** What was wrong, by line and column, from a number on. */
    public List<JobError> errors(Caller caller, UUID run, int after, int limit) {
        return runs.errors(caller, run, after, limit);
    }

    /**
     * Stops an import at its next chunk; what is in stays in.
     *
     * @throws DomainException {@link ExchangeError#NOT_ALLOWED}, {@link PlatformError#JOB_ENDED}
     */
    public void cancel(Caller caller, UUID run) {
        requireStaff(caller);
        runs.cancel(caller, run);
    }

    private static UUID tenantOf(Caller caller, @Nullable UUID named) {
        if (caller.role() == Caller.Role.TENANT) {
            return caller.requireTenant();
        }
        if (named == null) {
            throw ExchangeError.INVALID_IMPORT.because("tenantId", "required");
        }
        return named;
    }

    private static void requireStaff(Caller caller) {
        boolean isStaff = caller.role() == Caller.Role.TENANT || caller.role() == Caller.Role.MALL;
        if (caller.role() != Caller.Role.WORKER && !(isStaff && caller.may(PERMISSION))) {
            throw ExchangeError.NOT_ALLOWED.now();
        }
    }
}
