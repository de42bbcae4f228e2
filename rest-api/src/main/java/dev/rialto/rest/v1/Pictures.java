package dev.rialto.rest.v1;

import org.jspecify.annotations.Nullable;

/** Addresses of pictures, relative to the storefront's host. */
final class Pictures {
    private Pictures() {}

    static @Nullable String address(@Nullable String key) {
        return key == null ? null : "/pictures/" + key + "-800.jpg";
    }
}
