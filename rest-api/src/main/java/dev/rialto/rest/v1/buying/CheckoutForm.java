package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first step of a checkout: what is bought, what was typed so far and what is wrong with it.
 *
 * @param countries where the sellers deliver, two letters each
 * @param accounts that may be recharged at once, for the cards among the goods
 * @param digital nothing is sent: of the buyer's address the country is enough
 */
public record CheckoutForm(
        Buyer buyer,
        List<FieldError> errors,
        List<String> countries,
        List<Parcel> parcels,
        Money goodsTotal,
        List<AccountWish> accounts,
        boolean digital) {

    /** A card among the goods, and what an account at its provider looks like. */
    public record AccountWish(String variantId, String title, String example) {}

    /** The goods of one seller and the ways of delivery to choose from. */
    public record Parcel(String sellerId, String sellerName, List<Item> items, List<Choice> choices) {
        public Parcel {
            items = List.copyOf(items);
            choices = List.copyOf(choices);
        }
    }

    /** One line as it will be bought. */
    public record Item(
            String variantId,
            String title,
            String variantTitle,
            @Nullable String pictureKey,
            int quantity,
            Money unitPrice,
            Money amount) {}

    /** A way of delivery; the price is null while it depends on the address. */
    public record Choice(String id, String name, @Nullable Money price, boolean chosen) {}

    public CheckoutForm {
        errors = List.copyOf(errors);
        countries = List.copyOf(countries);
        parcels = List.copyOf(parcels);
        accounts = List.copyOf(accounts);
    }
}
