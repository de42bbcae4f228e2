package dev.rialto.web.recharge;

import dev.rialto.web.shop.Form;
import org.jspecify.annotations.Nullable;

/**
 * The form to recharge with.
 *
 * @param key of this form; sent twice it is one request
 * @param sent to whom a verification code was just sent; null when none was
 * @param riddle what a browser must solve that has tried too often; null otherwise
 */
public record RechargePage(
        Form form,
        String key,
        @Nullable String sent,
        @Nullable String riddle) {}
