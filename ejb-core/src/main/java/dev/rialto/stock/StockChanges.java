package dev.rialto.stock;

import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Json;
import dev.rialto.stock.StockChange.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/** Checked changes of stock, ready for one statement. */
record StockChanges(List<StockChange> lines) {
    private static final int MOST = 5000;
    static final long LARGEST = 1_000_000_000;
    private static final int LONGEST_REASON = 500;

    /** What one change came to. */
    record Outcome(UUID variantId, long change, long available, long onHand) {
        boolean isShort() {
            return available + change < 0;
        }

        Shortage shortage() {
            return new Shortage(variantId, -change, available);
        }
    }

    static StockChanges of(List<StockChange> lines) {
        Violations violations = new Violations();
        violations.check(!lines.isEmpty() && lines.size() <= MOST, "lines", "out_of_range", 1, MOST);
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            StockChange line = lines.get(i);
            String at = "lines." + i + ".";
            violations.check(isInRange(line), at + "quantity", "out_of_range", lowest(line.kind()), LARGEST);
            violations.optionalText(at + "reason", line.reason(), LONGEST_REASON);
            violations.check(
                    line.kind() != Kind.CORRECTION
                            || (line.reason() != null && !line.reason().isBlank()),
                    at + "reason",
                    "required");
            violations.check(seen.add(line.variantId()), at + "variantId", "twice");
        }
        violations.raise(StockError.INVALID_STOCK_CHANGE);
        return new StockChanges(lines);
    }

    private static boolean isInRange(StockChange line) {
        return line.quantity() >= lowest(line.kind())
                && line.quantity() <= LARGEST
                && (line.quantity() != 0 || line.kind() == Kind.COUNT);
    }

    private static long lowest(Kind kind) {
        return switch (kind) {
            case RECEIPT, RETURN -> 1;
            case CORRECTION -> -LARGEST;
            case COUNT -> 0;
        };
    }

    Query bind(Query statement) {
        return statement
                .bindArray(
                        "lines",
                        Integer.class,
                        IntStream.range(0, lines.size()).boxed().toList())
                .bindArray(
                        "variants",
                        UUID.class,
                        lines.stream().map(StockChange::variantId).toList())
                .bindArray(
                        "kinds",
                        String.class,
                        lines.stream()
                                .map(line -> line.kind().name().toLowerCase(Locale.ROOT))
                                .toList())
                .bindArray(
                        "quantities",
                        Long.class,
                        lines.stream().map(StockChange::quantity).toList())
                .bindArray(
                        "seen",
                        Long.class,
                        lines.stream().map(StockChange::seen).toList())
                .bindArray(
                        "reasons",
                        String.class,
                        lines.stream().map(StockChange::reason).toList());
    }

    /** What the audit says of those lines that changed something. */
    List<Audit.Deed> deeds(List<Outcome> outcomes) {
        Map<UUID, StockChange> byVariant =
                lines.stream().collect(Collectors.toMap(StockChange::variantId, Function.identity()));
        return outcomes.stream()
                .filter(outcome -> outcome.change() != 0)
                .map(outcome -> deed(Objects.requireNonNull(byVariant.get(outcome.variantId())), outcome))
                .toList();
    }

    private static Audit.Deed deed(StockChange line, Outcome outcome) {
        return Audit.Deed.of("stock." + line.kind().name().toLowerCase(Locale.ROOT), "variant", line.variantId())
                .changing(onHand(outcome.onHand()), onHand(outcome.onHand() + outcome.change()))
                .because(line.reason());
    }

    private static String onHand(long units) {
        return Json.write(Map.of("onHand", units));
    }

    void requireAllFound(List<Outcome> outcomes) {
        Set<UUID> found = outcomes.stream().map(Outcome::variantId).collect(Collectors.toSet());
        List<FieldError> missing = IntStream.range(0, lines.size())
                .filter(i -> !found.contains(lines.get(i).variantId()))
                .mapToObj(i -> new FieldError("lines." + i + ".variantId", "not_found"))
                .toList();
        if (!missing.isEmpty()) {
            throw StockError.VARIANT_NOT_FOUND.because(missing);
        }
    }
}
