package dev.rialto.document;

import dev.rialto.kernel.Money;
import dev.rialto.order.OrderView;
import dev.rialto.order.SubOrderView;
import java.util.Map;
import java.util.TreeMap;

/** What an invoice says that the order does not say in one figure. */
final class InvoiceFacts {
    private InvoiceFacts() {}

    /** Tax by rate in basis points; delivery, whose rate is not kept, stands under -1. */
    static Map<Integer, Money> taxes(OrderView order, SubOrderView part) {
        Map<Integer, Money> taxes = new TreeMap<>();
        long ofLines = 0;
        for (SubOrderView.Line line : part.lines()) {
            taxes.merge(line.taxBp(), new Money(line.tax(), order.currency()), Money::plus);
            ofLines += line.tax();
        }
        taxes.merge(-1, new Money(part.taxTotal() - ofLines, order.currency()), Money::plus);
        taxes.values().removeIf(Money::isZero);
        return taxes;
    }
}
