package dev.rialto.wish;

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

/** The mails about stock: one that confirms a guest's address, one that tells. */
@ApplicationScoped
class BackLetters {
    private static final String BUNDLE = "dev.rialto.wish.letters";

    private final Outbox outbox;
    private final SiteDirectory sites;
    private final NoticeLinks links;
    private final Settings settings;

    @Inject
    BackLetters(Outbox outbox, SiteDirectory sites, NoticeLinks links, Settings settings) {
        this.outbox = outbox;
        this.sites = sites;
        this.links = links;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BackLetters() {
        this(null, null, null, null);
    }

    /** Asks a guest whether the address is theirs. */
    void askToConfirm(Caller worker, WishPlace place, StockNoticeView about, String email) {
        SiteView site = sites.byId(worker, place.siteId());
        Words words = Words.of(BUNDLE, place.language());
        Letter letter = Letter.in(place.language(), words.say("confirm_subject", site.name()))
                .say(words.say("hello"))
                .say(words.say("confirm", named(about.title(), about.variantTitle()), site.name()))
                .link(words.say("confirm_link"), links.confirmation(site, about.id()))
                .say(words.say("confirm_not_you"))
                .done();
        outbox.add(worker, List.of(new OutgoingMail("stock_confirm", null, about.id(), site.name(), email, letter)));
    }

    /** Tells that it can be had again. */
    void back(Caller worker, BackInStock.Waiting to, VariantQuote quote) {
        SiteView site = sites.byId(worker, to.siteId());
        Words words = Words.of(BUNDLE, to.language());
        String price = new Money(quote.unitPrice(), quote.currency()).format(words.locale());
        String wayOut = links.wayOut(site, to.id());
        Letter letter = Letter.in(to.language(), words.say("back_subject", site.name(), quote.title()))
                .say(to.name() == null ? words.say("hello") : words.say("greeting", to.name()))
                .say(words.say("back"))
                .rows(null, List.of(new Letter.Row(quote.title(), quote.variantTitle(), price, false)))
                .link(words.say("back_link"), settings.address(site.host(), "/goods/" + quote.slug()))
                .say(words.say("back_once"))
                .link(words.say("leave"), wayOut)
                .done();
        outbox.add(
                worker,
                List.of(new OutgoingMail("stock_back", null, to.id(), site.name(), to.email(), letter, wayOut)));
    }

    private static String named(String title, String variant) {
        return variant.isEmpty() ? title : title + " (" + variant + ")";
    }
}
