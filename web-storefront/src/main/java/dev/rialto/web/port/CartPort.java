package dev.rialto.web.port;

/** The cart. Every change is refused for a line that is not the visitor's own. */
public interface CartPort {

    Cart view(Visitor visitor);

    /**
     * Puts goods into the cart; the visitor has a token.
     *
     * @throws dev.rialto.kernel.DomainException on a quantity below 1 or above what is in stock
     */
    void add(Visitor visitor, String variantId, int quantity);

    /**
     * Sets the quantity of a line.
     *
     * @throws dev.rialto.kernel.DomainException on a quantity below 1 or above what is in stock
     */
    void change(Visitor visitor, String lineId, int quantity);

    void remove(Visitor visitor, String lineId);

    /**
     * Uses a coupon from now on; an empty code takes it back.
     *
     * @throws dev.rialto.kernel.DomainException when it cannot be used, saying why; nothing is changed
     */
    void useCoupon(Visitor visitor, String code);
}
