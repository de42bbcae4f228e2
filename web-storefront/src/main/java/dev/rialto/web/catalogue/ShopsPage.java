package dev.rialto.web.catalogue;

import java.util.List;

/** All shops of the mall. */
public record ShopsPage(List<ShopCard> shops) {
    public ShopsPage {
        shops = List.copyOf(shops);
    }
}
