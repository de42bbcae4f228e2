package dev.rialto.web.port;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The full price of a checkout, frozen while the stock is held.
 *
 * @param taxIncluded true when the amounts contain the tax shown
 * @param fingerprint names exactly this offer; paying another one is refused
 * @param heldUntil until when the stock is kept
 * @param banks accounts to transfer to, for payment by deposit
 * @param methods the ways of paying: card, wallet, deposit
 */
public record Offer(
        Buyer buyer,
        List<Parcel> parcels,
        Money goodsTotal,
        Money discountTotal,
        @Nullable Coupon coupon,
        Money deliveryTotal,
        Money taxTotal,
        Money total,
        boolean taxIncluded,
        String fingerprint,
        Instant heldUntil,
        List<Bank> banks,
        List<String> methods) {

    /** The part of one seller with its delivery and tax. */
    public record Parcel(
            String sellerName,
            List<CheckoutForm.Item> items,
            String deliveryName,
            Money goods,
            Money coupon,
            Money delivery,
            List<Tax> taxes,
            Money total) {
        public Parcel {
            items = List.copyOf(items);
            taxes = List.copyOf(taxes);
        }
    }

    /** The coupon; problem says why it takes off nothing, and is null when it applies. */
    public record Coupon(
            String label, Money total, @Nullable String problem) {}

    /** A rate in basis points and the tax at that rate. */
    public record Tax(int rateBp, Money amount) {}

    /** A bank account of the mall. */
    public record Bank(String id, String bank, String number, String holder) {}

    public Offer {
        parcels = List.copyOf(parcels);
        banks = List.copyOf(banks);
        // a mall of an older version does not name them
        methods = methods == null ? List.of("card", "deposit") : List.copyOf(methods);
    }
}
