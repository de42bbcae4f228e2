package dev.rialto.coupon;

import org.jspecify.annotations.Nullable;

/**
 * Which coupons to list.
 *
 * @param state active, upcoming, ended or stopped; empty for all
 * @param words part of code or name; empty for all
 * @param cursor of the page before; null for the first
 * @param limit 1 to 5000
 */
public record CouponFilter(
        String state, String words, @Nullable String cursor, int limit) {}
