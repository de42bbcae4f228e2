package dev.rialto.sandbox;

import java.net.URI;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's request for a page to pay on.
 *
 * @param requestId acts once
 * @param merchantReference the merchant's name for what is paid
 * @param method card or wallet; card when it is not said
 * @param amount minor units, above zero
 * @param currency ISO 4217
 * @param returnUrl where the shopper goes afterwards
 * @param callbackUrl where approvals and the rest are told; nobody is told without it
 * @param language ko, en, ja or zh
 * @param customer the gateway's name for the payer, whose kept cards are offered; from a card it kept before
 * @param offersToKeep may the payer have the card kept?
 */
record Opening(
        @Nullable String requestId,
        @Nullable String merchantReference,
        @Nullable String method,
        long amount,
        @Nullable String currency,
        @Nullable String returnUrl,
        @Nullable String callbackUrl,
        @Nullable String language,
        @Nullable String customer,
        @Nullable Boolean offersToKeep) {

    static final Set<String> LANGUAGES = Set.of("ko", "en", "ja", "zh");
    private static final Set<String> METHODS = Set.of("card", "wallet");
    private static final int LONGEST = 200;

    /** Throws {@link Refusal} that names the first wrong field. */
    void check() {
        text("request_id", requestId);
        text("merchant_reference", merchantReference);
        require(method == null || METHODS.contains(method), "method", "card or wallet");
        require(amount > 0 && amount <= 1_000_000_000_000L, "amount", "minor units from 1 to 1,000,000,000,000");
        require(isCurrency(currency), "currency", "an ISO 4217 code");
        require(isAddress(returnUrl), "return_url", "an http or https address");
        require(callbackUrl == null || isAddress(callbackUrl), "callback_url", "an http or https address");
        require(customer == null || customer.matches("cus_[\\w-]{1,60}"), "customer", "a customer of this gateway");
        require(language == null || LANGUAGES.contains(language), "language", "one of ko, en, ja, zh");
    }

    private static void text(String field, @Nullable String value) {
        require(
                value != null && !value.isBlank() && value.length() <= LONGEST,
                field,
                "1 to " + LONGEST + " characters");
    }

    private static void require(boolean holds, String field, String says) {
        if (!holds) {
            throw new Refusal(422, "invalid", field, field + " must be " + says);
        }
    }

    private static boolean isCurrency(@Nullable String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean isAddress(@Nullable String text) {
        if (text == null || text.length() > 2_000) {
            return false;
        }
        try {
            URI address = URI.create(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Map<String, String> detail() {
        Map<String, String> detail = new HashMap<>(Map.of(
                "merchant_reference", orEmpty(merchantReference),
                "method", method == null ? "card" : method,
                "amount", String.valueOf(amount),
                "currency", orEmpty(currency),
                "return_url", orEmpty(returnUrl),
                "callback_url", orEmpty(callbackUrl),
                "language", language == null ? "en" : language));
        if (customer != null) {
            detail.put("customer", customer);
        }
        if (Boolean.TRUE.equals(offersToKeep)) {
            detail.put("offers_to_keep", "true");
        }
        return detail;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
