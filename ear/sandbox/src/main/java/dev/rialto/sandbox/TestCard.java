package dev.rialto.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The cards that are taken here, and what becomes of each. A card of the real world is refused unread. */
enum TestCard {
    APPROVE("4242424242424242"),
    CHALLENGE("4000000000003220"),
    DECLINE("4000000000000002"),
    INSUFFICIENT_FUNDS("4000000000009995"),
    EXPIRED_CARD("4000000000000069"),
    DISPUTED("4000000000000259"),
    LATE("4000000000000077");

    private final String number;

    TestCard(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** In groups of four, as on a card. */
    String printed() {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    boolean isDeclined() {
        return this == DECLINE || this == INSUFFICIENT_FUNDS || this == EXPIRED_CARD;
    }

    /** The reason a decline gives. */
    String reason() {
        return this == DECLINE ? "declined" : name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<TestCard> of(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }
}
