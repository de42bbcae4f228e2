package dev.rialto.web.console.account;

import dev.rialto.membership.Members;
import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;

/** Staff change their password: the old one is asked for, every other session ends, and a mail tells of it. */
@Route(path = "/account/password", view = "account-password")
public class PasswordPage implements ConsolePage {
    private final Members members;
    private final Settings settings;

    @Inject
    public PasswordPage(Members members, Settings settings) {
        this.members = members;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("change")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        String wanted = visit.entries().secret("newPassword");
        visit.entries()
                .check(wanted.equals(visit.entries().secret("repeated")), "repeated", "different")
                .raise();
        members.changePassword(
                visit.caller(),
                new Members.ChangePassword(
                        visit.entries().secret("password"),
                        wanted,
                        SessionCookie.read(settings, SessionView.Kind.STAFF, visit.request())
                                .orElse(null),
                        null));
        return Outcome.go("/", "done.password");
    }
}
