package dev.rialto.web.checkout;

import dev.rialto.web.port.Buyer;
import dev.rialto.web.shop.Visit;
import java.util.ArrayList;
import java.util.List;

/** What a form of the checkout says of buyer, address and delivery. */
public final class Typed {
    private static final String DELIVERY = "delivery.";
    static final String ACCOUNT = "account.";

    private Typed() {}

    /** A field of the form that is sent but not shown. */
    public record Entry(String name, String value) {}

    static Buyer of(Visit visit) {
        return new Buyer(
                visit.text("email"),
                visit.text("name"),
                visit.text("phone"),
                visit.text("country"),
                visit.text("postcode"),
                visit.text("region"),
                visit.text("city"),
                visit.text("street"),
                visit.text("extra"),
                visit.text("note"),
                visit.fields(DELIVERY),
                visit.fields(ACCOUNT));
    }

    /** The same as fields of a form. */
    static List<Entry> fields(Buyer buyer) {
        List<Entry> fields = new ArrayList<>(List.of(
                new Entry("email", buyer.email()),
                new Entry("name", buyer.name()),
                new Entry("phone", buyer.phone()),
                new Entry("country", buyer.country()),
                new Entry("postcode", buyer.postcode()),
                new Entry("region", buyer.region()),
                new Entry("city", buyer.city()),
                new Entry("street", buyer.street()),
                new Entry("extra", buyer.extra()),
                new Entry("note", buyer.note())));
        buyer.delivery().forEach((seller, method) -> fields.add(new Entry(DELIVERY + seller, method)));
        buyer.accounts().forEach((variant, account) -> fields.add(new Entry(ACCOUNT + variant, account)));
        return fields;
    }
}
