package dev.rialto.openid;

import dev.rialto.platform.Database;
import dev.rialto.seller.StaffView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds relying parties that are in use, and what people are to them; for workers. */
@ApplicationScoped
class PartyBook {
    private final Database database;

    @Inject
    PartyBook(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PartyBook() {
        this(null);
    }

    /** A party in use; a suspended seller's is not. */
    Optional<RelyingParties.Row> inUse(UUID party) {
        return database.sql()
                .createQuery("select * from (" + RelyingParties.Row.SELECT + """
                        ) p where id = :id and state = 'active'
                          and (tenant_id is null
                               or exists (select from seller s where s.id = p.tenant_id and s.state = 'active'))
                        """)
                .bind("id", party)
                .mapTo(RelyingParties.Row.class)
                .findOne();
    }

    /** The role of somebody at the party's place, as far as the party lets it in. */
    static Optional<String> group(RelyingParties.Row party, StaffView staff) {
        return role(party.tenantId(), staff)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .filter(party.view().groups()::contains);
    }

    private static Optional<Enum<?>> role(@Nullable UUID tenant, StaffView staff) {
        return tenant == null
                ? Optional.ofNullable(staff.mallRole())
                : staff.at(tenant).filter(StaffView.Workplace::active).map(StaffView.Workplace::role);
    }

    /** What is told about a person. */
    record Person(String name, @Nullable String email, String language) {}

    /** Name and mail address; none of whoever came from another house, whose address is not ours to tell. */
    Optional<Person> person(UUID account) {
        return database.sql()
                .createQuery("""
                        select p.name, case when p.email not like '%.invalid' then p.email end as email, p.language
                        from person p join account a on a.id = p.account_id
                        where a.id = :account and a.state = 'active'
                        """)
                .bind("account", account)
                .mapTo(Person.class)
                .findOne();
    }
}
