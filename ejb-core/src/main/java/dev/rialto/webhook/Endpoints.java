package dev.rialto.webhook;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Outgoing;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** A tenant's endpoints. Each method needs the permission {@code credential.edit}. */
@Stateless
@Boundary
public class Endpoints {
    private static final int MOST = 20;
    private static final int LONGEST_DESCRIPTION = 200;

    private EndpointRows rows;
    private Secrets secrets;
    private Outgoing outgoing;
    private Audit audit;

    @Inject
    public Endpoints(EndpointRows rows, Secrets secrets, Outgoing outgoing, Audit audit) {
        this.rows = rows;
        this.secrets = secrets;
        this.outgoing = outgoing;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Endpoints() {}

    /**
     * Adds an endpoint; it is told of changes from now on.
     *
     * @throws DomainException {@link WebhookError#INVALID_WEBHOOK} naming the fields, {@link WebhookError#TOO_MANY_WEBHOOKS}
     */
    public IssuedSecret add(Caller caller, EditEndpoint wanted) {
        check(caller, wanted);
        if (rows.count() >= MOST) {
            throw WebhookError.TOO_MANY_WEBHOOKS.now();
        }
        UUID id = Ids.next();
        byte[] key = secrets.fresh();
        rows.insert(caller.requireTenant(), id, wanted, secrets.seal(key));
        audit.record(caller, Audit.Deed.of("webhook.add", "webhook_endpoint", id));
        return new IssuedSecret(id, secrets.shown(key));
    }

    private void check(Caller caller, EditEndpoint wanted) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        Violations wrong = new Violations()
                .check(!wanted.url().isEmpty(), "url", "required")
                .optionalText("description", wanted.description(), LONGEST_DESCRIPTION)
                .check(!wanted.types().isEmpty(), "types", "required")
                .check(EventType.codes().containsAll(wanted.types()), "types", "unknown_value");
        if (!wanted.url().isEmpty()) {
            outgoing.flaw(wanted.url()).ifPresent(code -> wrong.add("url", code));
        }
        wrong.raise(WebhookError.INVALID_WEBHOOK);
    }

    /** All of them, latest first. */
    public List<EndpointView> list(Caller caller) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        return rows.all();
    }

    /** One of them; {@link WebhookError#WEBHOOK_NOT_FOUND} when it is another tenant's. */
    public EndpointView one(Caller caller, UUID id) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        return rows.one(id).orElseThrow(WebhookError.WEBHOOK_NOT_FOUND::now);
    }

    /**
     * Changes address, description and types.
     *
     * @param version as it was read
     * @throws DomainException {@link WebhookError#INVALID_WEBHOOK}, {@link WebhookError#WEBHOOK_CHANGED}
     */
    public void edit(Caller caller, UUID id, EditEndpoint wanted, long version) {
        check(caller, wanted);
        one(caller, id);
        done(caller, id, rows.edit(id, wanted, version), "webhook.edit");
    }

    /** News is kept and waits until the endpoint goes on. */
    public void pause(Caller caller, UUID id, long version) {
        one(caller, id);
        done(caller, id, rows.pause(id, version), "webhook.pause");
    }

    /** What waited is sent, and an endpoint that rested is tried again at once. */
    public void resume(Caller caller, UUID id, long version) {
        one(caller, id);
        done(caller, id, rows.resume(id, version), "webhook.resume");
    }

    /** Makes a new secret; for a day the old one signs beside it, and one that was replaced before ends now. */
    public IssuedSecret rotate(Caller caller, UUID id, long version) {
        one(caller, id);
        byte[] key = secrets.fresh();
        done(caller, id, rows.rotate(id, secrets.seal(key), version), "webhook.rotate");
        return new IssuedSecret(id, secrets.shown(key));
    }

    /** Removes the endpoint with all that waits and its log. */
    public void remove(Caller caller, UUID id, long version) {
        one(caller, id);
        done(caller, id, rows.remove(id, version), "webhook.remove");
    }

    /** Sends a test event to this endpoint alone; returns its dispatch. */
    public UUID test(Caller caller, UUID id) {
        one(caller, id);
        return rows.test(id);
    }

    private void done(Caller caller, UUID id, boolean changed, String action) {
        if (!changed) {
            throw WebhookError.WEBHOOK_CHANGED.now();
        }
        audit.record(caller, Audit.Deed.of(action, "webhook_endpoint", id));
    }
}
