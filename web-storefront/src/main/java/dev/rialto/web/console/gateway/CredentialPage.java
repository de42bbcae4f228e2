package dev.rialto.web.console.gateway;

import dev.rialto.credential.CredentialBook;
import dev.rialto.credential.CredentialSecrets;
import dev.rialto.credential.CredentialShelf;
import dev.rialto.credential.CredentialView;
import dev.rialto.credential.IssuedCredential;
import dev.rialto.credential.Scopes;
import dev.rialto.credential.SignInCodes;
import dev.rialto.platform.Settings;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One credential: what it may do, when it was used, a new secret beside the old one, its end (A17). */
@Route(path = "/credentials/{credential}", view = "credential", who = Who.SELLER, permission = "credential.edit")
public class CredentialPage implements ConsolePage {
    private static final List<String> OVERLAPS = List.of("PT24H", "PT168H", "PT720H", "PT1H", "PT0S");

    private final CredentialBook book;
    private final CredentialShelf shelf;
    private final CredentialSecrets secrets;
    private final SignInCodes places;
    private final Settings settings;
    private @Nullable CredentialView credential;
    private @Nullable IssuedCredential issued;

    @Inject
    public CredentialPage(
            CredentialBook book,
            CredentialShelf shelf,
            CredentialSecrets secrets,
            SignInCodes places,
            Settings settings) {
        this.book = book;
        this.shelf = shelf;
        this.secrets = secrets;
        this.places = places;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        credential = shelf.one(visit.caller(), visit.variable("credential"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        String id = visit.variable("credential");
        CredentialView found = shelf.one(visit.caller(), id);
        switch (action) {
            case "suspend" -> book.suspend(visit.caller(), id);
            case "resume" -> book.resume(visit.caller(), id);
            case "revoke" -> book.revoke(visit.caller(), id);
            case "drop" -> secrets.dropBefore(visit.caller(), id);
            case "places" ->
                places.register(
                        visit.caller(),
                        id,
                        visit.entries()
                                .text("redirectUris")
                                .lines()
                                .map(String::strip)
                                .toList());
            case "renew" -> {
                // the secret is shown in the answer itself and nowhere else
                issued = secrets.renew(visit.caller(), id, overlap(visit));
                return open(visit);
            }
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.credential-" + action, found.name());
    }

    private static Duration overlap(Visit visit) {
        String typed = visit.query("overlap");
        visit.entries().check(OVERLAPS.contains(typed), "overlap", "unknown").raise();
        return Duration.parse(typed);
    }

    @Override
    public String title(Visit visit) {
        return credential == null ? visit.say("page.credential") : credential.name();
    }

    public @Nullable CredentialView credential() {
        return credential;
    }

    /** The new secret that was just made. */
    public @Nullable IssuedCredential issued() {
        return issued;
    }

    public boolean isOver() {
        return credential != null && credential.state().equals("revoked");
    }

    public String tone() {
        return credential == null ? "" : toneOf(credential);
    }

    public String redirects() {
        return credential == null ? "" : String.join("\n", credential.redirectUris());
    }

    public List<Option> overlaps(Visit visit) {
        return OVERLAPS.stream()
                .map(each -> new Option(each, visit.say("credential.overlap." + each)))
                .toList();
    }

    /** How a program gets a token with it. */
    public String tokenCall() {
        return "curl -u '" + (credential == null ? "" : credential.id())
                + ":'\"$SECRET\" -d grant_type=client_credentials "
                + settings.address(settings.apiHost(), "/api/v1/token");
    }

    /** Its calls in the log. */
    public String calls() {
        return credential == null ? "/gateway/calls" : "/gateway/calls?credential=" + credential.id();
    }

    static String toneOf(CredentialView credential) {
        return switch (credential.state()) {
            case "active" -> "chip-good";
            case "suspended" -> "chip-warn";
            default -> "";
        };
    }

    /** What programs may be allowed to do. */
    static List<Option> scopeOptions(Visit visit, boolean ofChannel) {
        return Stream.of(ofChannel ? Scopes.OF_CHANNEL : List.<String>of(), Scopes.OF_STOREFRONT, Scopes.OF_SELLER)
                .flatMap(List::stream)
                .map(scope -> new Option(scope, visit.say("credential.scope." + scope.replace(':', '-'))))
                .toList();
    }

    /** The same in words, for one that is known. */
    public String scope(String scope, Visit visit) {
        return Scopes.isKnown(scope) ? visit.say("credential.scope." + scope.replace(':', '-')) : scope;
    }
}
