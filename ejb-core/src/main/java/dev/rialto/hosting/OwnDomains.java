package dev.rialto.hosting;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Throttle;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Domains of storefronts' own: asked for, proved, preferred, given up (A7, A8). */
@Stateless
@Boundary
public class OwnDomains {
    private static final int LOOKS_A_MINUTE = 6;

    private StorefrontDesk desk;
    private DomainBook book;
    private DomainOutcomes outcomes;
    private Throttle throttle;

    // hidden, so that they cannot stand in the constructor that the container calls
    @Inject
    DomainRules rules;

    @Inject
    DomainLook look;

    @Inject
    OwnServerHomes homes;

    @Inject
    public OwnDomains(StorefrontDesk desk, DomainBook book, DomainOutcomes outcomes, Throttle throttle) {
        this.desk = desk;
        this.book = book;
        this.outcomes = outcomes;
        this.throttle = throttle;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OwnDomains() {}

    /**
     * The domains of a storefront, the alive ones first; at most fifty.
     *
     * @throws DomainException {@code site_not_found}, also for another seller's
     */
    public List<DomainView> list(Caller caller, UUID site) {
        return book.of(caller, desk.site(caller, site).id());
    }

    /**
     * Writes the wish for a domain down; it answers once it was proved.
     *
     * @return the domain's id
     * @throws DomainException {@link DomainError#INVALID_DOMAIN} or {@link DomainError#DOMAIN_NOT_FREE}, saying why
     */
    public UUID add(Caller caller, NewDomain wish) {
        Permissions.require(caller, Permissions.SITE_EDIT);
        SiteView site = desk.site(caller, wish.siteId());
        if (site.isMall() || site.state() == SiteView.State.CLOSED) {
            throw DomainError.DOMAIN_STATE.because("site", site.isMall() ? "mall" : "closed");
        }
        return book.add(caller.asWorker(), site, rules.read(wish.host()), wish.method());
    }

    /**
     * Looks for the proof now.
     *
     * @return the domain after the look
     * @throws DomainException {@link DomainError#DOMAIN_NOT_FOUND}, {@link DomainError#DOMAIN_STATE} when it has ended,
     *     {@link DomainError#TOO_MANY_LOOKS}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DomainView check(Caller caller, UUID domain) {
        Permissions.require(caller, Permissions.SITE_EDIT);
        DomainView found = alive(caller, domain);
        if (throttle.count(caller.asWorker(), "domain:" + domain, Duration.ofMinutes(1)) > LOOKS_A_MINUTE) {
            throw DomainError.TOO_MANY_LOOKS.now();
        }
        look(caller.asWorker(), found);
        return book.one(caller, domain);
    }

    /** Gives a domain up; the storefront answers there no more. */
    public void remove(Caller caller, UUID domain) {
        Permissions.require(caller, Permissions.SITE_EDIT);
        outcomes.remove(caller.asWorker(), alive(caller, domain));
    }

    /**
     * Makes a proved domain the address that links and mails use.
     *
     * @throws DomainException {@link DomainError#DOMAIN_STATE} while it is not proved
     */
    public void prefer(Caller caller, UUID domain) {
        Permissions.require(caller, Permissions.SITE_EDIT);
        DomainView found = alive(caller, domain);
        if (!found.state().isServed()) {
            throw state(found);
        }
        outcomes.prefer(caller.asWorker(), found);
    }

    /**
     * Looks at domains whose turn it is, each outside any transaction.
     *
     * @param worker a worker
     * @return how many
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int round(Caller worker, int limit) {
        List<DomainView> due = book.claimDue(worker, limit);
        due.forEach(domain -> look(worker, domain));
        return due.size();
    }

    /** What the proving file of a host says while its storefront answers there; empty when it needs none. */
    public String proofServed(Caller caller, UUID site, String host) {
        return book.proofServed(caller.asWorker(), site, host);
    }

    /**
     * Where search engines are to find a storefront that its seller serves from a server of its own: the address that an
     * active key sends shoppers back to, once its domain is proved. Empty while the mall serves it.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> ownServer(Caller caller, UUID site) {
        return homes.of(caller.asWorker(), site);
    }

    private void look(Caller worker, DomainView domain) {
        DomainLook.Seen seen = look.at(domain);
        outcomes.record(worker, domain.id(), seen.reason(), seen.pointsHere());
    }

    private DomainView alive(Caller caller, UUID domain) {
        DomainView found = book.one(caller, domain);
        if (!found.state().isAlive()) {
            throw state(found);
        }
        return found;
    }

    private static DomainException state(DomainView found) {
        return DomainError.DOMAIN_STATE.because("state", found.state().stored());
    }
}
