package dev.rialto.checkout;

import dev.rialto.goods.Quotes;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The mail about a cart left lying: what is in it and can still be had, the way back, and the way to end such mail. */
@ApplicationScoped
class AbandonedLetter {
    private static final String BUNDLE = "dev.rialto.checkout.letters";
    private static final int MOST_LINES = 10;

    private final Quotes quotes;
    private final Outbox outbox;
    private final SiteDirectory sites;
    private final Settings settings;

    @Inject
    AbandonedLetter(Quotes quotes, Outbox outbox, SiteDirectory sites, Settings settings) {
        this.quotes = quotes;
        this.outbox = outbox;
        this.sites = sites;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AbandonedLetter() {
        this(null, null, null, null);
    }

    /** Says nothing when the site is not open or nothing of the cart can be had any more. */
    void send(Caller worker, AbandonedCarts.Left cart) {
        SiteView site = sites.byId(worker, cart.siteId());
        List<VariantQuote> there =
                quotes.of(worker, site.id(), cart.language(), cart.currency(), cart.variants()).stream()
                        .filter(quote -> quote.onSale() && quote.available() > 0)
                        .limit(MOST_LINES)
                        .toList();
        if (site.state() == SiteView.State.OPEN && !there.isEmpty()) {
            outbox.add(
                    worker,
                    List.of(new OutgoingMail(
                            "cart_abandoned",
                            null,
                            cart.cartId(),
                            site.name(),
                            cart.email(),
                            letter(cart, site, there))));
        }
    }

    private Letter letter(AbandonedCarts.Left cart, SiteView site, List<VariantQuote> there) {
        Words words = Words.of(BUNDLE, cart.language());
        return Letter.in(cart.language(), words.say("abandoned.subject", site.name()))
                .say(words.say("abandoned.greeting", cart.name()))
                .say(words.say("abandoned.text", site.name()))
                .rows(
                        words.say("abandoned.goods"),
                        there.stream().map(quote -> row(quote, words.locale())).toList())
                .link(words.say("abandoned.back"), settings.address(site.host(), "/account/sign-in?next=cart"))
                .link(words.say("abandoned.end"), settings.address(site.host(), "/account#consents"))
                .done();
    }

    private static Letter.Row row(VariantQuote quote, Locale locale) {
        String price = new Money(quote.unitPrice(), quote.currency()).format(locale);
        return new Letter.Row(quote.title(), quote.variantTitle(), price, false);
    }
}
