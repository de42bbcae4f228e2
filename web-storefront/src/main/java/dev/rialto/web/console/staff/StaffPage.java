package dev.rialto.web.console.staff;

import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberRoll;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StaffDirectory.StaffMember;
import dev.rialto.seller.StaffView;
import dev.rialto.staff.Invitation;
import dev.rialto.staff.Invitations;
import dev.rialto.staff.SecondFactor;
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

/** Those who work for the seller, or for the mall: asked by mail, with a role. */
@Route(path = "/staff", view = "staff", permission = "staff.edit", menu = Section.SETTINGS, rank = 50)
public class StaffPage implements ConsolePage {
    private final StaffDirectory staff;
    private final MemberRoll roll;
    private final Invitations invitations;
    private final SecondFactor factor;
    private List<Invitation> invited = List.of();
    private List<StaffMember> members = List.of();
    private Map<UUID, String> names = Map.of();

    @Inject
    public StaffPage(StaffDirectory staff, MemberRoll roll, Invitations invitations, SecondFactor factor) {
        this.staff = staff;
        this.roll = roll;
        this.invitations = invitations;
        this.factor = factor;
    }

    @Override
    public Outcome open(Visit visit) {
        members = staff.members(visit.caller());
        names = roll.names(
                visit.caller(), members.stream().map(StaffMember::accountId).toList());
        invited = invitations.open(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        return switch (action) {
            case "invite" -> invite(visit);
            case "withdraw" -> withdraw(visit);
            case "role" -> change(visit);
            case "remove" -> remove(visit);
            case "remove-factor" -> removeFactor(visit);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome invite(Visit visit) {
        String email = visit.entries().text("email");
        invitations.invite(
                visit.caller(), email, visit.entries().text("role").toLowerCase(Locale.ROOT), visit.language());
        return Outcome.go("/staff", "done.staff-invited", email);
    }

    private Outcome withdraw(Visit visit) {
        UUID invitation = Ids.parse("invitation", visit.entries().text("invitation"))
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("invitation", "unknown"));
        invitations.withdraw(visit.caller(), invitation);
        return Outcome.go("/staff", "done.invitation-withdrawn");
    }

    private Outcome change(Visit visit) {
        UUID account = account(visit);
        String role = visit.entries().text("role");
        if (staff.members(visit.caller()).stream()
                .noneMatch(one -> one.accountId().equals(account))) {
            throw ConsoleError.NO_SUCH_PAGE.now();
        }
        if (visit.isSeller()) {
            staff.putSellerStaff(visit.caller(), account, role(StaffView.SellerRole.values(), role));
        } else {
            staff.putMallStaff(visit.caller(), account, role(StaffView.MallRole.values(), role));
        }
        return Outcome.go("/staff", "done.staff-role", nameOf(visit, account));
    }

    private Outcome removeFactor(Visit visit) {
        UUID account = account(visit);
        factor.removeOf(visit.caller(), account);
        return Outcome.go("/staff", "done.staff-factor", nameOf(visit, account));
    }

    private Outcome remove(Visit visit) {
        UUID account = account(visit);
        String name = nameOf(visit, account);
        staff.remove(visit.caller(), account);
        return Outcome.go("/staff", "done.staff-removed", name);
    }

    private static UUID account(Visit visit) {
        return Ids.parse("account", visit.entries().text("account"))
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("account", "unknown"));
    }

    private String nameOf(Visit visit, UUID account) {
        return roll.names(visit.caller(), List.of(account)).getOrDefault(account, "");
    }

    private static <R extends Enum<R>> R role(R[] roles, String name) {
        return Arrays.stream(roles)
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("role", "required"));
    }

    /** Those who were asked and have not answered yet. */
    public List<Invitation> invited() {
        return invited;
    }

    public String key(Invitation invitation) {
        return Ids.external("invitation", invitation.id());
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
