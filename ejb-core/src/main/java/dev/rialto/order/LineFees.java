package dev.rialto.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.commission.CommissionTerms;
import dev.rialto.ledger.SaleFee;
import dev.rialto.platform.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What the mall keeps of each line of an order, by the terms that hold for its goods. */
record LineFees(Map<UUID, CommissionTerms> byGoods) {

    /** Reads what the database found, by goods. */
    static LineFees read(String terms) {
        return new LineFees(Json.read(terms, new TypeReference<>() {}));
    }

    List<SaleFee> of(PricedPart part) {
        return part.lines().stream()
                .map(line -> fee(
                        line.goodsId(),
                        line.number(),
                        (part.taxIncluded() ? line.amount() - line.tax() : line.amount()) + part.borne(line)))
                .toList();
    }

    /**
     * The same for an order that was read.
     *
     * @param numbers of its lines in the order, by line
     * @param taxInside true when prices have the tax inside
     */
    List<SaleFee> of(SubOrderView part, Map<UUID, Integer> numbers, boolean taxInside, String currency) {
        return part.lines().stream()
                .map(line -> fee(
                        line.goodsId(),
                        Objects.requireNonNull(numbers.get(line.id())),
                        (taxInside ? line.amount() - line.tax() : line.amount())
                                + borne(part, line, taxInside, currency)))
                .toList();
    }

    /** What the mall's own coupon takes off a line, without tax: the mall's fee counts as if it were paid. */
    static long borne(SubOrderView part, SubOrderView.Line line, boolean taxInside, String currency) {
        return part.couponByMall() ? PricedLine.netCoupon(line.coupon(), line.taxBp(), taxInside, currency) : 0;
    }

    private SaleFee fee(UUID goods, int number, long basis) {
        return byGoods.getOrDefault(goods, CommissionTerms.ofRate(0)).fee(number, basis);
    }
}
