package dev.rialto.web.catalogue;

import dev.rialto.web.port.Shop;
import dev.rialto.web.shop.Visit;

/**
 * A seller's shop in a list.
 *
 * @param own true when it is a storefront of its own address
 */
public record ShopCard(String name, String slogan, String initial, String address, boolean own) {

    static ShopCard of(Shop shop, Visit visit) {
        String address = shop.address();
        return new ShopCard(
                shop.name(),
                visit.inLanguage(shop.slogan()),
                shop.name().substring(0, shop.name().offsetByCodePoints(0, 1)),
                address == null ? "/goods?seller=" + shop.sellerId() : address,
                address != null);
    }
}
