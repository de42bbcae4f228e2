package dev.rialto.checkout;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Tells a buyer that a payment was given back, because no order could be made of it. */
@ApplicationScoped
class VoidedMail {
    private static final String BUNDLE = "dev.rialto.checkout.letters";

    private final Database database;
    private final Outbox outbox;
    private final SiteDirectory sites;
    private final Settings settings;
    private final Clock clock;

    @Inject
    VoidedMail(Database database, Outbox outbox, SiteDirectory sites, Settings settings, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected VoidedMail() {
        this(null, null, null, null, null);
    }

    private record Row(UUID siteId, String language, String draft, long amount, String currency) {}

    /** Opens the checkout again and writes; nothing when the checkout is an order by now. */
    void send(Caller worker, UUID payment, String reason) {
        database.sql()
                .createQuery("""
                        with opened as (
                            update checkout k set state = 'draft', fingerprint = null, held_until = null, updated_at = :now,
                                version = k.version + 1
                            from payment p where p.id = :payment and k.id = p.checkout_id and k.state = 'paying'
                              and p.amount = k.total and p.currency = k.currency)
                        select k.site_id, k.language, k.draft, p.amount, p.currency
                        from payment p join checkout k on k.id = p.checkout_id where p.id = :payment
                        """)
                .bind("payment", payment)
                .bind("now", clock.instant())
                .mapTo(Row.class)
                .findOne()
                .ifPresent(row -> write(worker, payment, row, reason));
    }

    private void write(Caller worker, UUID payment, Row row, String reason) {
        SiteView site = sites.byId(worker, row.siteId());
        CheckoutDetails details = Json.read(row.draft(), CheckoutDetails.class);
        Words words = Words.of(BUNDLE, row.language());
        String amount = new Money(row.amount(), row.currency()).format(words.locale());
        Letter letter = Letter.in(row.language(), words.say("voided.subject", site.name()))
                .say(words.say("voided.greeting", details.name()))
                .say(words.say("voided." + reason, amount))
                .say(words.say("voided.nothing_charged"))
                .link(words.say("voided.back"), settings.address(site.host(), "/cart"))
                .done();
        outbox.add(
                worker,
                List.of(new OutgoingMail(
                        "payment_voided",
                        null,
                        payment,
                        site.name(),
                        details.email().strip(),
                        letter)));
    }
}
