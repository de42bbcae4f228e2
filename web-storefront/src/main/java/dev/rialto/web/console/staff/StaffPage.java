package dev.rialto.web.console.staff;

import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberRoll;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StaffDirectory.StaffMember;
import dev.rialto.seller.StaffView;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Those who work for the seller, or for the mall: taken on by their account's address, with a role. */
@Route(path = "/staff", view = "staff", permission = "staff.edit", menu = Section.SETTINGS, rank = 50)
public class StaffPage implements ConsolePage {
    private final StaffDirectory staff;
    private final MemberRoll roll;
    private List<StaffMember> members = List.of();
    private Map<UUID, String> names = Map.of();

    @Inject
    public StaffPage(StaffDirectory staff, MemberRoll roll) {
        this.staff = staff;
        this.roll = roll;
    }

    @Override
    public Outcome open(Visit visit) {
        members = staff.members(visit.caller());
        names = roll.names(
                visit.caller(), members.stream().map(StaffMember::accountId).toList());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        return switch (action) {
            case "add" -> add(visit);
            case "remove" -> remove(visit);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome add(Visit visit) {
        String email = visit.entries().text("email");
        visit.entries().check(!email.isEmpty(), "email", "required").raise();
        UUID account = roll.accountOf(visit.caller(), email)
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("email", "no_account"));
        String role = visit.entries().text("role");
        if (visit.isSeller()) {
            staff.putSellerStaff(visit.caller(), account, role(StaffView.SellerRole.values(), role));
        } else {
            staff.putMallStaff(visit.caller(), account, role(StaffView.MallRole.values(), role));
        }
        return Outcome.go("/staff", "done.staff-added", email);
    }

    private Outcome remove(Visit visit) {
        UUID account = Ids.parse("account", visit.entries().text("account"))
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("account", "unknown"));
        String name = roll.names(visit.caller(), List.of(account)).getOrDefault(account, "");
        staff.remove(visit.caller(), account);
        return Outcome.go("/staff", "done.staff-removed", name);
    }

    private static <R extends Enum<R>> R role(R[] roles, String name) {
        return Arrays.stream(roles)
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("role", "required"));
    }

    public List<StaffMember> members() {
        return members;
    }

    public String name(StaffMember member) {
        return names.getOrDefault(member.accountId(), "");
    }

    public String key(StaffMember member) {
        return Ids.external("account", member.accountId());
    }

    public List<Option> roles(Visit visit) {
        Stream<Enum<?>> roles = visit.isSeller()
                ? Arrays.stream(StaffView.SellerRole.values())
                : Arrays.stream(StaffView.MallRole.values());
        return roles.map(role ->
                        new Option(role.name(), visit.say("role." + role.name().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
