package dev.rialto.kernel;

/** What a refusal means to the one who asked; each tier turns it into its own form (HTTP status, page message). */
public enum ErrorKind {
    /** The request itself is wrong; the details name the fields. */
    INVALID,
    /** It does not exist, or it belongs to somebody else: the two look the same on purpose. */
    NOT_FOUND,
    /** The state of things does not allow it now. */
    CONFLICT,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** Nobody is signed in, or the credential is not good. */
    UNAUTHENTICATED,
    /** Too many tries; wait. */
    THROTTLED,
    /** A part that is needed does not answer. */
    UNAVAILABLE
}
