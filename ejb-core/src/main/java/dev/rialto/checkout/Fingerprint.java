package dev.rialto.checkout;

import dev.rialto.order.PricedDelivery;
import dev.rialto.order.PricedGoods;
import dev.rialto.order.PricedLine;
import dev.rialto.platform.Tokens;
import java.util.StringJoiner;
import java.util.UUID;

/** Names exactly one offer: whoever pays must name the offer that he saw. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(UUID checkout, PricedGoods goods) {
        StringJoiner text = new StringJoiner("\n");
        text.add(checkout.toString()).add(goods.currency()).add(String.valueOf(goods.taxIncluded()));
        for (PricedLine line : goods.lines()) {
            text.add(line.variantId() + " " + line.quantity() + " " + line.unitPrice() + " " + line.listPrice() + " "
                    + line.tax() + " " + line.coupon());
        }
        for (PricedDelivery delivery : goods.deliveries()) {
            text.add(delivery.tenantId() + " " + delivery.methodId() + " " + delivery.amount() + " " + delivery.tax());
        }
        if (goods.coupon() != null) {
            text.add(goods.coupon().id() + " " + goods.coupon().byMall());
        }
        return Tokens.hash(text.add(String.valueOf(goods.total().minor())).toString());
    }
}
