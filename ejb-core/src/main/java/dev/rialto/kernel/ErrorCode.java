package dev.rialto.kernel;

/** A stable name of a refusal. Each domain has one enum of them; partners and message bundles rely on the names. */
public interface ErrorCode {

    /** The stable name, lower case with underscores: {@code out_of_stock}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String name();

    ErrorKind kind();

    /** The refusal, to be thrown. */
    default DomainException now() {
        return new DomainException(this);
    }

    /** The refusal for one field, to be thrown. */
    default DomainException because(String field, String reason) {
        return new DomainException(this, field, reason);
    }
}
