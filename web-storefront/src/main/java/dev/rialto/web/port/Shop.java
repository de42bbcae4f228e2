package dev.rialto.web.port;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A seller's shop as the mall lists it; the address is that of its own storefront, if it has one. */
public record Shop(
        String sellerId,
        String name,
        Map<String, String> slogan,
        @Nullable String address,
        @Nullable String logoKey) {}
