package dev.rialto.checkout;

import dev.rialto.fulfilment.Consignment;
import dev.rialto.fulfilment.DeliveryMethod;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Texts;
import dev.rialto.seller.SiteView;
import dev.rialto.tax.TaxRates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** What was typed, set against what the sellers of the cart offer. */
final class CheckoutForm {
    private final SiteView site;
    private final Basket basket;
    private final CartView cart;
    private final Map<UUID, Integer> weights;
    private final String language;

    CheckoutForm(SiteView site, Basket basket, CartView cart, Map<UUID, Integer> weights, String language) {
        this.site = site;
        this.basket = basket;
        this.cart = cart;
        this.weights = weights;
        this.language = language;
    }

    CheckoutDetails details() {
        Basket.SavedCheckout saved = basket.checkout();
        return saved == null ? CheckoutDetails.empty() : saved.draft();
    }

    /** Tax rates where the goods go. */
    TaxRates rates() {
        return basket.rates();
    }

    CheckoutView view() {
        return new CheckoutView(
                cart,
                details(),
                basket.checkout() == null ? List.of() : errors(),
                List.copyOf(countries()),
                cart.groups().stream().map(this::parcel).toList(),
                accounts(),
                !basket.isSent());
    }

    private List<CheckoutView.AccountWish> accounts() {
        return cart.groups().stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> basket.cards().containsKey(line.variantId()))
                .map(line -> new CheckoutView.AccountWish(
                        line.variantId(),
                        line.title(),
                        Objects.requireNonNull(basket.cards().get(line.variantId()))
                                .example()))
                .toList();
    }

    /** An account may be left out; one that is given has the form that its provider wants. */
    private List<FieldError> accountErrors() {
        List<FieldError> errors = new ArrayList<>();
        details().accounts().forEach((variant, account) -> {
            Basket.Card card = basket.cards().get(variant);
            if (card != null && !Pattern.matches(card.form(), account)) {
                errors.add(new FieldError("account." + variant, "form"));
            }
        });
        return errors;
    }

    /** Throws with every field that is wrong or missing. */
    void requireComplete() {
        List<FieldError> errors = errors();
        if (!errors.isEmpty()) {
            throw CheckoutError.DETAILS_INVALID.because(errors);
        }
    }

    /** The delivery method of each seller; call after {@link #requireComplete}. */
    Map<UUID, DeliveryMethod> chosen() {
        Map<UUID, DeliveryMethod> chosen = new LinkedHashMap<>();
        for (CartGroup group : cart.groups()) {
            methodFor(group).ifPresent(method -> chosen.put(group.tenantId(), method));
        }
        return chosen;
    }

    private List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>(DetailsCheck.errors(details(), countries(), basket.isSent()));
        errors.addAll(accountErrors());
        if (errors.stream().noneMatch(error -> error.field().equals("country"))) {
            cart.groups().stream()
                    .filter(group -> methodFor(group).isEmpty())
                    .forEach(group -> errors.add(new FieldError("delivery." + group.tenantId(), "no_delivery")));
        }
        return errors;
    }

    /** Where every seller of the cart delivers, the site's own country first. */
    private Set<String> countries() {
        Set<String> common = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        cart.groups()
                .forEach(group -> common.removeIf(country ->
                        basket.methodsOf(group.tenantId()).stream().noneMatch(method -> method.reaches(country))));
        Set<String> sorted = new LinkedHashSet<>();
        if (common.contains(site.country())) {
            sorted.add(site.country());
        }
        sorted.addAll(common);
        return sorted;
    }

    private CheckoutParcel parcel(CartGroup group) {
        UUID chosen = methodFor(group).map(DeliveryMethod::id).orElse(null);
        Consignment consignment = consignment(group);
        List<DeliveryChoice> choices = basket.methodsOf(group.tenantId()).stream()
                .filter(method ->
                        !consignment.hasPlace() || method.price(consignment).isPresent())
                .map(method -> choice(method, consignment, method.id().equals(chosen)))
                .toList();
        return new CheckoutParcel(group, choices);
    }

    private DeliveryChoice choice(DeliveryMethod method, Consignment consignment, boolean chosen) {
        Money price = method.priceSoFar(consignment).orElse(null);
        return new DeliveryChoice(
                method.id(),
                Texts.pick(method.names(), language, site.defaultLanguage()),
                price,
                method.daysFrom(),
                method.daysTo(),
                chosen);
    }

    /** The method asked for; the first that goes there when none was asked for; none for one that is not offered. */
    private Optional<DeliveryMethod> methodFor(CartGroup group) {
        UUID wanted = details().delivery().get(group.tenantId());
        Consignment consignment = consignment(group);
        return basket.methodsOf(group.tenantId()).stream()
                .filter(method -> wanted == null || method.id().equals(wanted))
                .filter(method -> method.priceSoFar(consignment).isPresent())
                .findFirst();
    }

    private Consignment consignment(CartGroup group) {
        long grams = group.lines().stream()
                .mapToLong(line -> (long) weights.getOrDefault(line.variantId(), 0) * line.quantity())
                .sum();
        CheckoutDetails details = details();
        return new Consignment(details.country(), details.region(), details.postcode(), grams, group.total());
    }
}
