package dev.rialto.stock;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stock taking and receipts of many lines: written down as a sheet, looked at, booked once. A count corrects by what was
 * found to differ, so that what sells between counting and booking stays sold.
 */
@Stateless
@Boundary
public class StockSheets {
    private static final int MOST = 5_000;

    private Database database;
    private Clock clock;
    private Stock stock;
    private StockFile files;
    private Audit audit;

    @Inject
    public StockSheets(Database database, Clock clock, Stock stock, StockFile files, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.stock = stock;
        this.files = files;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StockSheets() {}

    /**
     * Writes a sheet down; nothing is booked yet.
     *
     * @throws DomainException {@link StockError#NOT_ALLOWED}, {@link StockError#INVALID_STOCK_CHANGE} naming the lines,
     *     {@link StockError#VARIANT_NOT_FOUND}
     */
    public UUID write(Caller caller, NewSheet sheet) {
        Stock.requireStaff(caller);
        check(sheet);
        UUID id = Ids.next();
        int written = insert(caller, sheet, id);
        if (written != sheet.lines().size()) {
            throw StockError.VARIANT_NOT_FOUND.now();
        }
        record(caller, "stock.sheet_written", id, null, after(sheet), sheet.reason());
        return id;
    }

    /**
     * Reads a CSV file with the columns {@code sku} and {@code quantity} and writes a sheet down.
     *
     * @param tenantId whose SKUs they are
     * @throws DomainException {@link StockError#INVALID_STOCK_FILE} naming every wrong line; else as {@link #write}
     */
    public UUID writeFile(Caller caller, NewSheet empty, UUID tenantId, byte[] file) {
        Stock.requireStaff(caller);
        return write(caller, new NewSheet(empty.kind(), empty.reason(), files.read(tenantId, file)));
    }

    private static Map<String, Object> after(NewSheet sheet) {
        return Map.of(
                "state",
                "open",
                "kind",
                sheet.kind().name().toLowerCase(Locale.ROOT),
                "lines",
                sheet.lines().size());
    }

    private void record(
            Caller caller,
            String action,
            UUID sheet,
            @Nullable Map<String, Object> before,
            Map<String, Object> after,
            @Nullable String why) {
        audit.record(
                caller,
                Audit.Deed.of(action, "stock_sheet", sheet)
                        .changing(before == null ? null : Json.write(before), Json.write(after))
                        .because(why));
    }

    private static void check(NewSheet sheet) {
        Violations violations = new Violations();
        violations.check(!sheet.lines().isEmpty() && sheet.lines().size() <= MOST, "lines", "out_of_range", 1, MOST);
        violations.optionalText("reason", sheet.reason(), 500);
        Set<UUID> seen = new HashSet<>();
        long least = sheet.kind() == StockChange.Kind.COUNT ? 0 : 1;
        for (NewSheet.Line line : sheet.lines()) {
            String at = "entered." + line.variantId();
            violations.check(
                    line.entered() >= least && line.entered() <= StockChanges.LARGEST,
                    at,
                    "out_of_range",
                    least,
                    StockChanges.LARGEST);
            violations.check(seen.add(line.variantId()), at, "twice");
        }
        violations.raise(StockError.INVALID_STOCK_CHANGE);
    }

    private int insert(Caller caller, NewSheet sheet, UUID id) {
        List<NewSheet.Line> lines = sheet.lines();
        database.sql()
                .createUpdate("""
                        insert into stock_sheet (id, tenant_id, kind, reason, state, made_by, made_at)
                        values (:id, :tenant, :kind, :reason, 'open', :by, :now)
                        """)
                .bind("id", id)
                .bind("tenant", caller.role() == Caller.Role.TENANT ? caller.tenant() : null)
                .bind("kind", sheet.kind().name().toLowerCase(Locale.ROOT))
                .bind("reason", sheet.reason())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        return database.sql()
                .createUpdate("""
                        insert into stock_sheet_line (sheet_id, variant_id, tenant_id, number, seen, entered)
                        select :id, w.variant_id, :tenant, w.number, coalesce(w.seen, s.on_hand), w.entered
                        from unnest(:numbers, :variants, :entered, :seen) w(number, variant_id, entered, seen)
                        join stock s on s.variant_id = w.variant_id
                        join stock_place p on p.id = s.place_id and p.is_default
                        """)
                .bind("id", id)
                .bind("tenant", caller.role() == Caller.Role.TENANT ? caller.tenant() : null)
                .bindArray(
                        "numbers",
                        Integer.class,
                        IntStream.range(0, lines.size()).boxed().toList())
                .bindArray(
                        "variants",
                        UUID.class,
                        lines.stream().map(NewSheet.Line::variantId).toList())
                .bindArray(
                        "entered",
                        Long.class,
                        lines.stream().map(NewSheet.Line::entered).toList())
                .bindArray(
                        "seen",
                        Long.class,
                        lines.stream().map(NewSheet.Line::seen).toList())
                .execute();
    }

    private record Head(
            UUID id,
            String kind,
            @Nullable String reason,
            String state,
            @Nullable String person,
            Instant madeAt) {
        StockSheet with(List<StockSheet.Line> lines) {
            return new StockSheet(id, kind, reason, state, person, madeAt, lines);
        }
    }

    /**
     * A sheet with what the books have now.
     *
     * @throws DomainException {@link StockError#SHEET_NOT_FOUND} also for somebody else's
     */
    public StockSheet view(Caller caller, UUID sheet, String language) {
        return database.sql()
                .createQuery("""
                        select id, kind, reason, state, staff_name(made_by) as person, made_at
                        from stock_sheet where id = :sheet
                        """)
                .bind("sheet", sheet)
                .mapTo(Head.class)
                .findOne()
                .orElseThrow(StockError.SHEET_NOT_FOUND::now)
                .with(lines(sheet, language));
    }

    private List<StockSheet.Line> lines(UUID sheet, String language) {
        return database.sql()
                .createQuery("""
                        select l.variant_id, t.title, l.seen, l.entered, s.on_hand, s.available, v.sku,
                               array_to_string(option_words(v.option_texts, v.option_values, :language), ' / ')
                                   as variant_title
                        from stock_sheet_line l
                        join variant v on v.id = l.variant_id
                        join goods g on g.id = v.goods_id
                        join stock s on s.variant_id = v.id
                        join lateral (select title from goods_text where goods_id = g.id
                                      order by language = :language desc, language = g.default_language desc limit 1) t on true
                        where l.sheet_id = :sheet order by l.number
                        """)
                .bind("sheet", sheet)
                .bind("language", language)
                .mapTo(StockSheet.Line.class)
                .list();
    }

    /**
     * Books a sheet; the second time it is refused, whoever asks.
     *
     * @throws DomainException {@link StockError#SHEET_DONE}, {@link StockError#SHEET_NOT_FOUND},
     *     {@link StockError#OUT_OF_STOCK} when less would be left than is held: nothing is booked then
     */
    public void book(Caller caller, UUID sheet) {
        end(caller, sheet, "applied");
        StockSheet booked = view(caller, sheet, "en");
        List<StockChange> changes = booked.differences().stream()
                .map(line -> booked.isCount()
                        ? new StockChange(
                                StockChange.Kind.COUNT, line.variantId(), line.entered(), booked.reason(), line.seen())
                        : new StockChange(StockChange.Kind.RECEIPT, line.variantId(), line.entered(), booked.reason()))
                .toList();
        requireEnough(booked);
        record(
                caller,
                "stock.sheet_booked",
                sheet,
                Map.of("state", "open"),
                Map.of("state", "applied", "kind", booked.kind(), "lines", changes.size(), "units", booked.sum()),
                booked.reason());
        if (!changes.isEmpty()) {
            stock.change(caller, changes);
        }
    }

    /** Says by title what is short; {@link Stock#change} refuses it again, with the rows locked. */
    private static void requireEnough(StockSheet sheet) {
        List<FieldError> shortages = sheet.differences().stream()
                .filter(line -> line.available() + sheet.change(line) < 0)
                .map(line -> new FieldError(
                        (line.title() + " " + line.variantTitle()).strip(),
                        "less_than_held",
                        List.of(String.valueOf(line.onHand() - line.available()))))
                .toList();
        if (!shortages.isEmpty()) {
            throw StockError.OUT_OF_STOCK.because(shortages);
        }
    }

    /**
     * Throws a sheet away.
     *
     * @throws DomainException {@link StockError#SHEET_DONE}, {@link StockError#SHEET_NOT_FOUND}
     */
    public void drop(Caller caller, UUID sheet) {
        end(caller, sheet, "dropped");
        record(caller, "stock.sheet_dropped", sheet, Map.of("state", "open"), Map.of("state", "dropped"), null);
    }

    private void end(Caller caller, UUID sheet, String state) {
        Stock.requireStaff(caller);
        int ended = database.sql()
                .createUpdate("""
                        update stock_sheet set state = :state, done_by = :by, done_at = :now
                        where id = :sheet and state = 'open'
                        """)
                .bind("state", state)
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("sheet", sheet)
                .execute();
        if (ended == 0) {
            view(caller, sheet, "en");
            throw StockError.SHEET_DONE.now();
        }
    }
}
