package dev.rialto.rest.v1;

import dev.rialto.checkout.Visit;
import dev.rialto.credential.GatewayClient;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Tokens;
import dev.rialto.rest.GatewayError;
import dev.rialto.seller.SiteView;
import java.util.UUID;

/**
 * One call in the name of a storefront.
 *
 * @param site the storefront that the credential stands for
 * @param language of the texts wanted; one of the site's
 * @param currency of the prices wanted; one of the site's
 * @param shopper who shops there: nobody, a guest by cart token, or a member
 */
public record ShopCall(GatewayClient client, SiteView site, String language, String currency, Caller shopper) {

    /** The seller's program itself, for what everybody may see. */
    public Caller program() {
        return client.caller(shopper.traceId());
    }

    public UUID siteId() {
        return site.id();
    }

    public Visit visit() {
        return new Visit(site.id(), language, currency);
    }

    /** The shopper who has something of his own. */
    public Caller owner() {
        if (shopper.token() == null && shopper.account() == null) {
            throw GatewayError.INVALID_CART_TOKEN.now();
        }
        return shopper;
    }

    /** Names the shopper who has something of his own, without telling his token. */
    public String ownerKey() {
        UUID account = owner().account();
        return account == null ? Tokens.hash(String.valueOf(shopper.token())) : siteId() + " " + account;
    }

    /** The member who calls. */
    public Caller member() {
        if (shopper.account() == null) {
            throw GatewayError.INVALID_MEMBER_TOKEN.now();
        }
        return shopper;
    }
}
