package dev.rialto.credential;

import java.util.Locale;

/** What calls the gateway. */
public enum CredentialKind {
    STOREFRONT("sf"),
    REPORTING("rp"),
    PARTNER("pt"),
    CHANNEL("ch"),
    SHOP("sh");

    private final String prefix;

    CredentialKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
