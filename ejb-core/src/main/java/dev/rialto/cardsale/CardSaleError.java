package dev.rialto.cardsale;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about cards in the shop. */
public enum CardSaleError implements ErrorCode {
    /** Fields of an offer are wrong. */
    INVALID_CARD_OFFER(ErrorKind.INVALID),
    /** No such goods of kind card, or none of the caller's own. */
    CARD_GOODS_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** No such card in an order of the caller's own. */
    CARD_SALE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The code can be read no more: used, out of use, or older than 90 days. */
    CODE_UNREADABLE(ErrorKind.CONFLICT),
    /** A code of the order is used or being used; the order stays as it is. */
    CODE_USED(ErrorKind.CONFLICT),
    /** Codes of the part can still be used; whoever is to get everything back gives them up first. */
    CODES_LIVE(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    CardSaleError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
