package dev.rialto.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** The container's ways to the database, for injection by type. */
@Dependent
class PersistenceUnit {
    @Produces
    @SuppressWarnings("NullAway.Init")
    @PersistenceContext(unitName = "rialto")
    EntityManager entities;

    @Produces
    @SuppressWarnings("NullAway.Init")
    @Resource(lookup = "jdbc/rialto")
    DataSource connections;

    @Produces
    @SuppressWarnings("NullAway.Init")
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;
}
