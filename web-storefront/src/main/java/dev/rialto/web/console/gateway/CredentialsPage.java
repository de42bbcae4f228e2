package dev.rialto.web.console.gateway;

import dev.rialto.channel.Channels;
import dev.rialto.credential.CredentialBook;
import dev.rialto.credential.CredentialKind;
import dev.rialto.credential.CredentialShelf;
import dev.rialto.credential.CredentialView;
import dev.rialto.credential.IssuedCredential;
import dev.rialto.credential.NewCredential;
import dev.rialto.kernel.Page;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The credentials of a seller's programs. A fresh secret is shown in the answer to the form, this once (A17). */
@Route(
        path = "/credentials",
        view = "credentials",
        who = Who.SELLER,
        permission = "credential.edit",
        menu = Section.SETTINGS,
        rank = 74)
public class CredentialsPage implements ConsolePage {
    private static final int SHOWN = 50;
    private static final String OF_CHANNEL = "channel";
    private static final List<String> STATES = List.of("active", "suspended", "revoked");

    private final CredentialBook book;
    private final CredentialShelf shelf;
    private final StorefrontDesk desk;
    private final Channels channels;
    private boolean isChannel;
    private Page<CredentialView> listed = new Page<>(List.of(), null);
    private List<Option> sites = List.of();
    private @Nullable IssuedCredential issued;

    @Inject
    public CredentialsPage(CredentialBook book, CredentialShelf shelf, StorefrontDesk desk, Channels channels) {
        this.book = book;
        this.shelf = shelf;
        this.desk = desk;
        this.channels = channels;
    }

    @Override
    public Outcome open(Visit visit) {
        String state = visit.query("state");
        listed = shelf.list(
                visit.caller(),
                new CredentialShelf.Filter(STATES.contains(state) ? state : "", visit.query("q"), visit.query("after")),
                SHOWN);
        isChannel = channels.isChannel(visit.caller(), visit.caller().requireTenant());
        sites = sites(visit);
        return Outcome.show();
    }

    private List<Option> sites(Visit visit) {
        List<Option> all = new ArrayList<>();
        if (isChannel) {
            all.add(new Option(OF_CHANNEL, visit.say("credential.for-channel")));
        }
        all.add(new Option("", visit.say("credential.own-programs")));
        desk.sites(visit.caller()).stream()
                .filter(site -> !site.isMall())
                .forEach(site -> all.add(new Option(site.id().toString(), site.name())));
        return all;
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("issue")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        issued = book.issue(visit.caller(), read(visit));
        return open(visit);
    }

    private NewCredential read(Visit visit) {
        Entries entries = visit.entries();
        boolean ofChannel = visit.query("site").equals(OF_CHANNEL);
        UUID site = ofChannel ? null : entries.id("site").orElse(null);
        NewCredential wanted = new NewCredential(
                visit.caller().requireTenant(),
                site,
                kind(ofChannel, site),
                entries.text("name"),
                Set.copyOf(entries.all("scopes")),
                lastMoment(visit));
        entries.raise();
        return wanted;
    }

    private static CredentialKind kind(boolean ofChannel, @Nullable UUID site) {
        if (ofChannel) {
            return CredentialKind.CHANNEL;
        }
        return site == null ? CredentialKind.REPORTING : CredentialKind.STOREFRONT;
    }

    /** The last day still counts, in the mall's zone. */
    private static @Nullable Instant lastMoment(Visit visit) {
        String typed = visit.query("expiresAt");
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDate.parse(typed)
                            .plusDays(1)
                            .atStartOfDay(visit.house().zone())
                            .toInstant();
        } catch (DateTimeParseException noDay) {
            visit.entries().check(false, "expiresAt", "not_date");
            return null;
        }
    }

    public Page<CredentialView> listed() {
        return listed;
    }

    public List<String> states() {
        return STATES;
    }

    public boolean isFiltered(Visit visit) {
        return !(visit.query("state") + visit.query("q")).isEmpty();
    }

    public List<Option> sites() {
        return sites;
    }

    public List<Option> scopes(Visit visit) {
        return CredentialPage.scopeOptions(visit, isChannel);
    }

    /** A credential that was just made, with its secret. */
    public @Nullable IssuedCredential issued() {
        return issued;
    }

    public String path(String id) {
        return "/credentials/" + id;
    }

    public String tone(CredentialView credential) {
        return CredentialPage.toneOf(credential);
    }
}
