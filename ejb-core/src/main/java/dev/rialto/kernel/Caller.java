package dev.rialto.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. The first argument of every boundary method; the database sees the same and refuses what is not theirs.
 *
 * @param role the database role the transaction runs as
 * @param tenant the seller whose rows may be seen, for {@link Role#TENANT}
 * @param account the signed-in account, if any
 * @param token the key behind the shopper's cookie (cart, guest order); a hash of it reaches the database
 * @param permissions what a member of staff may do, checked by the boundaries
 * @param traceId id of the request, in logs and in audit rows
 */
public record Caller(
        Role role,
        @Nullable UUID tenant,
        @Nullable UUID account,
        @Nullable String token,
        Set<String> permissions,
        String traceId) {

    /** The database roles of the same names; a transaction without one sees no rows. */
    public enum Role {
        /** Published goods; own cart, orders, account. */
        SHOPPER,
        /** The rows of one seller. */
        TENANT,
        /** The whole mall: the console of operators. */
        MALL,
        /** Background work. */
        WORKER;

        public String databaseName() {
            return "rialto_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Caller {
        permissions = Set.copyOf(permissions);
        if (role == Role.TENANT && tenant == null) {
            throw new IllegalArgumentException("a tenant's caller names the tenant");
        }
    }

    public static Caller anonymous(String traceId) {
        return new Caller(Role.SHOPPER, null, null, null, Set.of(), traceId);
    }

    public static Caller shopper(@Nullable UUID account, @Nullable String token, String traceId) {
        return new Caller(Role.SHOPPER, null, account, token, Set.of(), traceId);
    }

    public static Caller tenant(UUID tenant, @Nullable UUID account, Set<String> permissions, String traceId) {
        return new Caller(Role.TENANT, tenant, account, null, permissions, traceId);
    }

    public static Caller operator(@Nullable UUID account, Set<String> permissions, String traceId) {
        return new Caller(Role.MALL, null, account, null, permissions, traceId);
    }

    public static Caller worker(String traceId) {
        return new Caller(Role.WORKER, null, null, null, Set.of(), traceId);
    }

    /** The same caller acting with the worker's rights, for what the mall itself does on somebody's behalf. */
    public Caller asWorker() {
        return new Caller(Role.WORKER, tenant, account, token, permissions, traceId);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    public Optional<UUID> signedIn() {
        return Optional.ofNullable(account);
    }

    /** The tenant of a tenant's caller. */
    public UUID requireTenant() {
        if (tenant == null) {
            throw new IllegalStateException("caller has no tenant");
        }
        return tenant;
    }
}
