package dev.rialto.channel;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about channels, providers, card products and card stock. */
public enum ChannelError implements ErrorCode {
    /** Fields of a channel are wrong. */
    INVALID_CHANNEL(ErrorKind.INVALID),
    /** No such channel, or none of the caller's own tree. */
    CHANNEL_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Another seller or channel has this name. */
    CHANNEL_NAME_TAKEN(ErrorKind.CONFLICT),
    /** Fields of a provider are wrong. */
    INVALID_PROVIDER(ErrorKind.INVALID),
    /** No such provider. */
    PROVIDER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Fields of a card product are wrong. */
    INVALID_PRODUCT(ErrorKind.INVALID),
    /** No such card product, or it is off. */
    PRODUCT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Fields of a purchase, a sale or a price are wrong. */
    INVALID_TRADE(ErrorKind.INVALID),
    /** This invoice was booked before. */
    INVOICE_BOOKED(ErrorKind.CONFLICT),
    /** There are not so many free cards. */
    CARDS_SHORT(ErrorKind.CONFLICT),
    /** The channel above has no price for this card. */
    NO_PRICE(ErrorKind.CONFLICT),
    /** The price is another than the one seen; nothing was bought. */
    CARD_PRICE_CHANGED(ErrorKind.CONFLICT),
    /** Only channels at the top buy from providers; the others buy from the channel above. */
    NOT_AT_THE_TOP(ErrorKind.FORBIDDEN),
    /** Somebody else changed it since it was read. */
    CARDS_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    ChannelError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
