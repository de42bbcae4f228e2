package dev.rialto.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as merchants see it.
 *
 * @param state open, challenged, pending, approved, voided, cancelled or expired
 * @param captured minor units taken, out of {@code amount}
 * @param refunded minor units given back, out of {@code captured}
 * @param released minor units that will not be taken any more
 * @param transaction number of the approval
 * @param reason of the last decline
 * @param cardLastFour of the last card
 * @param keptCard the card that the payer let the gateway keep with this payment
 * @param dispute what the buyer's bank took back, if it did
 * @param tries cards tried
 * @param url the page to pay on
 */
record SessionView(
        String id,
        String requestId,
        String merchantReference,
        Session.State state,
        long amount,
        String currency,
        long captured,
        long refunded,
        long released,
        @Nullable String transaction,
        @Nullable String reason,
        @Nullable String cardLastFour,
        int tries,
        String url,
        String language,
        String returnUrl,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant approvedAt,
        KeptCards.@Nullable Kept keptCard,
        Session.@Nullable Dispute dispute) {}
