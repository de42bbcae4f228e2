package dev.rialto.document;

import dev.rialto.kernel.Money;
import dev.rialto.order.OrderView;
import dev.rialto.order.SubOrderView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What an invoice says that the order does not say in one figure. */
final class InvoiceFacts {
    private InvoiceFacts() {}

    /** Where the tax on delivery stands, whose rate is not kept. */
    static final int ON_DELIVERY = -1;

    /** Where the tax on an exchange stands whose replacements have several rates. */
    static final int ON_EXCHANGE = -2;

    /** Tax by rate in basis points, {@link #ON_DELIVERY} and {@link #ON_EXCHANGE}. */
    static Map<Integer, Money> taxes(OrderView order, SubOrderView part, List<InvoiceBook.Extra> extras) {
        Map<Integer, Money> taxes = new TreeMap<>();
        long ofLines = 0;
        for (SubOrderView.Line line : part.lines()) {
            taxes.merge(line.taxBp(), new Money(line.tax(), order.currency()), Money::plus);
            ofLines += line.tax();
        }
        taxes.merge(ON_DELIVERY, new Money(part.taxTotal() - ofLines, order.currency()), Money::plus);
        for (InvoiceBook.Extra extra : extras) {
            int rate = Objects.requireNonNullElse(extra.taxBp(), ON_EXCHANGE);
            taxes.merge(rate, new Money(extra.tax(), order.currency()), Money::plus);
        }
        taxes.values().removeIf(Money::isZero);
        return taxes;
    }
}
