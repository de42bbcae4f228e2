package dev.rialto.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The entity manager of the container, for injection by type. */
@Dependent
class PersistenceUnit {
    @Produces
    @SuppressWarnings("NullAway.Init")
    @PersistenceContext(unitName = "rialto")
    EntityManager entities;
}
