package dev.rialto.seller;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is in the mall besides a shopper.
 *
 * @param mallRole operator or viewer of the mall; null for whoever only works for sellers
 * @param workplaces the sellers worked for, by name
 * @param mallDoor by which way the mall may be entered
 */
public record StaffView(UUID accountId, @Nullable MallRole mallRole, List<Workplace> workplaces, StaffDoor mallDoor) {

    /** A role in the mall itself. */
    public enum MallRole {
        OPERATOR(Permissions.OPERATOR),
        VIEWER(Permissions.VIEWER);

        private final Set<String> permissions;

        MallRole(Set<String> permissions) {
            this.permissions = permissions;
        }

        public Set<String> permissions() {
            return permissions;
        }
    }

    /** A role at a seller. */
    public enum SellerRole {
        OWNER(Permissions.SELLER_OWNER),
        STAFF(Permissions.SELLER_STAFF);

        private final Set<String> permissions;

        SellerRole(Set<String> permissions) {
            this.permissions = permissions;
        }

        public Set<String> permissions() {
            return permissions;
        }
    }

    /**
     * A seller somebody works for.
     *
     * @param active false while the seller is suspended: then nothing can be changed
     * @param channel true when the seller is a channel of cards as well
     * @param door by which way this workplace may be entered
     */
    public record Workplace(
            UUID tenantId, String sellerName, SellerRole role, boolean active, boolean channel, StaffDoor door) {
        public Set<String> permissions() {
            Set<String> all = new HashSet<>(role.permissions());
            if (channel) {
                all.addAll(role == SellerRole.OWNER ? Permissions.CHANNEL_OWNER : Permissions.CHANNEL_STAFF);
            }
            return active ? Set.copyOf(all) : onlyViewing(all);
        }
    }

    public StaffView {
        workplaces = List.copyOf(workplaces);
    }

    /**
     * What is left for somebody who came in by a sign-on, or by password; empty when nothing is.
     *
     * @param signOn who vouched; null for a password
     */
    public Optional<StaffView> cameBy(@Nullable UUID signOn) {
        MallRole role = mallDoor.opensFor(signOn) ? mallRole : null;
        List<Workplace> open = workplaces.stream()
                .filter(place -> place.door().opensFor(signOn))
                .toList();
        return role == null && open.isEmpty()
                ? Optional.empty()
                : Optional.of(new StaffView(accountId, role, open, mallDoor));
    }

    public boolean isOperator() {
        return mallRole == MallRole.OPERATOR;
    }

    /** The place at a seller, if somebody works there. */
    public Optional<Workplace> at(UUID tenant) {
        return workplaces.stream()
                .filter(place -> place.tenantId().equals(tenant))
                .findFirst();
    }

    /** May this person act for the seller: as its staff, or as an operator on its behalf? */
    public boolean mayActFor(UUID tenant) {
        return isOperator() || at(tenant).isPresent();
    }

    /** What may be done for a seller; an operator on its behalf does all but money, staff and keys. */
    public Set<String> permissionsAt(UUID tenant) {
        return at(tenant).map(Workplace::permissions).orElse(isOperator() ? Permissions.ON_BEHALF : Set.of());
    }

    private static Set<String> onlyViewing(Set<String> permissions) {
        return permissions.stream().filter(name -> name.endsWith(".view")).collect(java.util.stream.Collectors.toSet());
    }
}
