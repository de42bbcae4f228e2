package dev.rialto.fulfilment;

import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The address under which a buyer sees an order without an account: it carries a key that only mails have. */
@ApplicationScoped
public class OrderLinks {
    private final MasterKey master;
    private final Settings settings;

    @Inject
    public OrderLinks(MasterKey master, Settings settings) {
        this.master = master;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OrderLinks() {
        this(null, null);
    }

    /** The key of an order; the database keeps only its hash. */
    public String keyOf(UUID order) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(master.pseudonym("order-key", order.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    /** The whole address, on the site's stored host. */
    public String addressOf(SiteView site, UUID order, String number) {
        return settings.address(site.host(), "/orders/" + number + "?key=" + keyOf(order));
    }
}
