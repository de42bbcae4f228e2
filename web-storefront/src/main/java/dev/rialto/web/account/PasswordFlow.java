package dev.rialto.web.account;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.AccountPort.Reminder;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** A new password: for one who knows the old one, and by mail for one who does not; and signing in without it. */
@ApplicationScoped
class PasswordFlow implements Flow {
    @Inject
    private AccountPort accounts;

    @Override
    public void addresses(Routes routes) {
        routes.get("/account/password", this::changeForm)
                .post("/account/password", this::change)
                .get("/account/forgotten", visit -> ask(visit, 200, empty(visit), Reminder.LINK))
                .post("/account/forgotten", visit -> remind(visit, Reminder.LINK))
                .get("/account/new-password", this::newForm)
                .post("/account/new-password", this::setNew)
                .get("/account/code", visit -> ask(visit, 200, empty(visit), Reminder.CODE))
                .post("/account/code", visit -> remind(visit, Reminder.CODE))
                .post("/account/code/sign-in", this::signIn);
    }

    private static Form empty(Visit visit) {
        return Form.of(visit.wording(), Map.of());
    }

    private Answer changeForm(Visit visit) {
        return visit.isSignedIn()
                ? Answer.show("password", page(visit, empty(visit)))
                : Answer.goTo("/account/sign-in");
    }

    private static FormPage page(Visit visit, Form form) {
        return new FormPage(form, WayOn.name(visit.text("next")), null, Map.of());
    }

    private Answer change(Visit visit) {
        if (!visit.isSignedIn()) {
            return Answer.goTo("/account/sign-in");
        }
        try {
            requireTwice(visit, "newPassword");
            accounts.changePassword(visit.visitor(), visit.secret("password"), visit.secret("newPassword"));
        } catch (DomainException refused) {
            return new Answer.Show(422, "password", page(visit, empty(visit).refused(refused)));
        }
        return Answer.goTo("/account?notice=password");
    }

    /** A slip of the fingers would lock the member out. */
    private static void requireTwice(Visit visit, String field) {
        if (!visit.secret(field).equals(visit.secret("repeated"))) {
            throw FormError.NOT_REPEATED.because(List.of(new FieldError("repeated", "different")));
        }
    }

    private Answer ask(Visit visit, int status, Form form, Reminder reminder) {
        String template = reminder == Reminder.LINK ? "forgotten" : "code";
        return new Answer.Show(status, template, new ReminderPage(form, WayOn.name(visit.text("next")), false));
    }

    private Answer remind(Visit visit, Reminder reminder) {
        Form typed = Form.typed(visit, "email");
        try {
            accounts.remind(visit.visitor(), reminder, visit.text("email"), visit.remoteAddress());
        } catch (DomainException refused) {
            return ask(visit, 422, typed.refused(refused), reminder);
        }
        String template = reminder == Reminder.LINK ? "forgotten" : "code";
        return Answer.show(template, new ReminderPage(typed, WayOn.name(visit.text("next")), true));
    }

    private Answer newForm(Visit visit) {
        String link = visit.text("link");
        return accounts.opensNewPassword(visit.visitor(), link)
                ? Answer.show("new-password", new NewPasswordPage(empty(visit), link))
                : new Answer.Show(410, "new-password", new NewPasswordPage(empty(visit), ""));
    }

    private Answer setNew(Visit visit) {
        String link = visit.text("link");
        try {
            requireTwice(visit, "password");
            accounts.setPassword(visit.visitor(), link, visit.secret("password"));
        } catch (DomainException refused) {
            String kept = accounts.opensNewPassword(visit.visitor(), link) ? link : "";
            return new Answer.Show(
                    422, "new-password", new NewPasswordPage(empty(visit).refused(refused), kept));
        }
        visit.keepsakes().takeToken();
        return Answer.goTo("/account/sign-in?notice=password");
    }

    private Answer signIn(Visit visit) {
        try {
            String token = accounts.signInWithCode(
                    visit.visitor(), visit.text("email"), visit.text("code"), visit.remoteAddress(), visit.device());
            visit.keepsakes().giveToken(token);
        } catch (DomainException refused) {
            Form form = Form.typed(visit, "email").refused(refused);
            return new Answer.Show(422, "code", new ReminderPage(form, WayOn.name(visit.text("next")), true));
        }
        return Answer.goTo(WayOn.path(visit.text("next")));
    }
}
