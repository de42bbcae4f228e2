package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The places to deliver to that a member keeps. */
@Stateless
@Boundary
public class AddressBook {
    private static final int MOST_ADDRESSES = 20;

    private Database database;

    @Inject
    public AddressBook(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AddressBook() {}

    /** The caller's addresses, the one offered first leading. */
    public List<PostalAddress> list(Caller caller) {
        return database.sql()
                .createQuery("""
                        select id, name, phone, country, region, city, street, extra, postcode, is_default
                        from address where account_id = :account order by is_default desc, id limit 100
                        """)
                .bind("account", account(caller))
                .mapTo(PostalAddress.class)
                .list();
    }

    /**
     * Keeps an address, new or changed.
     *
     * @return its id
     * @throws DomainException {@link MembershipError#INVALID_MEMBER} naming the fields,
     *     {@link MembershipError#MEMBER_NOT_FOUND} for an address that is not the caller's
     */
    public UUID keep(Caller caller, PostalAddress address) {
        UUID account = account(caller);
        Violations violations = new Violations();
        address.check(violations);
        violations.check(
                address.id() != null || count(account) < MOST_ADDRESSES, "addresses", "too_many", MOST_ADDRESSES);
        violations.raise(MembershipError.INVALID_MEMBER);
        if (address.isDefault()) {
            database.sql()
                    .execute("update address set is_default = false where account_id = ? and is_default", account);
        }
        return address.id() == null ? insert(account, address) : update(account, address.id(), address);
    }

    private UUID insert(UUID account, PostalAddress address) {
        UUID id = Ids.next();
        database.sql()
                .createUpdate("""
                        insert into address (id, account_id, name, phone, country, region, city, street, extra, postcode,
                                             is_default)
                        values (:newId, :account, :name, :phone, :country, :region, :city, :street, :extra, :postcode,
                                :isDefault)
                        """)
                .bindMethods(address)
                .bind("newId", id)
                .bind("account", account)
                .execute();
        return id;
    }

    private UUID update(UUID account, UUID id, PostalAddress address) {
        int changed = database.sql()
                .createUpdate("""
                        update address set name = :name, phone = :phone, country = :country, region = :region,
                            city = :city, street = :street, extra = :extra, postcode = :postcode, is_default = :isDefault
                        where id = :id and account_id = :account
                        """)
                .bindMethods(address)
                .bind("account", account)
                .execute();
        requireOne(changed);
        return id;
    }

    /**
     * Forgets an address.
     *
     * @throws DomainException {@link MembershipError#MEMBER_NOT_FOUND} for one that is not the caller's
     */
    public void remove(Caller caller, UUID address) {
        requireOne(database.sql()
                .execute("delete from address where id = ? and account_id = ?", address, account(caller)));
    }

    private int count(UUID account) {
        return database.sql()
                .createQuery("select count(*) from address where account_id = :account")
                .bind("account", account)
                .mapTo(int.class)
                .one();
    }

    private static UUID account(Caller caller) {
        return caller.signedIn().orElseThrow(MembershipError.SIGN_IN_NEEDED::now);
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw MembershipError.MEMBER_NOT_FOUND.now();
        }
    }
}
