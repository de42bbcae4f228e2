package dev.rialto.web.port;

import java.util.List;
import java.util.Optional;

/** What can be looked at. */
public interface CataloguePort {

    /** The shop that answers on a host. */
    Optional<Site> siteAt(String host);

    /** The categories with goods in this shop. */
    List<Category> categories(Visitor visitor);

    /** A page of goods, by category or by words. */
    Listing list(Visitor visitor, ListQuery query);

    /** One product by the name in its address. */
    Optional<Goods> goods(Visitor visitor, String slug);

    /** The shops of the mall. */
    List<Shop> shops(Visitor visitor);

    /** The shop as it would be if all that is saved were published; empty without a valid pass. */
    Optional<Site> draft(String host, String pass);

    /** The newest version of a content page; empty without a valid pass. */
    Optional<ContentPage> draftPage(Visitor visitor, String slug, String pass);

    /** One product as it would be if it were on sale; empty without a valid pass. */
    Optional<Goods> draftGoods(Visitor visitor, String slug, String pass);

    /** A content page of this shop. */
    Optional<ContentPage> page(Visitor visitor, String slug);
}
