package dev.rialto.web.returns;

import dev.rialto.web.port.Visitor;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Visit;
import java.util.Map;

/** The one who holds the key of the mail stands for the one who ordered; the key stays in the page's own links. */
record Holder(Visit visit) {
    private static final String KEY = "key";

    String key() {
        return visit.text(KEY);
    }

    Visitor visitor() {
        return key().isEmpty() ? visit.visitor() : visit.visitor().withToken(key());
    }

    String number() {
        return visit.part("number");
    }

    /** An address below the order's own. */
    String path(String below) {
        Address address = new Address("/orders/" + Address.segment(number()) + below, Map.of());
        return (key().isEmpty() ? address : address.with(KEY, key())).toString();
    }
}
