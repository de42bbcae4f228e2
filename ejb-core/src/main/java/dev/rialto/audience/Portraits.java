package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.MembershipError;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.SiteDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What members say about themselves, for their own account page. */
@Stateless
@Boundary
public class Portraits {
    private Database database;
    private SiteDirectory sites;
    private Clock clock;

    @Inject
    public Portraits(Database database, SiteDirectory sites, Clock clock) {
        this.database = database;
        this.sites = sites;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Portraits() {}

    /** The caller's own. */
    public Traits own(Caller caller) {
        return database.sql()
                .createQuery("""
                        select birth_date, gender, wedding_on, region, occupation from person where account_id = :account
                        """)
                .bind("account", account(caller))
                .mapTo(Traits.class)
                .findOne()
                .orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }

    /**
     * Keeps what the caller says about himself, and forgets what he no longer says.
     *
     * @throws DomainException {@link AudienceError#INVALID_PORTRAIT} naming the fields
     */
    public void keep(Caller caller, Traits traits) {
        UUID account = account(caller);
        traits.check(LocalDate.ofInstant(
                clock.instant(), ZoneId.of(sites.mall(caller).zone())));
        database.sql()
                .createUpdate("""
                        update person set birth_date = :birthDate, gender = :gender, wedding_on = :weddingOn,
                            region = :region, occupation = :occupation
                        where account_id = :account
                        """)
                .bindMethods(traits)
                .bind("account", account)
                .execute();
    }

    private static UUID account(Caller caller) {
        return caller.signedIn().orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }
}
