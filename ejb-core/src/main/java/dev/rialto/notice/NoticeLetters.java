package dev.rialto.notice;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Letter;
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

/** What is mailed about a notice: a receipt, the statement of reasons, the outcome. */
@ApplicationScoped
class NoticeLetters {
    private static final String BUNDLE = "dev.rialto.notice.letters";

    private final Database database;
    private final SiteDirectory sites;
    private final Settings settings;

    @Inject
    NoticeLetters(Database database, SiteDirectory sites, Settings settings) {
        this.database = database;
        this.sites = sites;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected NoticeLetters() {
        this(null, null, null);
    }

    /** Where the seller is reached. */
    record Desk(String name, String email, @Nullable String country) {
        String language() {
            return switch (country == null ? "" : country) {
                case "KR" -> "ko";
                case "JP" -> "ja";
                case "CN", "TW", "HK", "SG" -> "zh";
                default -> "en";
            };
        }
    }

    OutgoingMail received(Caller caller, Notices.Report report, UUID id, String title) {
        String site = sites.byId(caller, report.siteId()).name();
        Words words = Words.of(BUNDLE, report.language());
        Letter letter = Letter.in(report.language(), words.say("received.subject", site, title))
                .say(words.say("received", title))
                .rows(
                        null,
                        List.of(Letter.Row.of(
                                words.say("reason." + report.reason()),
                                report.words().strip())))
                .say(words.say("goodbye", site))
                .done();
        return new OutgoingMail(
                "notice_received", null, id, site, report.email().strip(), letter);
    }

    OutgoingMail toSeller(Caller caller, NoticeView notice, NoticeState state, String statement) {
        Desk desk = database.sql()
                .createQuery("select name, email, country from seller where id = :id")
                .bind("id", notice.seller())
                .mapTo(Desk.class)
                .one();
        String mall = sites.mall(caller).name();
        Words words = Words.of(BUNDLE, desk.language());
        Letter letter = Letter.in(desk.language(), words.say(state.stored() + ".subject", mall, notice.title()))
                .say(words.say("greeting", desk.name()))
                .say(words.say(state.stored(), notice.title()))
                .rows(
                        words.say("reasons"),
                        List.of(
                                Letter.Row.of(words.say("reported"), words.say("reason." + notice.reason())),
                                Letter.Row.of(words.say("statement"), statement)))
                .link(
                        words.say("open"),
                        settings.address(
                                settings.consoleHost(),
                                "/notices/" + dev.rialto.kernel.Ids.external("notice", notice.id())))
                .say(words.say("goodbye", mall))
                .done();
        return new OutgoingMail("notice_" + state.stored(), notice.seller(), notice.id(), mall, desk.email(), letter);
    }

    OutgoingMail toReporter(Caller caller, NoticeView notice, NoticeState state, String email) {
        String mall = sites.mall(caller).name();
        Words words = Words.of(BUNDLE, notice.language());
        Letter letter = Letter.in(notice.language(), words.say("outcome.subject", mall, notice.title()))
                .say(words.say("outcome." + state.stored(), notice.title()))
                .say(words.say("goodbye", mall))
                .done();
        return new OutgoingMail("notice_outcome", null, notice.id(), mall, email, letter);
    }
}
