package dev.rialto.review;

import dev.rialto.kernel.Caller;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the mall itself does when something is said: mails to those who cannot see each other's addresses. */
@Stateless
@Boundary
public class ReviewPost {
    private static final String BUNDLE = "dev.rialto.review.letters";

    private Database database;
    private SiteDirectory sites;
    private Settings settings;
    private Outbox outbox;

    @Inject
    public ReviewPost(Database database, SiteDirectory sites, Settings settings, Outbox outbox) {
        this.database = database;
        this.sites = sites;
        this.settings = settings;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReviewPost() {}

    /** A remark with both sides' addresses. */
    record Correspondence(
            UUID tenantId,
            UUID siteId,
            String slug,
            String goods,
            String words,
            @Nullable String answer,
            String kind,
            String sellerName,
            String sellerEmail,
            @Nullable String country,
            String language,
            @Nullable String buyerEmail) {
        String sellerLanguage() {
            return switch (country == null ? "" : country) {
                case "KR" -> "ko";
                case "JP" -> "ja";
                case "CN", "TW", "HK", "SG" -> "zh";
                default -> "en";
            };
        }
    }

    private Correspondence read(UUID remark) {
        return database.sql()
                .createQuery("""
                        select r.tenant_id, r.site_id, g.slug, coalesce(t.title, '') as goods, r.words, r.answer, r.kind,
                               s.name as seller_name, s.email as seller_email, s.country, r.language, p.email as buyer_email
                        from remark r join goods g on g.id = r.goods_id join seller s on s.id = r.tenant_id
                        left join goods_text t on t.goods_id = g.id and t.language = g.default_language
                        left join person p on p.account_id = r.account_id
                        where r.id = :id
                        """)
                .bind("id", remark)
                .mapTo(Correspondence.class)
                .one();
    }

    /** Mails a question to the seller. */
    public void tellSeller(Caller worker, UUID question) {
        Correspondence about = read(question);
        SiteView site = sites.byId(worker, about.siteId());
        Words words = Words.of(BUNDLE, about.sellerLanguage());
        Letter letter = Letter.in(about.sellerLanguage(), words.say("question.subject", site.name(), about.goods()))
                .say(words.say("greeting", about.sellerName()))
                .say(words.say("question", about.goods()))
                .say(about.words())
                .link(words.say("answer.now"), settings.address(settings.consoleHost(), "/questions"))
                .say(words.say("goodbye", site.name()))
                .done();
        outbox.add(
                worker,
                List.of(new OutgoingMail(
                        "question_asked", about.tenantId(), question, site.name(), about.sellerEmail(), letter)));
    }

    /** Mails the seller's answer to who asked or reviewed, unless the person is gone. */
    public void tellBuyer(Caller worker, UUID remark) {
        Correspondence about = read(remark);
        String email = about.buyerEmail();
        if (email == null) {
            return;
        }
        SiteView site = sites.byId(worker, about.siteId());
        Words words = Words.of(BUNDLE, about.language());
        Letter letter = Letter.in(about.language(), words.say("answer.subject", site.name(), about.goods()))
                .say(words.say("answer." + about.kind(), about.sellerName(), about.goods()))
                .rows(
                        null,
                        List.of(
                                Letter.Row.of(words.say("yours"), about.words()),
                                Letter.Row.of(about.sellerName(), about.answer() == null ? "" : about.answer())))
                .link(words.say("see"), settings.address(site.host(), "/goods/" + about.slug()))
                .say(words.say("goodbye", site.name()))
                .done();
        outbox.add(
                worker,
                List.of(new OutgoingMail("remark_answered", about.tenantId(), remark, site.name(), email, letter)));
    }

    /** Counts a report; the mall sees the number. */
    public void countReport(Caller worker, UUID remark) {
        database.sql().execute("update remark set reports = reports + 1 where id = ?", remark);
    }
}
