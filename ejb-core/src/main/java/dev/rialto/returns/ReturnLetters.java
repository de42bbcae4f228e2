package dev.rialto.returns;

import dev.rialto.fulfilment.OrderLinks;
import dev.rialto.kernel.Caller;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails of a return, one for each step, in the order's language; none once the person was erased. */
@ApplicationScoped
class ReturnLetters {
    private static final String BUNDLE = "dev.rialto.returns.letters";
    private static final Set<String> WITHOUT_ANSWER = Set.of("requested", "refunded", "paid", "called_off");

    private final Database database;
    private final SiteDirectory sites;
    private final OrderLinks links;
    private final Outbox outbox;

    @Inject
    ReturnLetters(Database database, SiteDirectory sites, OrderLinks links, Outbox outbox) {
        this.database = database;
        this.sites = sites;
        this.links = links;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnLetters() {
        this(null, null, null, null);
    }

    private record Recipient(UUID siteId, String language, String email, String name) {}

    /**
     * Writes that a return has reached a step.
     *
     * @param step key of the words: requested, approved, refused, received, inspected, closed, refunded, exchanged, to_pay,
     *     paid, called_off, called_off_by_shop
     * @param more further rows: carrier, tracking number
     */
    void tell(Caller caller, ReturnView about, String step, List<Letter.Row> more) {
        recipient(about.orderId()).ifPresent(to -> outbox.add(caller, List.of(mail(caller, to, about, step, more))));
    }

    private Optional<Recipient> recipient(UUID order) {
        return database.sql()
                .createQuery("""
                        select p.site_id, p.language, c.email, c.name
                        from purchase p join purchase_contact c on c.order_id = p.id where p.id = :order
                        """)
                .bind("order", order)
                .mapTo(Recipient.class)
                .findOne();
    }

    private OutgoingMail mail(Caller caller, Recipient to, ReturnView about, String step, List<Letter.Row> more) {
        SiteView site = sites.byId(caller, to.siteId());
        Words words = Words.of(BUNDLE, to.language());
        Letter.Draft letter = Letter.in(to.language(), words.say(step + "_subject", site.name(), about.number()))
                .say(words.say("greeting", to.name()))
                .say(words.say(
                        step,
                        about.number(),
                        about.sellerName(),
                        about.refund().format(words.locale()),
                        about.extra().format(words.locale())));
        if (!WITHOUT_ANSWER.contains(step)) {
            say(letter, about.answer());
        }
        letter.rows(
                words.say("goods"),
                about.lines().stream().map(line -> row(line, words)).toList());
        if (!more.isEmpty()) {
            letter.rows(null, more);
        }
        if (step.equals("to_pay")) {
            letter.link(words.say("pay"), links.addressOf(site, about.orderId(), about.orderNumber() + "/returns"));
        }
        letter.link(words.say("see_order"), links.addressOf(site, about.orderId(), about.orderNumber()))
                .say(words.say("goodbye", site.name()));
        return new OutgoingMail("return_" + step, about.tenantId(), about.id(), site.name(), to.email(), letter.done());
    }

    private static void say(Letter.Draft letter, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            letter.say(text);
        }
    }

    private static Letter.Row row(ReturnView.Line line, Words words) {
        String title = line.variantTitle().isEmpty() ? line.title() : line.title() + " (" + line.variantTitle() + ")";
        String detail = line.replacementTitle() == null ? "" : words.say("replaced_by", line.replacementTitle());
        Integer accepted = line.accepted();
        String pieces = accepted == null
                ? "× " + line.quantity()
                : words.say("accepted_of", String.valueOf(accepted), String.valueOf(line.quantity()));
        return new Letter.Row(title, detail, pieces, false);
    }

    /** Carrier and tracking number of a parcel, in the words of the order's language. */
    List<Letter.Row> parcel(UUID order, String carrier, @Nullable String tracking) {
        Words words = Words.of(BUNDLE, recipient(order).map(Recipient::language).orElse(Locale.ENGLISH.getLanguage()));
        Letter.Row by = Letter.Row.of(words.say("carrier"), carrier);
        return tracking == null ? List.of(by) : List.of(by, Letter.Row.of(words.say("tracking_number"), tracking));
    }
}
