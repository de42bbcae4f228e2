package dev.rialto.tax;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tax rates by class, country and region, each for its time. */
@Stateless
@Boundary
public class Taxes {
    private static final String EDIT = "tax.edit";

    private Database database;
    private Audit audit;

    @Inject
    public Taxes(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Taxes() {}

    private record Found(String taxClass, String name, int rateBp) {}

    /**
     * The rates for goods going to a place on a day, with one statement; the region's own rate goes before the country's.
     *
     * @param country ISO 3166 code
     * @param on business date in the mall's zone
     */
    public TaxRates rates(Caller caller, String country, @Nullable String region, LocalDate on) {
        return new TaxRates(database
                .sql()
                .createQuery("""
                        select distinct on (tax_class) tax_class, name, rate_bp
                        from tax_rate
                        where country = :country and (region is null or region = :region)
                          and valid_from <= :on and (valid_to is null or valid_to >= :on)
                        order by tax_class, region nulls last, valid_from desc
                        """)
                .bind("country", country)
                .bind("region", region)
                .bind("on", on)
                .mapTo(Found.class)
                .stream()
                .collect(Collectors.toMap(Found::taxClass, found -> new TaxRates.Rate(found.name(), found.rateBp()))));
    }

    private static void requireEditor(Caller caller) {
        if (caller.role() != Caller.Role.WORKER && !(caller.role() == Caller.Role.MALL && caller.may(EDIT))) {
            throw TaxError.NOT_PERMITTED.now();
        }
    }

    /** Every rate of a country, newest first. */
    public List<TaxRate> list(Caller caller, String country) {
        return database.sql()
                .createQuery("""
                        select id, tax_class, country, region, name, rate_bp, valid_from, valid_to from tax_rate
                        where country = :country order by tax_class, region nulls first, valid_from desc limit 1000
                        """)
                .bind("country", country)
                .mapTo(TaxRate.class)
                .list();
    }

    /** Every rate that holds today or will, by country; for the people who set them. */
    public List<TaxRate> current(Caller caller, LocalDate today) {
        requireEditor(caller);
        return database.sql()
                .createQuery("""
                        select id, tax_class, country, region, name, rate_bp, valid_from, valid_to from tax_rate
                        where valid_to is null or valid_to >= :today
                        order by country, region nulls first, tax_class, valid_from limit 1000
                        """)
                .bind("today", today)
                .mapTo(TaxRate.class)
                .list();
    }

    /** The classes that goods may be of. */
    public List<String> classes(Caller caller) {
        return database.sql()
                .createQuery("select code from tax_class order by code = 'standard' desc, code")
                .mapTo(String.class)
                .list();
    }

    /**
     * Sets a rate from a day on; the one before it ends the day before, and a later one is left as it is.
     *
     * @param caller an operator with {@code tax.edit}, or a worker
     * @throws DomainException {@link TaxError#TAX_RATE_INVALID}, {@link TaxError#NOT_PERMITTED}
     */
    public UUID set(Caller caller, NewTaxRate rate) {
        requireEditor(caller);
        rate.check();
        if (!isKnownClass(rate.taxClass())) {
            throw TaxError.TAX_RATE_INVALID.because("taxClass", "unknown");
        }
        String before = standing(rate);
        endTheOneBefore(rate);
        UUID id = insert(rate);
        audit.record(caller, Audit.Deed.of("tax.set", "tax_rate", id).changing(before, standing(rate)));
        return id;
    }

    private boolean isKnownClass(String taxClass) {
        return database.sql()
                .createQuery("select exists(select from tax_class where code = :class)")
                .bind("class", taxClass)
                .mapTo(boolean.class)
                .one();
    }

    /** The rate that held on that day, as the audit shows it. */
    private @Nullable String standing(NewTaxRate rate) {
        return database.sql()
                .createQuery("""
                        select jsonb_build_object('id', id, 'name', name, 'rateBp', rate_bp, 'validFrom', valid_from)::text
                        from tax_rate
                        where tax_class = :class and country = :country and region is not distinct from :region
                          and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        order by valid_from desc limit 1
                        """)
                .bind("class", rate.taxClass())
                .bind("country", rate.country())
                .bind("region", rate.region())
                .bind("day", rate.validFrom())
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private void endTheOneBefore(NewTaxRate rate) {
        database.sql()
                .createUpdate("""
                        update tax_rate set valid_to = :last
                        where tax_class = :class and country = :country and region is not distinct from :region
                          and valid_from <= :last and (valid_to is null or valid_to > :last)
                        """)
                .bind("class", rate.taxClass())
                .bind("country", rate.country())
                .bind("region", rate.region())
                .bind("last", rate.validFrom().minusDays(1))
                .execute();
    }

    private UUID insert(NewTaxRate rate) {
        return database.sql()
                .createQuery("""
                        insert into tax_rate (id, tax_class, country, region, name, rate_bp, valid_from, valid_to)
                        select :id, :class, :country, :region, :name, :rate, :from, (
                            select min(valid_from) - 1 from tax_rate
                            where tax_class = :class and country = :country and region is not distinct from :region
                              and valid_from > :from)
                        on conflict (tax_class, country, coalesce(region, ''), valid_from)
                            do update set rate_bp = excluded.rate_bp, name = excluded.name
                        returning id
                        """)
                .bind("id", Ids.next())
                .bind("class", rate.taxClass())
                .bind("country", rate.country())
                .bind("region", rate.region())
                .bind("name", rate.name())
                .bind("rate", rate.rateBp())
                .bind("from", rate.validFrom())
                .mapTo(UUID.class)
                .one();
    }
}
