package dev.rialto.kernel;

import java.util.List;
import java.util.Locale;

/** A stable name of a refusal. Each domain has one enum of them; partners and message bundles rely on the names. */
public interface ErrorCode {

    /** The stable name, lower case with underscores: {@code out_of_stock}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String name();

    ErrorKind kind();

    /** The refusal, to be thrown. */
    default DomainException now() {
        return because(List.of());
    }

    /** The refusal for one field, to be thrown. */
    default DomainException because(String field, String reason) {
        return because(List.of(new FieldError(field, reason)));
    }

    /** The refusal for several fields, to be thrown. */
    default DomainException because(List<FieldError> fields) {
        return new DomainException(this, fields);
    }
}
