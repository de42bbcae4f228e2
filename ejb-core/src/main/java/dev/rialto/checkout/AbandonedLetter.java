package dev.rialto.checkout;

import dev.rialto.audience.Unsubscribing;
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
    private final Unsubscribing unsubscribing;

    @Inject
    AbandonedLetter(Quotes quotes, Outbox outbox, SiteDirectory sites, Settings settings, Unsubscribing unsubscribing) {
        this.quotes = quotes;
        this.outbox = outbox;
        this.sites = sites;
        this.settings = settings;
        this.unsubscribing = unsubscribing;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AbandonedLetter() {
        this(null, null, null, null, null);
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
            String wayOut = unsubscribing.addressFor(worker, cart.accountId(), site);
            outbox.add(worker, List.of(mail(cart, site, there, wayOut)));
        }
    }

    private OutgoingMail mail(AbandonedCarts.Left cart, SiteView site, List<VariantQuote> there, String wayOut) {
        Words words = Words.of(BUNDLE, cart.language());
        Letter letter = Letter.in(cart.language(), words.say("abandoned.subject", site.name()))
                .say(words.say("abandoned.greeting", cart.name()))
                .say(words.say("abandoned.text", site.name()))
                .rows(
                        words.say("abandoned.goods"),
                        there.stream().map(quote -> row(quote, words.locale())).toList())
                .link(words.say("abandoned.back"), settings.address(site.host(), "/account/sign-in?next=cart"))
                .link(words.say("abandoned.end"), wayOut)
                .done();
        return new OutgoingMail("cart_abandoned", null, cart.cartId(), site.name(), cart.email(), letter, wayOut);
    }

    private static Letter.Row row(VariantQuote quote, Locale locale) {
        String price = new Money(quote.unitPrice(), quote.currency()).format(locale);
        return new Letter.Row(quote.title(), quote.variantTitle(), price, false);
    }
}
