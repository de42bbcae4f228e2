package dev.rialto.design;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.MasterKey;
import dev.rialto.seller.PageDocument;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows a site with its newest saved look and pages to whoever was given its pass. */
@Stateless
@Boundary
public class DraftSite {
    /** How long a pass lets one in. */
    public static final Duration LASTS = Duration.ofHours(1);

    private static final int SEAL_BYTES = 20;
    private static final Pattern PASS =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{27})");

    private StorefrontDesk desk;
    private DraftBook book;
    private MasterKey key;
    private Clock clock;

    @Inject
    public DraftSite(StorefrontDesk desk, DraftBook book, MasterKey key, Clock clock) {
        this.desk = desk;
        this.book = book;
        this.key = key;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DraftSite() {}

    /**
     * A pass to the draft of a site, for an hour.
     *
     * @throws DomainException the seller's {@code site_not_found}, {@code not_permitted}
     */
    public String pass(Caller caller, UUID site) {
        Permissions.require(caller, Permissions.SITE_VIEW);
        SiteView own = desk.site(caller, site);
        String text = own.id() + "." + clock.instant().plus(LASTS).getEpochSecond();
        return text + "." + seal("site", text);
    }

    /**
     * A pass to the page of goods that are not on sale, on any site that would show them, for an hour.
     *
     * @param goods as the caller has just read them
     */
    public String goodsPass(Caller caller, UUID goods) {
        Permissions.require(caller, Permissions.GOODS_VIEW);
        String text = goods + "." + clock.instant().plus(LASTS).getEpochSecond();
        return text + "." + seal("goods", text);
    }

    /** The goods whose page a pass opens now. */
    public Optional<UUID> goods(Caller caller, String pass) {
        Matcher parts = PASS.matcher(pass);
        return parts.matches() && isGood("goods", parts)
                ? Optional.of(UUID.fromString(parts.group(1)))
                : Optional.empty();
    }

    /** Does the pass open the draft of this site now? */
    public boolean admits(Caller caller, UUID site, String pass) {
        Matcher parts = PASS.matcher(pass);
        return parts.matches() && parts.group(1).equals(site.toString()) && isGood("site", parts);
    }

    private boolean isGood(String kind, Matcher parts) {
        byte[] right = seal(kind, parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, parts.group(3).getBytes(StandardCharsets.US_ASCII))
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(2))));
    }

    /** The site as it would be if all that is saved were published, or as it is for a pass to goods; else empty. */
    public Optional<SiteView> site(Caller caller, SiteView published, String pass) {
        if (goods(caller, pass).isPresent()) {
            return Optional.of(published);
        }
        return admits(caller, published.id(), pass)
                ? Optional.of(book.site(Caller.worker(caller.traceId()), published))
                : Optional.empty();
    }

    /** The newest version of a page; empty without a valid pass, or when there is no such page. */
    public Optional<PageDocument> page(Caller caller, UUID site, String slug, String pass) {
        return admits(caller, site, pass) ? book.page(Caller.worker(caller.traceId()), site, slug) : Optional.empty();
    }

    private String seal(String kind, String text) {
        byte[] whole = key.pseudonym("draft-pass-" + kind, text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, SEAL_BYTES));
    }
}
