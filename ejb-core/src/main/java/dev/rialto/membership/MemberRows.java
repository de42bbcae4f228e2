package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements, run as a worker within what {@link MemberRoll} allows. */
@Stateless
@Boundary
public class MemberRows {
    private Database database;

    @Inject
    public MemberRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected MemberRows() {}

    /** Members of the seller's sites, or of all. */
    public List<MemberSummary> list(Caller caller, MemberRoll.Filter filter, @Nullable UUID seller, int limit) {
        String text = filter.text() == null ? "" : filter.text().strip().toLowerCase(Locale.ROOT);
        return database.sql()
                .createQuery("""
                        select m.account_id, p.email, p.name, p.language, m.join_site_id, s.name as join_site,
                               m.joined_at
                        from member m
                        join person p on p.account_id = m.account_id
                        join site s on s.id = m.join_site_id
                        where (:seller::uuid is null or s.tenant_id = :seller)
                          and (:site::uuid is null or m.join_site_id = :site)
                          and (:after::uuid is null or m.account_id < :after::uuid)
                          and (:text = '' or position(:text in p.email) > 0 or position(:text in lower(p.name)) > 0)
                        order by m.account_id desc
                        limit :limit
                        """)
                .bind("seller", seller)
                .bind("site", filter.joinSiteId())
                .bind("after", filter.after())
                .bind("text", text)
                .bind("limit", limit)
                .mapTo(MemberSummary.class)
                .list();
    }

    /** Members per join site. */
    public Map<UUID, Long> countBySite(Caller caller, @Nullable UUID seller) {
        return database
                .sql()
                .createQuery("""
                        select m.join_site_id, count(*)
                        from member m join site s on s.id = m.join_site_id
                        join person p on p.account_id = m.account_id
                        where :seller::uuid is null or s.tenant_id = :seller
                        group by 1
                        """)
                .bind("seller", seller)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The account of an address. */
    public Optional<UUID> accountOf(Caller caller, String email) {
        return database.sql()
                .createQuery("""
                        select a.id from person p join account a on a.id = p.account_id
                        where p.email = :email and a.state = 'active'
                        """)
                .bind("email", email)
                .mapTo(UUID.class)
                .findOne();
    }

    /** Names by account; the erased have none. */
    public Map<UUID, String> names(Caller caller, List<UUID> accounts) {
        return database
                .sql()
                .createQuery("select account_id, name from person where account_id = any(:accounts)")
                .bind("accounts", accounts.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
