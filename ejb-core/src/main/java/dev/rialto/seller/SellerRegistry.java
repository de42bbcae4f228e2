package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sells in the mall: from the wish to sell to the end of it (A1, A3, A38). */
@Stateless
@Boundary
public class SellerRegistry {
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 1000;

    private SellerBook book;
    private Database database;

    @Inject
    public SellerRegistry(SellerBook book, Database database) {
        this.book = book;
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SellerRegistry() {}

    /** What is looked for; null is any. Lists run from the latest application back. */
    public record Filter(
            @Nullable SellerState state,
            @Nullable String text,
            @Nullable UUID after,
            int limit) {
        public static Filter all() {
            return new Filter(null, null, null, 50);
        }
    }

    /** A decision about a seller and its reason; rejecting and suspending need one. */
    public record Decision(UUID sellerId, @Nullable String reason) {}

    /**
     * A change of what is known about a seller; the version is the one that was read.
     *
     * @param commissionBp null to leave it; only the mall changes it
     */
    public record Change(
            UUID sellerId, ApplyAsSeller details, @Nullable Integer commissionBp, long version) {}

    /** How far somebody's own wish to sell has come. */
    public record Standing(
            UUID sellerId,
            String name,
            SellerState state,
            Instant appliedAt,
            @Nullable String decisionReason) {}

    /** A seller's shop as the mall lists it; host and logo are those of its own open storefront, if it has one. */
    public record Shop(
            UUID sellerId,
            String name,
            Map<String, String> about,
            Map<String, String> slogan,
            @Nullable String host,
            @Nullable String logoKey) {}

    /**
     * Applies for the signed-in account.
     *
     * @return the future seller's id
     * @throws DomainException {@link SellerError#SIGN_IN_NEEDED}, {@link SellerError#INVALID_SELLER} naming the fields,
     *     {@link SellerError#SELLER_NAME_TAKEN}, {@link SellerError#SELLER_STATE} while another wish of his is open
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID apply(Caller caller, ApplyAsSeller wish) {
        UUID account = caller.signedIn().orElseThrow(SellerError.SIGN_IN_NEEDED::now);
        wish.raiseIfWrong();
        return book.add(caller.asWorker(), wish, account);
    }

    /** The wishes of the signed-in account, latest first. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Standing> mine(Caller caller) {
        return caller.signedIn()
                .map(account -> book.standings(caller.asWorker(), account))
                .orElse(List.of());
    }

    /**
     * Admits a seller; who applied becomes its first owner and finds the console open (A1).
     *
     * @throws DomainException {@link SellerError#SELLER_NOT_FOUND}, {@link SellerError#SELLER_STATE}
     */
    public void approve(Caller caller, Decision decision) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        book.move(caller.asWorker(), decision, SellerState.ACTIVE);
    }

    /** Turns a wish down; the reason is told. */
    public void reject(Caller caller, Decision decision) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        book.move(caller.asWorker(), withReason(decision), SellerState.REJECTED);
    }

    /** Stops a seller: nothing of his is sold, his storefronts show that they are closed. */
    public void suspend(Caller caller, Decision decision) {
        Permissions.require(caller, Permissions.SELLER_APPROVE);
        book.move(caller.asWorker(), withReason(decision), SellerState.SUSPENDED);
    }

    /** Lets a suspended seller sell again. */
    public void reactivate(Caller caller, Decision decision) {
        approve(caller, decision);
    }

    private static Decision withReason(Decision decision) {
        new Violations().text("reason", decision.reason(), LONGEST_REASON).raise(SellerError.INVALID_SELLER);
        return decision;
    }

    /** Sellers the caller may see: all for operators, himself for a seller. */
    public Page<SellerSummary> list(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.SELLER_VIEW);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<SellerSummary> found = database.sql()
                .createQuery("""
                        select s.id, upper(s.state) as state, s.name, s.email, s.applied_at, s.version,
                               array(select h.host from site_host h where h.tenant_id = s.id and h.is_primary
                                     order by h.host) as hosts
                        from seller s
                        where (:state::text is null or s.state = :state)
                          and (:text::text is null or position(lower(:text) in lower(s.name)) > 0
                               or position(lower(:text) in lower(s.email)) > 0)
                          and (:after::uuid is null or s.id < :after)
                        order by s.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind(
                        "text",
                        filter.text() == null || filter.text().isBlank()
                                ? null
                                : filter.text().strip())
                .bind("after", filter.after())
                .bind("limit", limit + 1)
                .mapTo(SellerSummary.class)
                .list();
        boolean more = found.size() > limit;
        List<SellerSummary> page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? page.get(limit - 1).id().toString() : null);
    }

    /**
     * One seller.
     *
     * @throws DomainException {@link SellerError#SELLER_NOT_FOUND}
     */
    public SellerView view(Caller caller, UUID seller) {
        Permissions.require(caller, Permissions.SELLER_VIEW);
        return SellerBook.read(database, seller);
    }

    /**
     * Changes what is known about a seller.
     *
     * @throws DomainException {@link SellerError#INVALID_SELLER}, {@link SellerError#SELLER_NOT_FOUND},
     *     {@link SellerError#SELLER_NAME_TAKEN}, {@link SellerError#CHANGED_MEANWHILE}
     */
    public void update(Caller caller, Change change) {
        Permissions.require(caller, Permissions.SELLER_EDIT);
        change.details().raiseIfWrong();
        SellerBook.read(database, change.sellerId());
        if (change.commissionBp() != null && caller.role() == Caller.Role.TENANT) {
            throw SellerError.NOT_PERMITTED.because("commissionBp", "mall_only");
        }
        book.change(caller.asWorker(), change);
    }

    /** The shops of the mall by name, for the page where one chooses (D36). */
    public Page<Shop> shops(Caller caller, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(MOST, limit));
        List<Shop> found = database.sql()
                .createQuery("""
                        select s.id as seller_id, s.name, s.about::text as about, f.slogan::text as slogan, f.host,
                               f.logo_key
                        from seller s
                        left join lateral (
                            select t.slogan, t.logo_key, h.host
                            from site t join site_host h on h.site_id = t.id and h.is_primary
                            where t.tenant_id = s.id and t.state = 'open' order by t.created_at limit 1) f on true
                        where s.state = 'active' and s.id not in (select test_tenants())
                            and (:after::text is null or lower(s.name) > lower(:after))
                        order by lower(s.name) limit :limit
                        """)
                .bind("after", after)
                .bind("limit", most + 1)
                .mapTo(ShopRow.class)
                .map(ShopRow::shop)
                .list();
        boolean more = found.size() > most;
        List<Shop> page = more ? found.subList(0, most) : found;
        return new Page<>(page, more ? page.get(most - 1).name() : null);
    }

    /** A row of {@link #shops}. */
    record ShopRow(
            UUID sellerId,
            String name,
            String about,
            @Nullable String slogan,
            @Nullable String host,
            @Nullable String logoKey) {
        Shop shop() {
            return new Shop(
                    sellerId,
                    name,
                    SiteBook.texts(about),
                    slogan == null ? Map.of() : SiteBook.texts(slogan),
                    host,
                    logoKey);
        }
    }
}
