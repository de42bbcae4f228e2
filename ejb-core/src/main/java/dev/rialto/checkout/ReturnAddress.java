package dev.rialto.checkout;

import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The address to which the gateway's page sends a buyer back. It carries a key of the checkout, so that a browser which
 * lost its cookie on the way still reaches the order it paid for.
 */
@ApplicationScoped
class ReturnAddress {
    private static final String PATH = "/checkout/pay";
    private static final String REST = "/{payment}?key=";

    private final MasterKey master;
    private final Settings settings;

    @Inject
    ReturnAddress(MasterKey master, Settings settings) {
        this.master = master;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnAddress() {
        this(null, null);
    }

    String of(SiteView site, UUID checkout, @Nullable String wanted) {
        String base = wanted == null ? settings.address(site.host(), PATH) : wanted;
        return base + REST + keyOf(checkout);
    }

    boolean isKeyOf(UUID checkout, String key) {
        return MessageDigest.isEqual(
                keyOf(checkout).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    private String keyOf(UUID checkout) {
        byte[] id = checkout.toString().getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(master.pseudonym("checkout-return", id));
    }
}
