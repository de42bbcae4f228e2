/**
 * What every domain stands on: the database connection of the transaction, tenancy, settings, the clock, keys, audit,
 * idempotency and job runs.
 *
 * <ol>
 *   <li>A {@link dev.rialto.platform.Boundary} method runs as the database role and tenant of its first argument.
 *   <li>SQL and JPA of one transaction share one connection ({@link dev.rialto.platform.Database}).
 *   <li>Time comes from the injected {@link java.time.Clock} alone.
 * </ol>
 *
 * <p>May call: kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.platform;
