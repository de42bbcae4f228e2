package dev.rialto.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start with a login that row-level security does not bind, or that could become more than it serves. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class LoginRole {
    @Inject
    Database database;

    @Inject
    Settings settings;

    @PostConstruct
    void refuseTooMuchPower() {
        List<String> faults = faults(database, settings.serves("console"));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The application's database login " + String.join(", and ", faults)
                    + ". Use rialto_app, or rialto_front where there is no console.");
        }
    }

    static List<String> faults(Database database, boolean servesConsole) {
        Powers powers = database.sql().createQuery("""
                        select r.rolsuper as superuser, r.rolbypassrls as bypasses,
                               exists (select from pg_class c where c.relowner = r.oid
                                       and c.relnamespace = 'public'::regnamespace) as owner,
                               pg_has_role(r.oid, 'rialto_mall', 'MEMBER') as mall
                        from pg_roles r where r.rolname = session_user
                        """).mapTo(Powers.class).one();
        List<String> faults = new ArrayList<>();
        if (powers.superuser()) {
            faults.add("is a superuser");
        }
        if (powers.bypasses()) {
            faults.add("bypasses row-level security");
        }
        if (powers.owner()) {
            faults.add("owns the tables");
        }
        if (powers.mall() && !servesConsole) {
            faults.add("can act as the whole mall though this process has no console");
        }
        return faults;
    }

    record Powers(boolean superuser, boolean bypasses, boolean owner, boolean mall) {}
}
