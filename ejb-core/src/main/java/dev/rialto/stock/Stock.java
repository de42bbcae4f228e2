package dev.rialto.stock;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The one stock that mall and storefronts share (A33). Whatever holds, sells or changes stock locks the rows in the
 * same order, and the database refuses what would go below nothing. Holds, sales and releases are the worker's.
 */
@Stateless
@Boundary
public class Stock {
    private static final String EDIT = "goods.edit";

    private Database database;
    private Clock clock;
    private StockLists lists;
    private MovementLog log;
    private Audit audit;

    @Inject
    public Stock(Database database, Clock clock, StockLists lists, MovementLog log, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.lists = lists;
        this.log = log;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Stock() {}

    /**
     * Keeps stock for a checkout, all lines or none, in place of what it held before.
     *
     * @throws DomainException {@link StockError#OUT_OF_STOCK} naming each short variant with what is available
     */
    public void hold(Caller caller, HoldStock wish) {
        refuse(shortOf(wish));
    }

    /** The same, but tells what is short instead of refusing; nothing is held then. */
    public List<Shortage> tryHold(Caller caller, HoldStock wish) {
        return shortOf(wish);
    }

    private List<Shortage> shortOf(HoldStock wish) {
        return bindLines(database.sql().createQuery(StockSql.HOLD), wish.lines())
                .bind("checkout", wish.checkoutId())
                .bind("until", wish.until())
                .mapTo(Shortage.class)
                .list();
    }

    /** Keeps what a checkout holds for longer. False when it holds nothing any more. */
    public boolean extend(Caller caller, UUID checkoutId, Instant until) {
        return database.sql()
                        .createUpdate("""
                                update stock_hold set expires_at = :until where checkout_id = :checkout and state = 'held'
                                """)
                        .bind("until", until)
                        .bind("checkout", checkoutId)
                        .execute()
                > 0;
    }

    /** Sells what a checkout holds to its order. False when it holds nothing any more: then {@link #take}. */
    public boolean consume(Caller caller, UUID checkoutId, UUID orderId) {
        return database.sql()
                        .createQuery(StockSql.CONSUME)
                        .bind("checkout", checkoutId)
                        .bind("order", orderId)
                        .bind("now", clock.instant())
                        .mapTo(long.class)
                        .one()
                > 0;
    }

    /** Sells stock that is not held, all lines or none; tells what is short. For an approval after the hold lapsed. */
    public List<Shortage> take(Caller caller, UUID orderId, List<HoldStock.Line> lines) {
        return bindLines(database.sql().createQuery(StockSql.TAKE), lines)
                .bind("order", orderId)
                .bind("now", clock.instant())
                .mapTo(Shortage.class)
                .list();
    }

    /** Gives back what a checkout holds; nothing happens when it holds nothing. */
    public void release(Caller caller, UUID checkoutId) {
        database.sql()
                .createQuery(StockSql.RELEASE.formatted("checkout_id = :checkout"))
                .bind("checkout", checkoutId)
                .mapTo(long.class)
                .one();
    }

    /** Gives back the holds of up to so many checkouts whose time is over; tells how many holds. */
    public long releaseLapsed(Caller caller, int limit) {
        return database.sql()
                .createQuery(StockSql.RELEASE.formatted(StockSql.LAPSED))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(long.class)
                .one();
    }

    /**
     * Receipts, returns, corrections and counts by people, all or none; each becomes a movement with who, when and why
     * (D89). Sold-out goods are on sale again by that alone.
     *
     * @return by how many units each variant moved
     * @throws DomainException {@link StockError#NOT_ALLOWED}, {@link StockError#INVALID_STOCK_CHANGE} naming the line,
     *     {@link StockError#VARIANT_NOT_FOUND}, {@link StockError#OUT_OF_STOCK} when less would be left than is held
     */
    public Map<UUID, Long> change(Caller caller, List<StockChange> changes) {
        requireStaff(caller);
        StockChanges checked = StockChanges.of(changes);
        List<StockChanges.Outcome> outcomes = checked.bind(database.sql().createQuery(StockSql.CHANGE))
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .mapTo(StockChanges.Outcome.class)
                .list();
        checked.requireAllFound(outcomes);
        refuse(outcomes.stream()
                .filter(StockChanges.Outcome::isShort)
                .map(StockChanges.Outcome::shortage)
                .toList());
        if (caller.role() != Caller.Role.WORKER) {
            audit.recordAll(caller, checked.deeds(outcomes));
        }
        Map<UUID, Long> moved = new LinkedHashMap<>();
        outcomes.forEach(outcome -> moved.put(outcome.variantId(), outcome.change()));
        return moved;
    }

    /** Stock per variant, by seller's title or SKU: what is present, held, available and sold (D85–D88). */
    public Page<StockLevel> levels(Caller caller, StockFilter filter) {
        return lists.levels(filter);
    }

    /** The same with the sums of all levels that the filter lets through, in one statement (D85–D88). */
    public LevelsWithTotal levelsWithTotal(Caller caller, StockFilter filter) {
        return lists.levelsWithTotal(filter);
    }

    /** The sums of all levels that a filter lets through (D88). */
    public StockTotals total(Caller caller, StockFilter filter) {
        return lists.total(filter);
    }

    /** The sums of each company's levels that a filter lets through (D86). */
    public List<StockTotals> companies(Caller caller, StockFilter filter) {
        return lists.companies(filter);
    }

    /** Movements with who, when and why, and what was there before and after; newest first. */
    public Page<LoggedMovement> log(Caller caller, MovementFilter filter) {
        return log.page(filter);
    }

    /**
     * Says from how few units on a variant runs low.
     *
     * @throws DomainException {@link StockError#NOT_ALLOWED}, {@link StockError#INVALID_STOCK_CHANGE},
     *     {@link StockError#VARIANT_NOT_FOUND}
     */
    public void warnAt(Caller caller, UUID variantId, long units) {
        requireStaff(caller);
        new Violations()
                .check(units >= 0 && units <= StockChanges.LARGEST, "lowAt", "out_of_range", 0, StockChanges.LARGEST)
                .raise(StockError.INVALID_STOCK_CHANGE);
        long before =
                database
                        .sql()
                        .createQuery("""
                        update stock s set low_at = :units
                        from (select variant_id, place_id, low_at from stock where variant_id = :variant for update) old
                        where s.variant_id = old.variant_id and s.place_id = old.place_id returning old.low_at
                        """)
                        .bind("units", units)
                        .bind("variant", variantId)
                        .mapTo(long.class)
                        .stream()
                        .findFirst()
                        .orElseThrow(StockError.VARIANT_NOT_FOUND::now);
        audit.record(
                caller, Audit.Deed.of("stock.low_line", "variant", variantId).changing(lowAt(before), lowAt(units)));
    }

    private static String lowAt(long units) {
        return Json.write(Map.of("lowAt", units));
    }

    /** The latest movements of a variant, newest first. */
    public List<StockMovement> movements(Caller caller, UUID variantId, int limit) {
        return lists.movements(variantId, limit);
    }

    static void requireStaff(Caller caller) {
        boolean isStaff = caller.role() == Caller.Role.TENANT || caller.role() == Caller.Role.MALL;
        if (caller.role() != Caller.Role.WORKER && !(isStaff && caller.may(EDIT))) {
            throw StockError.NOT_ALLOWED.now();
        }
    }

    private static <S extends SqlStatement<S>> S bindLines(S statement, List<HoldStock.Line> lines) {
        return statement
                .bindArray(
                        "variants",
                        UUID.class,
                        lines.stream().map(HoldStock.Line::variantId).toList())
                .bindArray(
                        "quantities",
                        Long.class,
                        lines.stream().map(HoldStock.Line::quantity).toList());
    }

    private static void refuse(List<Shortage> shortages) {
        if (!shortages.isEmpty()) {
            throw StockError.OUT_OF_STOCK.because(shortages.stream()
                    .map(line -> new FieldError(
                            line.variantId().toString(),
                            line.available() == 0 ? "sold_out" : "fewer_left",
                            List.of(String.valueOf(line.available()))))
                    .toList());
        }
    }
}
