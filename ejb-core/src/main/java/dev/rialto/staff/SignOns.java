package dev.rialto.staff;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.StaffView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How staff of the caller's place come in through the provider of their own house. */
@Stateless
@Boundary
public class SignOns {
    private SignOnBook book;
    private ConsoleSettings settings;

    @Inject
    public SignOns(SignOnBook book, ConsoleSettings settings) {
        this.book = book;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SignOns() {}

    /** What is set; empty when staff use passwords only. */
    public Optional<SignOnView> view(Caller caller) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        return book.of(caller.asWorker(), place(caller)).map(SignOns::view);
    }

    /**
     * Sets it; it is enforced no more when issuer or client change.
     *
     * @throws DomainException {@link StaffError#INVALID_SIGN_ON} naming the fields, {@link StaffError#SIGN_ON_CHANGED}
     */
    public void save(Caller caller, EditSignOn edit) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        boolean hasSecret = book.of(caller.asWorker(), place(caller)).isPresent();
        edit.raiseIfWrong(rolesAt(caller), hasSecret, settings.privateProviders());
        book.save(caller.asWorker(), place(caller), edit);
    }

    /**
     * Makes it the only way in. The caller's own account keeps its password for emergencies.
     *
     * @throws DomainException {@link StaffError#SIGN_ON_NOT_ENFORCEABLE} while nobody came in through it, or when the
     *     caller has no password or not the highest role
     */
    public void enforce(Caller caller) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        UUID keeper = caller.signedIn().orElseThrow(StaffError.SIGN_ON_NOT_ENFORCEABLE::now);
        if (!book.enforce(caller.asWorker(), place(caller), keeper)) {
            throw StaffError.SIGN_ON_NOT_ENFORCEABLE.now();
        }
    }

    /** Passwords work again beside it. */
    public void relax(Caller caller) {
        Permissions.require(caller, Permissions.STAFF_EDIT);
        book.relax(caller.asWorker(), place(caller));
    }

    private static List<String> rolesAt(Caller caller) {
        Enum<?>[] roles =
                caller.role() == Caller.Role.TENANT ? StaffView.SellerRole.values() : StaffView.MallRole.values();
        return Arrays.stream(roles)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static @Nullable UUID place(Caller caller) {
        return caller.role() == Caller.Role.TENANT ? caller.requireTenant() : null;
    }

    static Map<String, String> roles(SignOnBook.Row row) {
        return Json.read(row.roles(), new TypeReference<>() {});
    }

    private static SignOnView view(SignOnBook.Row row) {
        return new SignOnView(
                row.id(),
                row.issuer(),
                row.clientId(),
                List.of(row.domains().split(" ")),
                row.groupClaim(),
                roles(row),
                row.enforced(),
                row.state().equals("active"),
                row.provedAt(),
                row.version());
    }
}
