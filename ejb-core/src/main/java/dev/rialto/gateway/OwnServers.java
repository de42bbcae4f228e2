package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Storefronts on their sellers' own servers, as far as their calls tell. */
@Stateless
@Boundary
public class OwnServers {
    private static final int MOST = 20;

    private Database database;

    @Inject
    public OwnServers(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OwnServers() {}

    /**
     * One server by its key.
     *
     * @param state of the key: active or suspended
     * @param addresses where shoppers are sent back to
     * @param lastCallAt null before the first call
     * @param program name and version; null before it told
     * @param calls since the instant asked for
     */
    public record OwnServer(
            String credentialId,
            String state,
            List<String> addresses,
            Instant createdAt,
            @Nullable Instant lastCallAt,
            @Nullable String program,
            long calls) {
        public OwnServer {
            addresses = List.copyOf(addresses);
        }

        public boolean isActive() {
            return state.equals("active");
        }
    }

    /**
     * The servers of a storefront, newest first; ended keys are left out.
     *
     * @param since from when calls are counted
     * @throws dev.rialto.kernel.DomainException the permission {@code credential.edit} is missing
     */
    public List<OwnServer> ofSite(Caller caller, UUID site, Instant since) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        return database.sql()
                .createQuery("""
                        select c.id as credential_id, c.state, c.redirect_uris as addresses, c.created_at,
                               (select max(g.at) from gateway_call g
                                where g.tenant_id = c.tenant_id and g.credential_id = c.id) as last_call_at,
                               (select g.factor ->> 'program' from gateway_call g
                                where g.tenant_id = c.tenant_id and g.credential_id = c.id and g.kind = 'site'
                                order by g.at desc limit 1) as program,
                               (select count(*) from gateway_call g
                                where g.tenant_id = c.tenant_id and g.credential_id = c.id and g.at >= :since) as calls
                        from credential c
                        where c.site_id = :site and c.kind = 'storefront' and c.state <> 'revoked'
                        order by c.created_at desc limit :limit
                        """)
                .bind("site", site)
                .bind("since", since)
                .bind("limit", MOST)
                .mapTo(OwnServer.class)
                .list();
    }
}
