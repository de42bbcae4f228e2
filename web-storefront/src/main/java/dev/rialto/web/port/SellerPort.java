package dev.rialto.web.port;

import java.util.List;

/** Members who sell, or wish to. */
public interface SellerPort {

    /**
     * Applies as a seller of the mall.
     *
     * @throws dev.rialto.kernel.DomainException naming the fields that are wrong
     */
    void apply(Visitor visitor, SellerWish wish);

    /** The member's standings as a seller, newest first. */
    List<SellerStanding> standings(Visitor visitor);
}
