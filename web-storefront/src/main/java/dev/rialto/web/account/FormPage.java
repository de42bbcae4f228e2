package dev.rialto.web.account;

import dev.rialto.web.shop.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page with one form: join, sign in, apply as a seller.
 *
 * @param next where it goes on afterwards, by name
 * @param countries code to name, where an address is asked for
 */
public record FormPage(Form form, String next, @Nullable String notice, Map<String, String> countries) {}
