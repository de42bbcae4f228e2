package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells applicants and sellers by mail what the mall has decided. */
@ApplicationScoped
class SellerLetters {
    private final SiteDirectory sites;
    private final Settings settings;
    private final Outbox outbox;
    private final Database database;

    @Inject
    SellerLetters(SiteDirectory sites, Settings settings, Outbox outbox, Database database) {
        this.sites = sites;
        this.settings = settings;
        this.outbox = outbox;
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SellerLetters() {
        this(null, null, null, null);
    }

    /** Admitted, admitted again, turned down or stopped. */
    void moved(Caller caller, SellerView seller, SellerState next, @Nullable String reason) {
        String key =
                switch (next) {
                    case ACTIVE -> seller.state() == SellerState.APPLIED ? "admitted" : "reactivated";
                    case REJECTED -> "rejected";
                    case SUSPENDED -> "suspended";
                    default -> "";
                };
        if (!key.isEmpty()) {
            tell(caller, seller, "seller_" + key, new Said(seller.id(), seller.name(), reason, "/"));
        }
    }

    /** A storefront that is open now. */
    void opened(Caller caller, SellerView seller, UUID site, ApplicationView wish) {
        String where = settings.address(wish.host(), "/");
        tell(caller, seller, "shop_opened", new Said(site, wish.name(), null, where));
    }

    /** A storefront that is not to be. */
    void refused(Caller caller, SellerView seller, ApplicationView wish, @Nullable String reason) {
        tell(caller, seller, "shop_refused", new Said(wish.id(), wish.name(), reason, "/shops"));
    }

    private record Said(UUID about, String name, @Nullable String reason, String where) {}

    private void tell(Caller caller, SellerView seller, String key, Said said) {
        String language = language(seller.appliedBy());
        String mall = sites.mall(caller).name();
        Words words = Words.of("dev.rialto.seller.letters", language);
        Letter.Draft draft = Letter.in(language, words.say(key + ".subject", mall, said.name()))
                .say(words.say("greeting", seller.name()))
                .say(words.say(key, mall, said.name()));
        if (said.reason() != null && !said.reason().isBlank()) {
            draft = draft.rows(
                    null,
                    List.of(Letter.Row.of(words.say("reason"), said.reason().strip())));
        }
        if (!key.equals("seller_rejected")) {
            String address = said.where().startsWith("/")
                    ? settings.address(settings.consoleHost(), said.where())
                    : said.where();
            draft = draft.link(words.say(key + ".open"), address);
        }
        Letter letter = draft.say(words.say("goodbye", mall)).done();
        outbox.add(caller, List.of(new OutgoingMail(key, seller.id(), said.about(), mall, seller.email(), letter)));
    }

    /** The language in which the applicant uses the mall. */
    private String language(UUID applicant) {
        return database.sql()
                .select("select language from person where account_id = ?", applicant)
                .mapTo(String.class)
                .findOne()
                .orElse("en");
    }
}
