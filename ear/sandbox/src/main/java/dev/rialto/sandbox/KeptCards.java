package dev.rialto.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards that payers let the gateway keep, as the journal's entries make them. */
final class KeptCards {
    private final Map<String, Kept> byToken = new LinkedHashMap<>();

    /**
     * A kept card as merchants see it.
     *
     * @param customer the payer, by the gateway's name
     * @param expiry MM/YY
     */
    record Kept(String customer, String token, String brand, String lastFour, String expiry) {

        static Optional<Kept> of(Entry entry) {
            return entry.kind() == Entry.Kind.APPROVED && !entry.text("token").isEmpty()
                    ? Optional.of(new Kept(
                            entry.text("customer"),
                            entry.text("token"),
                            "visa",
                            entry.text("card"),
                            entry.text("expiry")))
                    : Optional.empty();
        }

        TestCard card() {
            return Arrays.stream(TestCard.values())
                    .filter(card -> card.lastFour().equals(lastFour))
                    .findFirst()
                    .orElseThrow();
        }
    }

    void apply(Entry entry) {
        Kept.of(entry).ifPresent(card -> byToken.put(card.token(), card));
        if (entry.kind() == Entry.Kind.CARD_FORGOTTEN) {
            byToken.remove(entry.text("token"));
        }
    }

    /** What an approval says of the card that is kept with it; a card that the payer let be kept before keeps its token. */
    Map<String, String> keep(String customer, String lastFour, String expiry) {
        String payer = customer.isEmpty() ? "cus_" + SessionBook.random(12) : customer;
        String token = of(payer).stream()
                .filter(card ->
                        card.lastFour().equals(lastFour) && card.expiry().equals(expiry))
                .map(Kept::token)
                .findFirst()
                .orElse("card_" + SessionBook.random(12));
        return Map.of("customer", payer, "token", token, "expiry", expiry);
    }

    List<Kept> of(String customer) {
        return customer.isEmpty()
                ? List.of()
                : byToken.values().stream()
                        .filter(card -> card.customer().equals(customer))
                        .toList();
    }

    boolean has(String token) {
        return byToken.containsKey(token);
    }
}
