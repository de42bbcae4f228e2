package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells those who may let a large refund go that one waits, each in their language; never the one who asked. */
@ApplicationScoped
class RefundLetters {
    private static final String BUNDLE = "dev.rialto.refund.letters";
    private static final int MOST = 50;

    private final Database database;
    private final SiteDirectory sites;
    private final Outbox outbox;
    private final Settings settings;

    @Inject
    RefundLetters(Database database, SiteDirectory sites, Outbox outbox, Settings settings) {
        this.database = database;
        this.sites = sites;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RefundLetters() {
        this(null, null, null, null);
    }

    private record Reader(String email, String name, String language) {}

    /** Writes to every operator but the one who asked; for workers, in their transaction. */
    void waits(Caller worker, OwedRow refund) {
        String mall = sites.mall(worker).name();
        outbox.add(
                worker,
                readers(refund.requestedBy()).stream()
                        .map(reader -> new OutgoingMail(
                                "refund_waits",
                                refund.tenantId(),
                                refund.id(),
                                mall,
                                reader.email(),
                                letter(refund, reader, mall)))
                        .toList());
    }

    private List<Reader> readers(@Nullable UUID asked) {
        return database.sql()
                .createQuery("""
                        select p.email, p.name, p.language
                        from mall_staff m
                        join account a on a.id = m.account_id and a.state = 'active'
                        join person p on p.account_id = m.account_id
                        where m.role = 'operator' and m.account_id is distinct from :asked
                        order by m.added_at, m.account_id limit :most
                        """)
                .bind("asked", asked)
                .bind("most", MOST)
                .mapTo(Reader.class)
                .list();
    }

    private Letter letter(OwedRow refund, Reader reader, String mall) {
        Words words = Words.of(BUNDLE, reader.language());
        Money amount = refund.money();
        String path = "/refunds/" + Ids.external("refund", refund.id());
        return Letter.in(reader.language(), words.say("waits.subject", mall, refund.number()))
                .say(words.say("greeting", reader.name()))
                .say(words.say("waits", amount.format(words.locale()), refund.number()))
                .rows(null, List.of(Letter.Row.of(words.say("reason"), MallNote.said(refund.reason(), words.locale()))))
                .link(words.say("decide"), settings.address(settings.consoleHost(), path))
                .done();
    }
}
