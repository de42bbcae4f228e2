package dev.rialto.rest.v1;

import dev.rialto.kernel.Ids;
import dev.rialto.rest.GatewayError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids in the forms of the boundaries; outside they are opaque texts. */
public final class Wire {
    public static final String SITE = "site";
    public static final String SELLER = "seller";
    public static final String GOODS = "goods";
    public static final String VARIANT = "variant";
    public static final String LINE = "line";
    public static final String DELIVERY = "delivery";
    public static final String BANK = "bank";
    public static final String PAYMENT = "payment";
    public static final String ADDRESS = "address";
    public static final String ACCOUNT = "account";
    public static final String PART = "part";
    public static final String SHIPMENT = "shipment";
    public static final String JOB = "job";
    public static final String WEBHOOK = "webhook";
    public static final String CHANNEL = "channel";
    public static final String PRODUCT = "product";
    public static final String MOVEMENT = "movement";
    public static final String BATCH = "batch";
    public static final String CODE = "code";
    public static final String CARD = "card";
    public static final String RECHARGE = "recharge";
    public static final String STATEMENT = "statement";
    public static final String DISPATCH = "dispatch";

    private Wire() {}

    public static String text(String prefix, UUID id) {
        return Ids.external(prefix, id);
    }

    /** Reads an id; one that is none is as good as unknown. */
    public static UUID id(String prefix, String text) {
        return Ids.parse(prefix, text).orElseThrow(GatewayError.NOT_FOUND::now);
    }

    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public static @Nullable String orNothing(String text) {
        return text.isBlank() ? null : text;
    }
}
