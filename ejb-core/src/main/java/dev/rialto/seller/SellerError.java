package dev.rialto.seller;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about sellers, sites, their looks, staff and credentials. */
public enum SellerError implements ErrorCode {
    /** Fields of a seller are wrong. */
    INVALID_SELLER(ErrorKind.INVALID),
    /** No such seller, or not yours. */
    SELLER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Another seller has this name. */
    SELLER_NAME_TAKEN(ErrorKind.CONFLICT),
    /** The seller's state does not allow it. */
    SELLER_STATE(ErrorKind.CONFLICT),
    /** Fields of a site or of an application for one are wrong. */
    INVALID_SITE(ErrorKind.INVALID),
    /** No such site, or not yours. */
    SITE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The site's state does not allow it. */
    SITE_STATE(ErrorKind.CONFLICT),
    /** The domain belongs to the mall, to a storefront or to an open application (A8). */
    DOMAIN_TAKEN(ErrorKind.CONFLICT),
    /** No such application, or not yours. */
    APPLICATION_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The application is decided or withdrawn already. */
    APPLICATION_STATE(ErrorKind.CONFLICT),
    /** The look is no valid document, or its colours cannot be read. */
    INVALID_THEME(ErrorKind.INVALID),
    /** No such version of the look. */
    THEME_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The page is no valid document. */
    INVALID_PAGE(ErrorKind.INVALID),
    /** No such page, or no such version of it. */
    PAGE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The site has a page of this name. */
    PAGE_EXISTS(ErrorKind.CONFLICT),
    /** Fields of a member of staff are wrong. */
    INVALID_STAFF(ErrorKind.INVALID),
    /** No such member of staff. */
    STAFF_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The last owner or operator stays. */
    LAST_OF_STAFF(ErrorKind.CONFLICT),
    /** Fields of a credential are wrong. */
    INVALID_CREDENTIAL(ErrorKind.INVALID),
    /** No such credential, or not yours. */
    CREDENTIAL_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Client id and secret do not fit, or the credential is not active. */
    CREDENTIAL_REFUSED(ErrorKind.UNAUTHENTICATED),
    /** Somebody else changed it since it was read. */
    CHANGED_MEANWHILE(ErrorKind.CONFLICT),
    /** Nobody is signed in. */
    SIGN_IN_NEEDED(ErrorKind.UNAUTHENTICATED),
    /** The caller may not do this. */
    NOT_PERMITTED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    SellerError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
