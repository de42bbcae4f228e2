package dev.rialto.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The items of a file, each refused for a reason of its own. */
public enum VerificationItem {
    COMPANY("country", "legalName", "representative", "registrationNumber"),
    TAX("taxNumber"),
    ADDRESS("address"),
    BANK("bankName", "bankAccount", "bankHolder"),
    CONTACT("contactEmail", "contactPhone"),
    DOCUMENTS("documents");

    private final List<String> fields;

    VerificationItem(String... fields) {
        this.fields = List.of(fields);
    }

    /** Is this field one of the item's? */
    boolean has(String field) {
        return fields.contains(field);
    }

    /** As it is stored and as bundles name it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<VerificationItem> named(String stored) {
        return Arrays.stream(values())
                .filter(item -> item.stored().equals(stored))
                .findFirst();
    }
}
