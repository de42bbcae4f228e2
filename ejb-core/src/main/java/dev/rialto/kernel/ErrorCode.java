package dev.rialto.kernel;

/** A stable name of a refusal. Each domain has one enum of them; partners and message bundles rely on the names. */
public interface ErrorCode {

    /** The stable name, lower case with underscores: {@code out_of_stock}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String name();

    ErrorKind kind();
}
