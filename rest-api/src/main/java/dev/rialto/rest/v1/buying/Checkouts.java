package dev.rialto.rest.v1.buying;

import dev.rialto.checkout.CheckoutDetails;
import dev.rialto.checkout.CheckoutParcel;
import dev.rialto.checkout.CheckoutView;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.order.PricedLine;
import dev.rialto.order.PricedPart;
import dev.rialto.payment.BankAccountView;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.rest.v1.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checkouts between the forms of boundary and port. */
final class Checkouts {
    private static final String ACCOUNT = "account.";

    private Checkouts() {}

    /** The payment of a return address; the gateway sends people back to the bare id. */
    static UUID payment(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text)
                : Wire.id(Wire.PAYMENT, text);
    }

    static CheckoutForm form(CheckoutView view) {
        return new CheckoutForm(
                buyer(view.details()),
                errors(view.errors()),
                view.countries(),
                view.parcels().stream().map(Checkouts::parcel).toList(),
                view.cart().total(),
                view.accounts().stream()
                        .map(wish -> new CheckoutForm.AccountWish(
                                Wire.text(Wire.VARIANT, wish.variantId()), wish.title(), wish.example()))
                        .toList(),
                view.isDigital());
    }

    /** What is wrong with the account of a card is said of the variant by its id outside. */
    static List<FieldError> errors(List<FieldError> errors) {
        return errors.stream().map(Checkouts::error).toList();
    }

    private static FieldError error(FieldError error) {
        if (!error.field().startsWith(ACCOUNT)) {
            return error;
        }
        UUID variant = UUID.fromString(error.field().substring(ACCOUNT.length()));
        return new FieldError(ACCOUNT + Wire.text(Wire.VARIANT, variant), error.code(), error.arguments());
    }

    private static CheckoutForm.Parcel parcel(CheckoutParcel parcel) {
        return new CheckoutForm.Parcel(
                Wire.text(Wire.SELLER, parcel.goods().tenantId()),
                parcel.goods().sellerName(),
                parcel.goods().lines().stream()
                        .map(line -> new CheckoutForm.Item(
                                Wire.text(Wire.VARIANT, line.variantId()),
                                line.title(),
                                line.variantTitle(),
                                line.pictureKey(),
                                line.quantity(),
                                line.unitPrice(),
                                line.amount()))
                        .toList(),
                parcel.choices().stream()
                        .map(choice -> new CheckoutForm.Choice(
                                Wire.text(Wire.DELIVERY, choice.id()), choice.name(), choice.price(), choice.chosen()))
                        .toList());
    }

    static Buyer buyer(CheckoutDetails details) {
        return new Buyer(
                details.email(),
                details.name(),
                details.phone(),
                details.country(),
                details.postcode(),
                details.region(),
                details.city(),
                details.street(),
                details.extra(),
                details.note(),
                delivery(details),
                accounts(details));
    }

    private static Map<String, String> delivery(CheckoutDetails details) {
        Map<String, String> delivery = new HashMap<>();
        details.delivery()
                .forEach((seller, method) ->
                        delivery.put(Wire.text(Wire.SELLER, seller), Wire.text(Wire.DELIVERY, method)));
        return delivery;
    }

    private static Map<String, String> accounts(CheckoutDetails details) {
        Map<String, String> accounts = new HashMap<>();
        details.accounts().forEach((variant, account) -> accounts.put(Wire.text(Wire.VARIANT, variant), account));
        return accounts;
    }

    static CheckoutDetails details(Buyer buyer) {
        Map<UUID, UUID> delivery = new HashMap<>();
        buyer.delivery()
                .forEach(
                        (seller, method) -> delivery.put(Wire.id(Wire.SELLER, seller), Wire.id(Wire.DELIVERY, method)));
        return new CheckoutDetails(
                buyer.email(),
                buyer.name(),
                buyer.phone(),
                buyer.country(),
                buyer.postcode(),
                buyer.region(),
                buyer.city(),
                buyer.street(),
                buyer.extra(),
                buyer.note(),
                delivery,
                accounts(buyer));
    }

    private static Map<UUID, String> accounts(Buyer buyer) {
        Map<UUID, String> accounts = new HashMap<>();
        buyer.accounts().forEach((variant, account) -> accounts.put(Wire.id(Wire.VARIANT, variant), account));
        return accounts;
    }

    static Offer offer(dev.rialto.checkout.Offer offer, List<BankAccountView> banks, List<PaymentMethod> hosted) {
        return new Offer(
                buyer(offer.details()),
                offer.goods().parts().stream().map(Checkouts::part).toList(),
                offer.goods().goodsTotal(),
                offer.goods().discountTotal().minus(offer.goods().couponTotal()),
                coupon(offer),
                offer.goods().deliveryTotal(),
                offer.goods().taxTotal(),
                offer.goods().total(),
                offer.goods().taxIncluded(),
                offer.fingerprint(),
                offer.heldUntil(),
                banks.stream()
                        .map(bank -> new Offer.Bank(
                                Wire.text(Wire.BANK, bank.id()), bank.bank(), bank.number(), bank.holder()))
                        .toList(),
                methods(banks, hosted));
    }

    private static List<String> methods(List<BankAccountView> banks, List<PaymentMethod> hosted) {
        return Stream.concat(hosted.stream(), banks.isEmpty() ? Stream.empty() : Stream.of(PaymentMethod.DEPOSIT))
                .map(PaymentMethod::stored)
                .toList();
    }

    private static Offer.@Nullable Coupon coupon(dev.rialto.checkout.Offer offer) {
        if (offer.refused() != null) {
            Money nothing = Money.zero(offer.goods().currency());
            return new Offer.Coupon(
                    offer.refused().label(), nothing, offer.refused().problem());
        }
        return offer.goods().coupon() == null
                ? null
                : new Offer.Coupon(offer.goods().coupon().label(), offer.goods().couponTotal(), null);
    }

    static Offer.Parcel part(PricedPart part) {
        return new Offer.Parcel(
                part.sellerName(),
                part.lines().stream().map(line -> item(line, part.currency())).toList(),
                part.delivery().name(),
                part.goodsAmount().plus(part.couponTotal()),
                part.couponTotal(),
                part.deliveryTotal(),
                part.taxes().entrySet().stream()
                        .map(tax -> new Offer.Tax(tax.getKey(), tax.getValue()))
                        .toList(),
                part.total());
    }

    private static CheckoutForm.Item item(PricedLine line, String currency) {
        return new CheckoutForm.Item(
                Wire.text(Wire.VARIANT, line.variantId()),
                line.title(),
                line.variantTitle(),
                line.pictureKey(),
                line.quantity(),
                new Money(line.unitPrice(), currency),
                new Money(line.fullAmount(), currency));
    }
}
