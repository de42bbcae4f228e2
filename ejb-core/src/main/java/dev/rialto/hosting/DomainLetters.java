package dev.rialto.hosting;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a seller is told about a domain: proved, in doubt, stopped, lapsed. */
@ApplicationScoped
class DomainLetters {
    private static final String BUNDLE = "dev.rialto.hosting.letters";

    private final Database database;
    private final SiteDirectory sites;
    private final Settings settings;

    @Inject
    DomainLetters(Database database, SiteDirectory sites, Settings settings) {
        this.database = database;
        this.sites = sites;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DomainLetters() {
        this(null, null, null);
    }

    /** Whom a letter goes to. */
    record Addressee(String name, String email, @Nullable String country) {
        /** The language of the seller's country, else English. */
        String language() {
            return switch (country == null ? "" : country) {
                case "KR" -> "ko";
                case "JP" -> "ja";
                case "CN", "TW", "HK", "SG" -> "zh";
                default -> "en";
            };
        }
    }

    /**
     * The letter.
     *
     * @param key proved, failing, stopped or lapsed
     * @param until the day on which a domain in doubt stops
     */
    Optional<OutgoingMail> of(Caller caller, UUID seller, UUID site, String host, String key, Instant until) {
        return database.sql()
                .createQuery("select name, email, country from seller where id = :id")
                .bind("id", seller)
                .mapTo(Addressee.class)
                .findOne()
                .map(to -> letter(sites.mall(caller), to, seller, site, host, key, until));
    }

    private OutgoingMail letter(
            SiteView mall, Addressee to, UUID seller, UUID site, String host, String key, Instant until) {
        Words words = Words.of(BUNDLE, to.language());
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .withZone(ZoneId.of(mall.zone()))
                .format(until);
        Letter letter = Letter.in(to.language(), words.say(key + ".subject", host, mall.name()))
                .say(words.say("greeting", to.name()))
                .say(words.say(key, host, mall.name(), day))
                .link(
                        words.say("open"),
                        settings.address(settings.consoleHost(), "/shops/" + Ids.external("site", site) + "/domains"))
                .say(words.say("goodbye", mall.name()))
                .done();
        return new OutgoingMail("domain_" + key, seller, site, mall.name(), to.email(), letter);
    }
}
