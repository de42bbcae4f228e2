package dev.rialto.credential;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Shows the credentials that the caller may see; the permission {@code credential.edit} is needed throughout. */
@Stateless
@Boundary
public class CredentialShelf {
    private static final String VIEW = """
            select c.id, c.tenant_id, c.site_id, s.name as site_name, c.kind, c.name, c.scopes, c.state, c.redirect_uris,
                   c.created_at, c.expires_at, c.last_used_at,
                   case when c.secret_before_until > :now then c.secret_before_until end as secret_before_until
            from credential c left join site s on s.id = c.site_id
            """;

    private Database database;
    private Clock clock;

    @Inject
    public CredentialShelf(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CredentialShelf() {}

    /**
     * Which credentials.
     *
     * @param state active, suspended or revoked; empty for those that are not revoked
     * @param words part of the name or of the id; empty for any
     * @param after id of the last one of the page before; empty for the first page
     */
    public record Filter(String state, String words, String after) {
        /** All that are not revoked. */
        public static Filter usable() {
            return new Filter("", "", "");
        }
    }

    /** The newest first. */
    public Page<CredentialView> list(Caller caller, Filter filter, int limit) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        List<CredentialView> found = database.sql()
                .createQuery(VIEW + """
                        where case when :state = '' then c.state <> 'revoked' else c.state = :state end
                          and (:words = '' or strpos(lower(c.name), lower(:words)) > 0 or c.id = :words)
                          and (:after = '' or (c.created_at, c.id) <
                               (select b.created_at, b.id from credential b where b.id = :after))
                        order by c.created_at desc, c.id desc limit :limit + 1
                        """)
                .bindMethods(filter)
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(CredentialView.class)
                .list();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id());
    }

    /**
     * One of them.
     *
     * @throws DomainException {@link CredentialError#CREDENTIAL_NOT_FOUND}
     */
    public CredentialView one(Caller caller, String clientId) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        return database.sql()
                .createQuery(VIEW + "where c.id = :id")
                .bind("id", clientId)
                .bind("now", clock.instant())
                .mapTo(CredentialView.class)
                .findOne()
                .orElseThrow(CredentialError.CREDENTIAL_NOT_FOUND::now);
    }
}
