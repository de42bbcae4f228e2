package dev.rialto.web.console.shop;

import dev.rialto.hosting.DomainState;
import dev.rialto.hosting.DomainView;
import dev.rialto.hosting.NewDomain;
import dev.rialto.hosting.OwnDomains;
import dev.rialto.hosting.ProofMethod;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The domains of a storefront's own: what is to be done for each, and how far it is (A7, A8). */
@Route(path = "/shops/{site}/domains", view = "domains", permission = "site.edit")
public class DomainsPage implements ConsolePage {
    private final OwnDomains domains;
    private final StorefrontDesk desk;
    private final Settings settings;
    private @Nullable SiteView site;
    private List<DomainView> list = List.of();

    @Inject
    public DomainsPage(OwnDomains domains, StorefrontDesk desk, Settings settings) {
        this.domains = domains;
        this.desk = desk;
        this.settings = settings;
    }

    /** A step on the way of a domain: whether it is done, and what keeps it. */
    public record Step(String key, boolean done, boolean failed, String reason) {
        public String tone() {
            return done ? "chip-good" : failed ? "chip-bad" : "chip-warn";
        }

        public String state() {
            return done ? "done" : failed ? "failed" : "open";
        }
    }

    @Override
    public Outcome open(Visit visit) {
        SiteView found = desk.site(visit.caller(), visit.id("site"));
        if (found.isMall()) {
            throw ConsoleError.NO_SUCH_PAGE.now();
        }
        list = domains.list(visit.caller(), found.id());
        site = found;
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("add")) {
            ProofMethod method = visit.entries().text("method").equals("file") ? ProofMethod.FILE : ProofMethod.DNS;
            domains.add(
                    visit.caller(),
                    new NewDomain(visit.id("site"), visit.entries().text("host"), method));
            return Outcome.go(visit.path(), "done.domain-added");
        }
        UUID domain = visit.entries().id("domain").orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        switch (action) {
            case "check" -> {
                DomainView seen = domains.check(visit.caller(), domain);
                return Outcome.go(
                        visit.path(), seen.reason() == null ? "done.domain-seen" : "done.domain-missed", seen.host());
            }
            case "prefer" -> domains.prefer(visit.caller(), domain);
            case "remove" -> domains.remove(visit.caller(), domain);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.domain-" + action);
    }

    @Override
    public String title(Visit visit) {
        return site == null ? visit.say("page.domains") : visit.say("domains.of", site.name());
    }

    public List<DomainView> alive() {
        return list.stream().filter(domain -> domain.state().isAlive()).toList();
    }

    public List<DomainView> ended() {
        return list.stream().filter(domain -> !domain.state().isAlive()).toList();
    }

    /** Proof, way here, answer: in the order in which they are done. */
    public List<Step> steps(DomainView domain) {
        boolean proved = domain.state() == DomainState.ACTIVE;
        boolean looked = domain.checkedAt() != null;
        boolean points = Boolean.TRUE.equals(domain.pointsHere());
        String reason = domain.reason() == null ? "" : domain.reason();
        return List.of(
                new Step("proof", proved, !proved && looked, reason),
                new Step("points", points, !points && looked && domain.pointsHere() != null, ""),
                new Step("answers", domain.state().isServed(), false, ""),
                new Step("main", domain.primary(), false, ""));
    }

    public boolean isByRecord(DomainView domain) {
        return domain.method() == ProofMethod.DNS;
    }

    public boolean isForeign(DomainView domain) {
        return !domain.unicode().equals(domain.host());
    }

    public String state(DomainView domain) {
        return domain.state().stored();
    }

    public String tone(DomainView domain) {
        return switch (domain.state()) {
            case ACTIVE -> "chip-good";
            case PENDING -> "chip-warn";
            case FAILING, STOPPED -> "chip-bad";
            case LAPSED, REMOVED -> "";
        };
    }

    public boolean isPreferable(DomainView domain) {
        return domain.state().isServed() && !domain.primary();
    }

    public List<Option> methods(Visit visit) {
        return List.of(
                new Option("dns", visit.say("domains.method.dns")),
                new Option("file", visit.say("domains.method.file")));
    }

    /** Where the domain is to lead. */
    public String target() {
        return settings.mallHost();
    }

    /** The address that links and mails use now. */
    public String host() {
        return site == null ? "" : site.host();
    }

    public String shopPath() {
        return site == null ? "/shops" : ShopWords.path(site);
    }
}
