package dev.rialto.fulfilment;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The delivery methods of the sellers. */
@Stateless
@Boundary
public class Deliveries {
    private static final TypeReference<List<DeliveryMethod>> METHODS = new TypeReference<>() {};

    private Database database;
    private Audit audit;

    @Inject
    public Deliveries(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Deliveries() {}

    /** Reads what the database function {@code delivery_methods_of} answers. */
    public static List<DeliveryMethod> read(String json) {
        return Json.read(json, METHODS);
    }

    /** The methods that shoppers may choose from, by seller and position. */
    public List<DeliveryMethod> offered(Caller caller, Collection<UUID> tenants) {
        return read(database.sql()
                .createQuery("select delivery_methods_of(:tenants)")
                .bind("tenants", tenants.toArray(UUID[]::new))
                .mapTo(String.class)
                .one());
    }

    /** Every method of a seller, for staff; those switched off too. */
    public List<DeliveryMethod> list(Caller caller, UUID tenantId) {
        return read(database.sql()
                .createQuery("""
                        select coalesce(jsonb_agg(jsonb_build_object(
                            'id', id, 'tenantId', tenant_id, 'names', names, 'kind', upper(kind), 'countries', countries,
                            'rules', rules, 'freeFrom', free_from, 'taxClass', tax_class, 'daysFrom', days_from,
                            'daysTo', days_to, 'position', position, 'active', active, 'version', version)
                            order by position, id), '[]')
                        from delivery_method where tenant_id = :tenant
                        """)
                .bind("tenant", tenantId)
                .mapTo(String.class)
                .one());
    }

    /**
     * Adds a method or changes one.
     *
     * @return its id
     * @throws DomainException {@link FulfilmentError#DELIVERY_INVALID} naming the fields,
     *     {@link FulfilmentError#DELIVERY_CHANGED} for a stale version, {@link FulfilmentError#DELIVERY_NOT_FOUND}
     */
    public UUID save(Caller caller, SaveDelivery command) {
        Permissions.require(caller, Permissions.DELIVERY_EDIT);
        command.check();
        checkTaxClass(command.taxClass());
        UUID id = command.id() == null ? Ids.next() : command.id();
        String before = costs(id);
        if (command.id() == null) {
            insert(id, command);
        } else {
            update(id, command);
        }
        audit.record(
                caller, Audit.Deed.of("delivery.save", "delivery_method", id).changing(before, costs(id)));
        return id;
    }

    /**
     * Takes a method out of use; orders that chose it keep its name and price.
     *
     * @throws DomainException {@link FulfilmentError#DELIVERY_NOT_FOUND}
     */
    public void withdraw(Caller caller, UUID id) {
        Permissions.require(caller, Permissions.DELIVERY_EDIT);
        int changed = database.sql()
                .execute("update delivery_method set active = false, version = version + 1 where id = ?", id);
        if (changed == 0) {
            throw FulfilmentError.DELIVERY_NOT_FOUND.now();
        }
        audit.record(
                caller,
                Audit.Deed.of("delivery.withdraw", "delivery_method", id).changing(null, costs(id)));
    }

    private void insert(UUID id, SaveDelivery command) {
        bind(database.sql().createUpdate("""
                                insert into delivery_method (id, tenant_id, names, kind, countries, rules, free_from,
                                                             tax_class, days_from, days_to, position, active)
                                values (:id, :tenant, :names::jsonb, :kind, :countries, :rules::jsonb, :freeFrom::jsonb,
                                        :taxClass, :daysFrom, :daysTo, :position, :active)
                                """), id, command).execute();
    }

    private void update(UUID id, SaveDelivery command) {
        int changed = bind(database.sql().createUpdate("""
                                update delivery_method set names = :names::jsonb, kind = :kind, countries = :countries,
                                    rules = :rules::jsonb, free_from = :freeFrom::jsonb, tax_class = :taxClass,
                                    days_from = :daysFrom, days_to = :daysTo, position = :position, active = :active,
                                    version = version + 1
                                where id = :id and tenant_id = :tenant and version = :version
                                """), id, command).execute();
        if (changed == 0) {
            throw (list(id).isEmpty() ? FulfilmentError.DELIVERY_NOT_FOUND : FulfilmentError.DELIVERY_CHANGED).now();
        }
    }

    /** What a method costs where, as the audit shows it; null when there is none. */
    private @Nullable String costs(UUID id) {
        return database.sql().select("""
                        select jsonb_build_object('names', names, 'countries', countries, 'rules', rules, 'freeFrom',
                            free_from, 'taxClass', tax_class, 'active', active)::text
                        from delivery_method where id = ?
                        """, id).mapTo(String.class).findOne().orElse(null);
    }

    private List<UUID> list(UUID id) {
        return database.sql()
                .select("select id from delivery_method where id = ?", id)
                .mapTo(UUID.class)
                .list();
    }

    private void checkTaxClass(String taxClass) {
        boolean known = database.sql()
                .select("select exists (select from tax_class where code = ?)", taxClass)
                .mapTo(boolean.class)
                .one();
        if (!known) {
            throw FulfilmentError.DELIVERY_INVALID.because("taxClass", "unknown");
        }
    }

    private static <T extends SqlStatement<T>> T bind(T statement, UUID id, SaveDelivery command) {
        return statement
                .bind("id", id)
                .bind("tenant", command.tenantId())
                .bind("names", Json.write(command.names()))
                .bind("kind", command.kind().stored())
                .bind("countries", command.countries().toArray(String[]::new))
                .bind("rules", Json.write(command.rules()))
                .bind("freeFrom", Json.write(command.freeFrom()))
                .bind("taxClass", command.taxClass())
                .bind("daysFrom", command.daysFrom())
                .bind("daysTo", command.daysTo())
                .bind("position", command.position())
                .bind("active", command.active())
                .bind("version", command.version());
    }
}
