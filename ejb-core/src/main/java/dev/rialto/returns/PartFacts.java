package dev.rialto.returns;

import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a seller's part to take goods back: when it arrived, and of each line what was paid, what has
 * shipped and what is on a return already.
 */
record PartFacts(
        UUID id,
        UUID orderId,
        String number,
        String sellerName,
        String currency,
        boolean taxIncluded,
        long total,
        @Nullable Instant deliveredAt,
        List<Line> lines) {

    /**
     * One line.
     *
     * @param onReturns pieces on returns that were not refused
     * @param paidBack pieces that were accepted for money
     */
    record Line(
            UUID id,
            UUID variantId,
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            int quantity,
            int shipped,
            int onReturns,
            int paidBack,
            long unitPrice,
            long amount,
            long tax,
            int taxBp,
            List<Returnable.Choice> choices) {
        Line {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }

        int most() {
            return Math.max(0, shipped - onReturns);
        }
    }

    Returnable returnable(ReturnSettings settings, LocalDate today, ZoneId zone) {
        return new Returnable(
                id,
                number,
                sellerName,
                deliveredAt == null ? null : lastDay(settings.withdrawalDays(), zone),
                isInTime(settings.withdrawalDays(), today, zone),
                isInTime(settings.faultDays(), today, zone),
                lines.stream()
                        .filter(line -> line.most() > 0)
                        .map(this::returnable)
                        .toList());
    }

    private Returnable.Line returnable(Line line) {
        Money price = new Money(line.unitPrice(), currency);
        return new Returnable.Line(
                line.id(), line.title(), line.variantTitle(), line.pictureKey(), line.most(), price, line.choices());
    }

    /** The days count from the day after delivery; what has not arrived is always in time where the right exists. */
    private boolean isInTime(int days, LocalDate today, ZoneId zone) {
        return days > 0 && (deliveredAt == null || !today.isAfter(lastDay(days, zone)));
    }

    private LocalDate lastDay(int days, ZoneId zone) {
        Instant arrived = deliveredAt == null ? Instant.EPOCH : deliveredAt;
        return arrived.atZone(zone).toLocalDate().plusDays(days);
    }

    /** Refuses pieces that cannot come back, naming the line and how many can. */
    void require(List<RequestReturn.Item> items) {
        if (lines.stream().allMatch(line -> line.most() == 0)) {
            throw ReturnError.NOTHING_TO_RETURN.now();
        }
        for (RequestReturn.Item item : items) {
            int most = line(item.lineId()).most();
            if (item.quantity() > most) {
                throw ReturnError.RETURN_INVALID.because(List.of(
                        new FieldError("quantity." + item.lineId(), "over_returnable", List.of(String.valueOf(most)))));
            }
        }
    }

    Line line(UUID id) {
        return lines.stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ReturnError.RETURN_INVALID.because("quantity." + id, "unknown"));
    }

    /** The wanted variant and what it costs less; refuses one that is not to be had. */
    Returnable.Choice replacement(RequestReturn.Item item) {
        return line(item.lineId()).choices().stream()
                .filter(each -> each.variantId().equals(item.replacementId()))
                .findFirst()
                .orElseThrow(() -> ReturnError.RETURN_INVALID.because("replacement." + item.lineId(), "unknown"));
    }

    /** What goes back when these pieces, by line, are taken back as well. */
    Money refund(Map<UUID, Integer> accepted) {
        RefundShares shares = new RefundShares(
                total,
                total - lines.stream().mapToLong(this::paid).sum(),
                lines.stream()
                        .map(line -> new RefundShares.Line(line.quantity(), paid(line)))
                        .toList());
        List<Integer> before = lines.stream().map(Line::paidBack).toList();
        List<Integer> after = lines.stream()
                .map(line -> line.paidBack() + accepted.getOrDefault(line.id(), 0))
                .toList();
        return new Money(shares.of(after) - shares.of(before), currency);
    }

    private long paid(Line line) {
        return taxIncluded ? line.amount() : line.amount() + line.tax();
    }
}
