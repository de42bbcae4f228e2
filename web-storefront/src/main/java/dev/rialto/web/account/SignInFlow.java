package dev.rialto.web.account;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Joining;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Joining, signing in and out. The cart comes along. */
@ApplicationScoped
class SignInFlow implements Flow {
    @Inject
    private AccountPort accounts;

    @Override
    public void addresses(Routes routes) {
        routes.get("/account/sign-in", visit -> form(visit, "sign-in"))
                .post("/account/sign-in", this::signIn)
                .get("/account/join", visit -> form(visit, "join"))
                .post("/account/join", this::join)
                .post("/account/sign-out", this::signOut);
    }

    private Answer form(Visit visit, String template) {
        if (visit.isSignedIn()) {
            return Answer.goTo(WayOn.path(visit.text("next")));
        }
        String key = "signin.notice." + visit.text("notice");
        String notice = visit.text("next").equals("checkout")
                ? visit.wording().say("signin.first")
                : visit.wording().texts().get(key);
        return Answer.show(
                template,
                new FormPage(Form.of(visit.wording(), Map.of()), WayOn.name(visit.text("next")), notice, Map.of()));
    }

    private Answer signIn(Visit visit) {
        try {
            enter(visit, visit.text("email"), visit.secret("password"));
        } catch (DomainException refused) {
            return again(visit, "sign-in", Form.typed(visit, "email").refused(refused));
        }
        return Answer.goTo(WayOn.path(visit.text("next")));
    }

    private void enter(Visit visit, String email, String password) {
        String token = accounts.signIn(visit.visitor(), email, password, visit.remoteAddress(), visit.device());
        visit.keepsakes().giveToken(token);
    }

    private Answer join(Visit visit) {
        Set<String> consents = new LinkedHashSet<>();
        if (visit.isTicked("marketing")) {
            consents.add("marketing");
        }
        if (visit.isTicked("terms")) {
            consents.add("terms");
        }
        try {
            accounts.join(
                    visit.visitor(),
                    new Joining(
                            visit.text("email"),
                            visit.secret("password"),
                            visit.text("name"),
                            visit.text("phone"),
                            consents,
                            visit.remoteAddress()));
            enter(visit, visit.text("email"), visit.secret("password"));
        } catch (DomainException refused) {
            return again(
                    visit, "join", Form.typed(visit, "email", "name", "phone").refused(refused));
        }
        return Answer.goTo(WayOn.path(visit.text("next")));
    }

    private static Answer again(Visit visit, String template, Form form) {
        return new Answer.Show(422, template, new FormPage(form, WayOn.name(visit.text("next")), null, Map.of()));
    }

    private Answer signOut(Visit visit) {
        if (visit.isSignedIn()) {
            accounts.signOut(visit.visitor());
        }
        visit.keepsakes().takeToken();
        return Answer.goTo("/");
    }
}
