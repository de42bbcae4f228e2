package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which site answers on a host, from memory. A change is told by the database at once; should its news fail, what is
 * remembered lasts ten seconds. No statement on the path of a request.
 */
@ApplicationScoped
public class SiteDirectory {
    private static final Duration WITH_NEWS = Duration.ofMinutes(10);
    private static final Duration WITHOUT_NEWS = Duration.ofSeconds(10);
    /** How often hosts that nobody has may make this unit look again. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private static final Hosts NONE = new Hosts(Map.of(), Map.of(), Set.of(), Set.of(), null, Instant.EPOCH);

    private final SiteBook book;
    private final ChangeNews news;
    private final Clock clock;
    private final Map<UUID, Remembered> sites = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile Hosts hosts = NONE;

    private record Remembered(SiteView view, Instant since) {}

    private record Hosts(
            Map<String, UUID> siteOf,
            Map<UUID, List<UUID>> ofTenant,
            Set<String> proved,
            Set<UUID> tests,
            @Nullable UUID mall,
            Instant since) {
        static Hosts of(List<SiteBook.Host> rows, Instant since) {
            UUID mall = rows.stream()
                    .filter(SiteBook.Host::isMall)
                    .map(SiteBook.Host::siteId)
                    .findFirst()
                    .orElse(null);
            return new Hosts(
                    rows.stream().collect(Collectors.toUnmodifiableMap(SiteBook.Host::host, SiteBook.Host::siteId)),
                    byTenant(rows),
                    rows.stream()
                            .filter(SiteBook.Host::proved)
                            .map(SiteBook.Host::host)
                            .collect(Collectors.toUnmodifiableSet()),
                    rows.stream()
                            .filter(SiteBook.Host::test)
                            .map(SiteBook.Host::siteId)
                            .collect(Collectors.toUnmodifiableSet()),
                    mall,
                    since);
        }
    }

    /** The storefronts of each seller, the oldest first. */
    private static Map<UUID, List<UUID>> byTenant(List<SiteBook.Host> rows) {
        Map<UUID, List<UUID>> storefronts = new HashMap<>();
        for (SiteBook.Host row : rows) {
            if (row.tenantId() != null) {
                List<UUID> own = storefronts.computeIfAbsent(row.tenantId(), tenant -> new ArrayList<>());
                if (!own.contains(row.siteId())) {
                    own.add(row.siteId());
                }
            }
        }
        return storefronts;
    }

    @Inject
    public SiteDirectory(SiteBook book, ChangeNews news, Clock clock) {
        this.book = book;
        this.news = news;
        this.clock = clock;
        news.subscribe("site", this::forget);
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SiteDirectory() {
        this.book = null;
        this.news = null;
        this.clock = null;
    }

    /** The site of a host, in whatever state it is; the host may carry a port. */
    public Optional<SiteView> byHost(Caller caller, String host) {
        String name = nameOf(host);
        Hosts known = hostsNow(caller);
        UUID site = known.siteOf.get(name);
        if (site == null && clock.instant().isAfter(known.since.plus(BETWEEN_LOOKS))) {
            site = look(caller).siteOf.get(name);
        }
        return site == null ? Optional.empty() : Optional.of(byId(caller, site));
    }

    /**
     * The site of an id.
     *
     * @throws DomainException {@link SellerError#SITE_NOT_FOUND}
     */
    public SiteView byId(Caller caller, UUID site) {
        Remembered known = sites.get(site);
        if (known != null && isFresh(known.since)) {
            return known.view;
        }
        long before = changes.get();
        Remembered read = new Remembered(book.view(Caller.worker(caller.traceId()), site), clock.instant());
        sites.put(site, read);
        if (changes.get() != before) {
            // it may have changed while it was read
            sites.remove(site, read);
        }
        return read.view;
    }

    /** Has the mall a front yet? Before, nobody can join, sign in or buy. */
    public boolean isSetUp(Caller caller) {
        return hostsNow(caller).mall != null || look(caller).mall != null;
    }

    /**
     * The mall's own front.
     *
     * @throws DomainException {@link SellerError#SITE_NOT_FOUND} before the mall was set up
     */
    public SiteView mall(Caller caller) {
        UUID mall = hostsNow(caller).mall;
        if (mall == null) {
            mall = look(caller).mall;
        }
        if (mall == null) {
            throw SellerError.SITE_NOT_FOUND.now();
        }
        return byId(caller, mall);
    }

    /**
     * The storefront where a seller's goods are at home: its oldest that is open and shows all of them; empty when it has
     * none, so that they are at home in the mall.
     */
    public Optional<SiteView> homeOf(Caller caller, UUID seller) {
        return hostsNow(caller).ofTenant.getOrDefault(seller, List.of()).stream()
                .map(site -> byId(caller, site))
                .filter(site -> site.isOpen() && site.goodsScopeAll())
                .findFirst();
    }

    /** Was it proved that the host is its seller's own? */
    public boolean isProved(Caller caller, String host) {
        return hostsNow(caller).proved.contains(nameOf(host));
    }

    /** Is the site a sandbox, which nobody but its seller is to find? */
    public boolean isTest(Caller caller, UUID site) {
        return hostsNow(caller).tests.contains(site);
    }

    private Hosts hostsNow(Caller caller) {
        Hosts known = hosts;
        return isFresh(known.since) ? known : look(caller);
    }

    private synchronized Hosts look(Caller caller) {
        long before = changes.get();
        Hosts read = Hosts.of(book.hosts(Caller.worker(caller.traceId())), clock.instant());
        hosts = read;
        if (changes.get() != before) {
            hosts = NONE;
        }
        return read;
    }

    private boolean isFresh(Instant since) {
        return clock.instant().isBefore(since.plus(news.isHeard() ? WITH_NEWS : WITHOUT_NEWS));
    }

    /** Drops what the news are about; everything when they name nothing. */
    private void forget(String site) {
        changes.incrementAndGet();
        hosts = NONE;
        if (site.isEmpty()) {
            sites.clear();
        } else {
            sites.remove(UUID.fromString(site));
        }
    }

    private static String nameOf(String host) {
        int port = host.lastIndexOf(':');
        String name = port < 0 ? host : host.substring(0, port);
        return name.toLowerCase(Locale.ROOT);
    }
}
