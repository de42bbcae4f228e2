package dev.rialto.web.account;

import dev.rialto.web.shop.Form;
import java.util.Map;

/**
 * The form of an address.
 *
 * @param id of a kept one; empty for a new one
 * @param countries code to name
 */
public record AddressPage(String id, Form form, Map<String, String> countries, boolean preferred) {
    public boolean isNew() {
        return id.isEmpty();
    }
}
