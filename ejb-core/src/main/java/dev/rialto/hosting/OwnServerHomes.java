package dev.rialto.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Reads;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the storefronts stand whose sellers serve them from a server of their own, under a domain that they have proved.
 * At most some seconds old: every page asks.
 */
@ApplicationScoped
class OwnServerHomes {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST_SITES = 10_000;

    private static final String HOME = """
            select substring(u.address from '^https?://[^/]+')
            from credential c
            cross join unnest(c.redirect_uris) u(address)
            join site_domain d on d.site_id = c.site_id and d.state in ('active', 'failing')
                and d.host = lower(substring(u.address from '^https?://([^/:]+)'))
            where c.site_id = :site and c.kind = 'storefront' and c.state = 'active'
              and u.address like :scheme || '://%'
            order by c.created_at desc, u.address limit 1
            """;

    private final Reads reads;
    private final Settings settings;
    private final Cache<UUID, Optional<String>> known = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_SITES)
            .build();

    @Inject
    OwnServerHomes(Reads reads, Settings settings) {
        this.reads = reads;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected OwnServerHomes() {
        this(null, null);
    }

    /** Scheme, host and port, such as {@code https://shop.example.com}; empty while the mall serves the storefront. */
    Optional<String> of(Caller worker, UUID site) {
        Optional<String> home = known.getIfPresent(site);
        if (home == null) {
            home = reads
                    .rows(worker, HOME, String.class, query -> query.bind("site", site)
                            .bind("scheme", settings.publicScheme()))
                    .stream()
                    .findFirst();
            known.put(site, home);
        }
        return home;
    }
}
