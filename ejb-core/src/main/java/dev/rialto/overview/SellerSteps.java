package dev.rialto.overview;

/**
 * How far a seller has come.
 *
 * @param accepted the mall has accepted the seller
 * @param described legal name, registration number and address are known
 * @param checked the papers are accepted, or none are asked for
 * @param delivers there is a way of delivery
 * @param lists something is on sale
 * @param stocks something of it is there
 * @param hasShop there is a storefront
 * @param application state of the latest application for one; empty for none
 * @param reason why it was rejected; empty for none
 * @param sold there was an order
 */
public record SellerSteps(
        boolean accepted,
        boolean described,
        boolean checked,
        boolean delivers,
        boolean lists,
        boolean stocks,
        boolean hasShop,
        String application,
        String reason,
        boolean sold) {}
