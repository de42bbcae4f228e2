package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of sellers, written by the mall's own hand; {@link SellerRegistry} decides who may. */
@Stateless
@Boundary
public class SellerBook {
    private Database database;
    private Audit audit;
    private Clock clock;

    // hidden, so that it cannot stand in the constructor that the container calls
    @Inject
    SellerCheck check;

    @Inject
    SellerLetters letters;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public SellerBook(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SellerBook() {}

    /** Writes a wish to sell down; of two with one name the second is refused. */
    public UUID add(Caller caller, ApplyAsSeller wish, UUID account) {
        if (hasOpenWish(account)) {
            throw SellerError.SELLER_STATE.because("state", "applied");
        }
        UUID id = Ids.next();
        int added = database.sql()
                .createUpdate("""
                        with t as (insert into tenant (id, kind, created_at) values (:id, 'seller', :now) returning id)
                        insert into seller (id, state, name, legal_name, registration_number, email, phone, country,
                                            address, about, applied_by, applied_at)
                        select :id, 'applied', :name, :legalName, :registrationNumber, :email, :phone, :country,
                               :address, :texts::jsonb, :account, :now
                        from t
                        on conflict do nothing
                        """)
                .bindMethods(clean(wish))
                .bind("texts", Json.write(wish.about()))
                .bind("id", id)
                .bind("account", account)
                .bind("now", clock.instant())
                .execute();
        if (added == 0) {
            throw SellerError.SELLER_NAME_TAKEN.because("name", "taken");
        }
        audit.record(caller, Audit.Deed.of("seller.apply", "seller", id));
        return id;
    }

    private boolean hasOpenWish(UUID account) {
        return database.sql()
                .createQuery("select exists (select from seller where applied_by = :account and state = 'applied')")
                .bind("account", account)
                .mapTo(boolean.class)
                .one();
    }

    private static ApplyAsSeller clean(ApplyAsSeller wish) {
        return new ApplyAsSeller(
                wish.name().strip(),
                orNothing(wish.legalName()),
                orNothing(wish.registrationNumber()),
                wish.email().strip(),
                orNothing(wish.phone()),
                wish.country(),
                orNothing(wish.address()),
                wish.about());
    }

    private static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What became of an account's wishes. */
    public List<SellerRegistry.Standing> standings(Caller caller, UUID account) {
        return database.sql()
                .createQuery("""
                        select id as seller_id, name, upper(state) as state, applied_at, decision_reason
                        from seller where applied_by = :account order by applied_at desc limit 50
                        """)
                .bind("account", account)
                .mapTo(SellerRegistry.Standing.class)
                .list();
    }

    /** Moves a seller to another state, if its table allows; the first owner is taken on with the first approval. */
    public void move(Caller caller, SellerRegistry.Decision decision, SellerState next) {
        SellerView seller = locked(decision.sellerId());
        seller.state().requireMoveTo(next);
        database.sql()
                .createUpdate("""
                        update seller set state = :state, decided_by = :by, decided_at = :now, decision_reason = :reason,
                            version = version + 1
                        where id = :id
                        """)
                .bind("state", next.stored())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("reason", orNothing(decision.reason()))
                .bind("id", decision.sellerId())
                .execute();
        if (seller.state() == SellerState.APPLIED && next == SellerState.ACTIVE) {
            takeOn(seller);
        }
        letters.moved(caller, seller, next, decision.reason());
        audit.record(
                caller,
                Audit.Deed.of("seller." + next.stored(), "seller", seller.id())
                        .changing(Json.write(seller.state()), Json.write(next))
                        .because(orNothing(decision.reason())));
    }

    private void takeOn(SellerView seller) {
        database.sql()
                .execute(
                        "insert into seller_staff (tenant_id, account_id, role, added_at) values (?, ?, 'owner', ?) on conflict do nothing",
                        seller.id(),
                        seller.appliedBy(),
                        clock.instant());
        database.sql().execute("update seller set sells = ? where id = ?", !check.isRequired(), seller.id());
    }

    /** Changes what is known about a seller, unless somebody was faster. */
    public void change(Caller caller, SellerRegistry.Change change) {
        SellerView before = locked(change.sellerId());
        if (before.version() != change.version()) {
            throw SellerError.CHANGED_MEANWHILE.because("version", "stale");
        }
        if (isNameTaken(change)) {
            throw SellerError.SELLER_NAME_TAKEN.because("name", "taken");
        }
        database.sql()
                .createUpdate("""
                        update seller set name = :name, legal_name = :legalName, registration_number = :registrationNumber,
                            email = :email, phone = :phone, country = :country, address = :address,
                            about = :texts::jsonb, commission_bp = coalesce(:commission, commission_bp),
                            version = version + 1
                        where id = :id
                        """)
                .bindMethods(clean(change.details()))
                .bind("texts", Json.write(change.details().about()))
                .bind("commission", change.commissionBp())
                .bind("id", change.sellerId())
                .execute();
        audit.record(
                caller,
                Audit.Deed.of("seller.change", "seller", before.id())
                        .changing(summary(before), summary(read(database, before.id()))));
    }

    private static String summary(SellerView seller) {
        return Json.write(
                Map.of("name", seller.name(), "email", seller.email(), "commissionBp", seller.commissionBp()));
    }

    private boolean isNameTaken(SellerRegistry.Change change) {
        return database.sql()
                .createQuery("""
                        select exists (select from seller where lower(name) = lower(:name) and id <> :id
                                       and state in ('applied', 'active', 'suspended'))
                        """)
                .bind("name", change.details().name().strip())
                .bind("id", change.sellerId())
                .mapTo(boolean.class)
                .one();
    }

    private SellerView locked(UUID seller) {
        database.sql()
                .select("select id from seller where id = ? for update", seller)
                .mapTo(UUID.class)
                .findOne();
        return read(database, seller);
    }

    /** The seller as the running transaction sees it. */
    static SellerView read(Database database, UUID seller) {
        Optional<Row> row = database.sql()
                .createQuery("""
                        select id, state, name, legal_name, registration_number, email, phone, country, address,
                               about::text as about, commission_bp, applied_by, applied_at, decided_at, decision_reason,
                               version
                        from seller where id = :id
                        """)
                .bind("id", seller)
                .mapTo(Row.class)
                .findOne();
        return row.map(Row::view).orElseThrow(SellerError.SELLER_NOT_FOUND::now);
    }

    /** A row as it is read. */
    record Row(
            UUID id,
            String state,
            String name,
            @Nullable String legalName,
            @Nullable String registrationNumber,
            String email,
            @Nullable String phone,
            @Nullable String country,
            @Nullable String address,
            String about,
            int commissionBp,
            UUID appliedBy,
            Instant appliedAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            long version) {
        SellerView view() {
            return new SellerView(
                    id,
                    SellerState.stored(state),
                    name,
                    legalName,
                    registrationNumber,
                    email,
                    phone,
                    country,
                    address,
                    SiteBook.texts(about),
                    commissionBp,
                    appliedBy,
                    appliedAt,
                    decidedAt,
                    decisionReason,
                    version);
        }
    }
}
