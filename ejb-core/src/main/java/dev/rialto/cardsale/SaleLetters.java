package dev.rialto.cardsale;

import dev.rialto.fulfilment.OrderLinks;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.MallNote;
import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.recharge.SoldCodes;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mail with the codes of a part, or with what was recharged; codes stay sealed until it leaves (E20, E38). */
@ApplicationScoped
class SaleLetters {
    static final String VIEWS = """
            select s.id, s.state, p.names::text as names, s.code_id, c.last_four, c.state as code_state,
                   s.state = 'delivered' and c.state = 'sold' and c.sealed is not null and c.readable_until > :now as readable,
                   c.expires_at, s.fallback, r.account_masked as account, r.provider_number,
                   (select h.host from site_host h where h.tenant_id = s.tenant_id
                    order by h.is_primary desc, h.added_at limit 1) as host
            from card_sale s join card_product p on p.id = s.product_id
            left join recharge_code c on c.id = s.code_id left join recharge_request r on r.id = s.request_id
            """;
    private static final String BUNDLE = "dev.rialto.cardsale.letters";

    private final Database database;
    private final SoldCodes codes;
    private final SiteDirectory sites;
    private final OrderLinks links;
    private final Clock clock;

    @Inject
    SaleLetters(Database database, SoldCodes codes, SiteDirectory sites, OrderLinks links, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.sites = sites;
        this.links = links;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SaleLetters() {
        this(null, null, null, null, null);
    }

    private record Recipient(String number, UUID siteId, String language, String email, String name) {}

    /** The mail about all cards of a part; empty when the buyer was erased. */
    Optional<OutgoingMail> write(Caller worker, SaleBook.Due due) {
        return database.sql()
                .createQuery("""
                        select p.number, p.site_id, p.language, c.email, c.name
                        from purchase p join purchase_contact c on c.order_id = p.id where p.id = :order
                        """)
                .bind("order", due.orderId())
                .mapTo(Recipient.class)
                .findOne()
                .map(to -> write(worker, due, to));
    }

    private OutgoingMail write(Caller worker, SaleBook.Due due, Recipient to) {
        SiteView site = sites.byId(worker, to.siteId());
        Words words = Words.of(BUNDLE, to.language());
        Map<String, String> secrets = new LinkedHashMap<>();
        Letter letter = Letter.in(to.language(), words.say("cards_subject", site.name(), to.number()))
                .say(words.say("greeting", to.name()))
                .say(words.say("cards_text", to.number()))
                .rows(null, rows(worker, due, words, to.language(), site, secrets))
                .say(words.say("cards_how"))
                .link(words.say("see_order"), links.addressOf(site, due.orderId(), to.number()))
                .say(words.say("goodbye", site.name()))
                .done();
        return new OutgoingMail(
                "cards_delivered", due.tenantId(), due.orderId(), site.name(), to.email(), letter, null, secrets);
    }

    private List<Letter.Row> rows(
            Caller worker, SaleBook.Due due, Words words, String language, SiteView site, Map<String, String> secrets) {
        List<Letter.Row> rows = new ArrayList<>();
        for (BoughtCards.View card : cards(due)) {
            String product = card.product(language);
            if (card.state().equals("recharged")) {
                String done =
                        words.say("recharged", String.valueOf(card.account()), String.valueOf(card.providerNumber()));
                rows.add(new Letter.Row(product, done, words.say("recharged_short"), false));
            } else if (card.state().equals("delivered") && card.codeId() != null) {
                String name = "code-" + (secrets.size() + 1);
                codes.hand(worker, card.codeId(), MallNote.MAILED_TO_THE_BUYER.text())
                        .ifPresent(code -> secrets.put(name, code));
                rows.add(new Letter.Row(product, detail(card, words, site), "{{" + name + "}}", true));
            }
        }
        return rows;
    }

    private List<BoughtCards.View> cards(SaleBook.Due due) {
        return database.sql()
                .createQuery(VIEWS + "where s.sub_order_id = :part order by s.created_at, s.line_id, s.number")
                .bind("part", due.subOrderId())
                .bind("now", clock.instant())
                .mapTo(BoughtCards.View.class)
                .list();
    }

    private static String detail(BoughtCards.View card, Words words, SiteView site) {
        Instant end = card.expiresAt();
        String until = end == null
                ? ""
                : words.say(
                        "good_until",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(words.locale())
                                .format(end.atZone(ZoneId.of(site.zone()))));
        return card.fallback() == null ? until : words.say("fell_back") + " " + until;
    }
}
