package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.KeptRows;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers and erases what all domains keep about a person, in one transaction; {@link PersonalRecords} calls it. */
@Stateless
@Boundary
public class PersonalFile {
    private static final Map<String, String> OWN_SECTIONS = sections();

    private Database database;
    private KeptRows rows;
    private Outbox outbox;
    private Event<PersonalData> gathering;
    private Event<ErasureAsked> asked;
    private Event<MemberErased> erased;

    @Inject
    public PersonalFile(
            Database database,
            KeptRows rows,
            Outbox outbox,
            Event<PersonalData> gathering,
            Event<ErasureAsked> asked,
            Event<MemberErased> erased) {
        this.database = database;
        this.rows = rows;
        this.outbox = outbox;
        this.gathering = gathering;
        this.asked = asked;
        this.erased = erased;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PersonalFile() {}

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("profile", """
                select p.email, p.name, p.phone, p.language, p.birth_date, p.gender, p.wedding_on, p.region, p.occupation,
                       s.name as joined_at_shop, m.joined_at
                from account a join person p on p.account_id = a.id left join member m on m.account_id = a.id
                left join site s on s.id = m.join_site_id
                where a.id = :account""");
        sections.put("addresses", """
                select name, phone, country, region, city, street, extra, postcode from address
                where account_id = :account order by id""");
        sections.put("consents", """
                select kind, given, text_version, at from consent where account_id = :account order by at""");
        sections.put("sessions", """
                select device, address, created_at, seen_at from session where account_id = :account order by seen_at""");
        sections.put("applications", """
                select name, legal_name, registration_number, email, phone, country, address, state, applied_at
                from seller where applied_by = :account order by applied_at""");
        return sections;
    }

    /**
     * All that is kept about a member, of every domain, as JSON.
     *
     * @throws DomainException {@link MembershipError#MEMBER_NOT_FOUND}
     */
    public String export(Caller caller, UUID account) {
        requirePerson(account);
        PersonalData data = new PersonalData(caller, account, new LinkedHashMap<>());
        OWN_SECTIONS.forEach((name, sql) -> data.add(name, rows.of(account, sql)));
        gathering.fire(data);
        return Json.write(data.sections());
    }

    private void requirePerson(UUID account) {
        if (database.sql()
                .select("select 1 from person where account_id = ?", account)
                .mapTo(int.class)
                .findOne()
                .isEmpty()) {
            throw MembershipError.MEMBER_NOT_FOUND.now();
        }
    }

    /**
     * Erases the person; account, member mark, orders and books stay, without a name.
     *
     * @throws DomainException {@link MembershipError#ORDERS_OPEN}, {@link MembershipError#MEMBER_NOT_FOUND}
     */
    public void erase(Caller caller, UUID account) {
        requirePerson(account);
        database.sql().execute("select id from account where id = ? for update", account);
        ErasureAsked ask = new ErasureAsked(caller, account, new LinkedHashMap<>());
        asked.fire(ask);
        if (!ask.unfinished().isEmpty()) {
            throw MembershipError.ORDERS_OPEN.because(ask.unfinished().entrySet().stream()
                    .map(each ->
                            new FieldError(each.getKey(), "unfinished", List.of(String.join(", ", each.getValue()))))
                    .toList());
        }
        erased.fire(new MemberErased(caller, account));
        for (String table : List.of("person", "address", "session", "one_time_code")) {
            database.sql().execute("delete from " + table + " where account_id = ?", account);
        }
        withdrawApplications(account);
        outbox.forget(caller, List.of(account));
        database.sql()
                .execute(
                        "update account set state = 'erased', password_hash = null, version = version + 1 where id = ?",
                        account);
    }

    /** Who sells, or did, keeps a record as a trader; a wish that came to nothing goes with the person. */
    private void withdrawApplications(UUID account) {
        database.sql().execute("""
                        update seller set state = 'rejected', name = '—', legal_name = null, registration_number = null,
                            email = '', phone = null, address = null, about = '{}', version = version + 1
                        where applied_by = ? and state in ('applied', 'rejected')
                        """, account);
    }
}
