package dev.rialto.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema up to date when the application starts, with the owner's credential and under Flyway's lock. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Inject
    Settings settings;

    @PostConstruct
    void migrate() {
        migrate(settings.owner());
    }

    static void migrate(Settings.DatabaseOwner owner) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(owner.url());
        source.setUser(owner.user());
        source.setPassword(owner.password());
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
