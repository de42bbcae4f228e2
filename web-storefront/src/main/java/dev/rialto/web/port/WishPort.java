package dev.rialto.web.port;

import java.util.List;

/** A member's wish list at a shop, and wishes to be told when something can be had again. */
public interface WishPort {

    /**
     * Puts goods on the list.
     *
     * @throws dev.rialto.kernel.DomainException for goods that are not here, or when the list is full
     */
    void add(Visitor visitor, String goodsId);

    /** Takes goods off the list. */
    void remove(Visitor visitor, String goodsId);

    /** The list as of now, the latest first. */
    List<Wish> list(Visitor visitor);

    /**
     * Asks to be told when a variant can be had again.
     *
     * @param email of a guest; not read for a member
     * @param origin where the request came from, for limits on tries
     * @throws dev.rialto.kernel.DomainException naming what is wrong
     */
    void askToBeTold(Visitor visitor, String variantId, String email, String origin);

    /** What the member waits for, or was told of. */
    List<StockWish> awaited(Visitor visitor);

    /** Takes one of them back. */
    void cancel(Visitor visitor, String id);

    /**
     * What a link in a mail is about.
     *
     * @throws dev.rialto.kernel.DomainException when the mall did not write it, or it is over
     */
    StockWish about(Visitor visitor, String link);

    /** Confirms a guest's address. */
    void confirm(Visitor visitor, String link);

    /** Takes back all that the reader of a mail waits for. */
    void leave(Visitor visitor, String link);
}
