package dev.rialto.conversation;

import dev.rialto.fulfilment.OrderLinks;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails a side that there is something new to read, in the transaction of what was said; for a worker. */
@Stateless
@Boundary
public class ConversationNews {
    private static final String BUNDLE = "dev.rialto.conversation.letters";
    private static final int MOST_OPERATORS = 50;

    private Database database;
    private Outbox outbox;
    private SiteDirectory sites;
    private OrderLinks links;
    private Settings settings;

    @Inject
    public ConversationNews(
            Database database, Outbox outbox, SiteDirectory sites, OrderLinks links, Settings settings) {
        this.database = database;
        this.outbox = outbox;
        this.sites = sites;
        this.links = links;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ConversationNews() {}

    /** Whom to tell about what. */
    public record Telling(UUID conversationId, Side to, ConversationView.Kind kind) {}

    private record Subject(
            UUID orderId,
            UUID tenantId,
            String number,
            String partNumber,
            UUID siteId,
            String sellerName,
            String language,
            String email,
            String name,
            @Nullable String decidedFor) {}

    /** Writes the mails; nothing for a person who has been erased. The mall is each of its operators. */
    public void tell(Caller worker, Telling telling) {
        if (telling.to() == Side.MALL) {
            operators(telling.conversationId()).forEach(found -> write(worker, telling, found));
            return;
        }
        Optional<Subject> subject = telling.to() == Side.BUYER
                ? subject(telling.conversationId(), "pc.email", "pc.name", "p.language")
                : subject(
                        telling.conversationId(),
                        "l.email",
                        "l.name",
                        "coalesce((select language from person where account_id = l.applied_by), p.language)");
        subject.ifPresent(found -> write(worker, telling, found));
    }

    private void write(Caller worker, Telling telling, Subject subject) {
        SiteView site = sites.byId(worker, subject.siteId());
        outbox.add(
                worker,
                List.of(new OutgoingMail(
                        "conversation_" + telling.kind().name().toLowerCase(Locale.ROOT),
                        subject.tenantId(),
                        telling.conversationId(),
                        site.name(),
                        subject.email(),
                        letter(telling, subject, site))));
    }

    private Optional<Subject> subject(UUID conversation, String email, String name, String language) {
        return database.sql()
                .createQuery("""
                        select c.order_id, c.tenant_id, p.number, s.number as part_number, p.site_id, s.seller_name,
                               %s as language, %s as email, %s as name, c.decided_for
                        from conversation c
                        join sub_order s on s.id = c.sub_order_id
                        join purchase p on p.id = c.order_id
                        left join purchase_contact pc on pc.order_id = p.id
                        join seller l on l.id = c.tenant_id
                        where c.id = :id and %s is not null
                        """.formatted(language, email, name, email))
                .bind("id", conversation)
                .mapTo(Subject.class)
                .findOne();
    }

    private List<Subject> operators(UUID conversation) {
        return database.sql()
                .createQuery("""
                        select c.order_id, c.tenant_id, p.number, s.number as part_number, p.site_id, s.seller_name,
                               o.language, o.email, o.name, c.decided_for
                        from conversation c
                        join sub_order s on s.id = c.sub_order_id
                        join purchase p on p.id = c.order_id
                        join mall_staff m on m.role = 'operator'
                        join account a on a.id = m.account_id and a.state = 'active'
                        join person o on o.account_id = m.account_id
                        where c.id = :id order by m.added_at, m.account_id limit :most
                        """)
                .bind("id", conversation)
                .bind("most", MOST_OPERATORS)
                .mapTo(Subject.class)
                .list();
    }

    private Letter letter(Telling telling, Subject subject, SiteView site) {
        Words words = Words.of(BUNDLE, subject.language());
        String kind = telling.kind().name().toLowerCase(Locale.ROOT);
        Letter.Draft draft = Letter.in(subject.language(), words.say(kind + ".subject", site.name(), subject.number()))
                .say(words.say("greeting", subject.name()))
                .say(words.say(kind + "." + telling.to().stored(), subject.sellerName(), subject.number()));
        if (subject.decidedFor() != null) {
            draft.say(words.say("decided." + subject.decidedFor()));
        }
        return draft.link(words.say("read"), address(telling, subject, site))
                .say(words.say("never_card"))
                .done();
    }

    private String address(Telling telling, Subject subject, SiteView site) {
        return telling.to() == Side.BUYER
                ? links.addressOf(site, subject.orderId(), subject.number()) + "#talk-" + subject.partNumber()
                : settings.address(
                        settings.consoleHost(), "/messages/" + Ids.external("talk", telling.conversationId()));
    }
}
