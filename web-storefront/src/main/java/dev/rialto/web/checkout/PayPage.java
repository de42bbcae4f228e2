package dev.rialto.web.checkout;

import org.jspecify.annotations.Nullable;

/**
 * On the way to the gateway, or waiting for what it says.
 *
 * @param address the gateway's page; null when there is nothing to do there
 * @param paymentId the payment waited for
 * @param key of the address the gateway was given; empty when not known
 */
public record PayPage(@Nullable String address, String paymentId, String key) {}
