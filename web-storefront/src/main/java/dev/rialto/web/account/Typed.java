package dev.rialto.web.account;

import dev.rialto.web.port.Member;
import dev.rialto.web.port.SellerWish;
import dev.rialto.web.shop.Visit;

/** What was typed into the forms of this package. */
final class Typed {
    static final String[] ADDRESS = {"name", "phone", "country", "postcode", "region", "city", "street", "extra"};
    static final String[] SELLER = {
        "name", "legalName", "registrationNumber", "email", "phone", "country", "address", "about"
    };

    private Typed() {}

    static Member.Address address(Visit visit) {
        return new Member.Address(
                visit.optional("address"),
                visit.text("name"),
                visit.text("phone"),
                visit.text("country"),
                visit.text("postcode"),
                visit.text("region"),
                visit.text("city"),
                visit.text("street"),
                visit.text("extra"),
                visit.isTicked("preferred"));
    }

    static SellerWish seller(Visit visit) {
        return new SellerWish(
                visit.text("name"),
                visit.text("legalName"),
                visit.text("registrationNumber"),
                visit.text("email"),
                visit.text("phone"),
                visit.text("country"),
                visit.text("address"),
                visit.text("about"));
    }
}
