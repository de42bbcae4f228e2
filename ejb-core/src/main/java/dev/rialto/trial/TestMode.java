package dev.rialto.trial;

import dev.rialto.credential.CredentialBook;
import dev.rialto.credential.CredentialKind;
import dev.rialto.credential.CredentialShelf;
import dev.rialto.credential.CredentialView;
import dev.rialto.credential.IssuedCredential;
import dev.rialto.credential.NewCredential;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sandboxes of sellers who may have keys of the gateway: opened, filled with keys, started over, closed. */
@Stateless
@Boundary
public class TestMode {
    private static final Set<String> SCOPES = Set.of(
            "goods:read",
            "goods:write",
            "stock:write",
            "cart:write",
            "checkout:write",
            "orders:read",
            "orders:write",
            "members:write",
            "reports:read");

    private TrialBook book;
    private StorefrontDesk storefronts;
    private CredentialBook credentials;
    private CredentialShelf shelf;
    private Audit audit;

    // hidden, so that it cannot stand in the constructor that the container calls
    @Inject
    TrialGoods goods;

    @Inject
    public TestMode(
            TrialBook book,
            StorefrontDesk storefronts,
            CredentialBook credentials,
            CredentialShelf shelf,
            Audit audit) {
        this.book = book;
        this.storefronts = storefronts;
        this.credentials = credentials;
        this.shelf = shelf;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected TestMode() {}

    /** The caller's open sandbox; empty when there is none. */
    public Optional<SandboxView> find(Caller caller) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        return book.open(caller.asWorker(), caller.requireTenant());
    }

    /** Is the caller at work in a sandbox? */
    public boolean isInside(Caller caller) {
        return caller.tenant() != null && book.isTest(caller.asWorker(), caller.requireTenant());
    }

    /**
     * Opens a sandbox with copies of the caller's goods.
     *
     * @throws DomainException {@link TrialError#SANDBOX_OPEN}, {@link TrialError#IN_SANDBOX}
     */
    public SandboxView open(Caller caller) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        UUID live = caller.requireTenant();
        Caller worker = caller.asWorker();
        if (book.isTest(worker, live)) {
            throw TrialError.IN_SANDBOX.now();
        }
        if (book.open(worker, live).isPresent()) {
            throw TrialError.SANDBOX_OPEN.now();
        }
        UUID test = book.addSeller(worker, live);
        UUID site = storefronts.build(worker, test, "Test mode", book.host(worker, test));
        book.mark(worker, live, test, site);
        goods.fill(worker, live, test, siteOf(worker, site));
        audit.record(caller, Audit.Deed.of("sandbox.open", "seller", test));
        return book.open(worker, live).orElseThrow(TrialError.NO_SANDBOX::now);
    }

    private SiteView siteOf(Caller worker, UUID site) {
        return storefronts.site(worker, site);
    }

    /**
     * Starts over: closes the sandbox with its keys and opens a new one.
     *
     * @throws DomainException {@link TrialError#NO_SANDBOX}
     */
    public SandboxView reset(Caller caller) {
        close(caller);
        return open(caller);
    }

    /** Closes the sandbox; its keys are refused from then on. */
    public void close(Caller caller) {
        SandboxView sandbox = required(caller);
        book.close(caller.asWorker(), sandbox);
        audit.record(caller, Audit.Deed.of("sandbox.close", "seller", sandbox.id()));
    }

    /** A key for the sandbox's storefront; the secret is shown this once. */
    public IssuedCredential key(Caller caller, String name) {
        SandboxView sandbox = required(caller);
        return credentials.issue(
                caller.asWorker(),
                new NewCredential(sandbox.id(), sandbox.siteId(), CredentialKind.STOREFRONT, name, SCOPES, null));
    }

    /** The keys of the sandbox, newest first. */
    public List<CredentialView> keys(Caller caller) {
        SandboxView sandbox = required(caller);
        return shelf.list(inside(caller, sandbox), CredentialShelf.Filter.usable(), 50)
                .items();
    }

    /** Ends a key of the sandbox. */
    public void revoke(Caller caller, String clientId) {
        credentials.revoke(inside(caller, required(caller)), clientId);
    }

    private SandboxView required(Caller caller) {
        return find(caller).orElseThrow(TrialError.NO_SANDBOX::now);
    }

    /** The same person at work in the sandbox. */
    static Caller inside(Caller caller, SandboxView sandbox) {
        return Caller.tenant(sandbox.id(), caller.account(), caller.permissions(), caller.traceId());
    }
}
