package dev.rialto.web.account;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Member;
import dev.rialto.web.port.OrdersPort;
import dev.rialto.web.port.SellerPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The member's own page and its small forms; nobody else sees any of it. */
@ApplicationScoped
class AccountFlow implements Flow {
    @Inject
    private AccountPort accounts;

    @Inject
    private OrdersPort orders;

    @Inject
    private SellerPort sellers;

    @Override
    public void addresses(Routes routes) {
        routes.get("/account", signedIn(visit -> page(visit, 200, Forms.none())))
                .post("/account/profile", signedIn(this::profile))
                .post("/account/portrait", signedIn(this::portrait))
                .post(
                        "/account/consents",
                        then(
                                "saved",
                                visit -> accounts.consent(
                                        visit.visitor(),
                                        visit.text("kind"),
                                        visit.text("given").equals("true"))))
                .post(
                        "/account/sessions/end",
                        then("ended", visit -> accounts.endSession(visit.visitor(), visit.text("session"))));
    }

    private static Function<Visit, Answer> signedIn(Function<Visit, Answer> page) {
        return visit -> visit.isSignedIn() ? page.apply(visit) : Answer.goTo("/account/sign-in");
    }

    private static Function<Visit, Answer> then(String notice, Consumer<Visit> change) {
        return signedIn(visit -> {
            change.accept(visit);
            return Answer.goTo("/account?notice=" + notice);
        });
    }

    /** The forms of the page that were refused; the others are filled from the account. */
    private record Forms(@Nullable Form profile, @Nullable Form portrait) {
        static Forms none() {
            return new Forms(null, null);
        }
    }

    private Answer page(Visit visit, int status, Forms forms) {
        Member member = accounts.member(visit.visitor());
        return new Answer.Show(
                status,
                "account",
                new AccountPage(
                        member,
                        orders.mine(visit.visitor()),
                        sellers.standings(visit.visitor()),
                        forms.profile() == null ? profileOf(member, visit) : forms.profile(),
                        forms.portrait() == null
                                ? Choosing.form(visit, accounts.portrait(visit.visitor()))
                                : forms.portrait(),
                        Choosing.in(
                                visit,
                                accounts.choices(visit.visitor(), visit.site().country())),
                        Countries.languages(),
                        notice(visit),
                        visit.wording()));
    }

    private static @Nullable String notice(Visit visit) {
        String key = "account.notice." + visit.text("notice");
        return visit.wording().texts().containsKey(key) ? visit.wording().say(key) : null;
    }

    private static Form profileOf(Member member, Visit visit) {
        return Form.of(
                visit.wording(), Map.of("name", member.name(), "phone", member.phone(), "language", member.language()));
    }

    private Answer profile(Visit visit) {
        try {
            accounts.changeProfile(visit.visitor(), visit.text("name"), visit.text("phone"), visit.text("language"));
        } catch (DomainException refused) {
            Form form = Form.typed(visit, "name", "phone", "language").refused(refused);
            return page(visit, 422, new Forms(form, null));
        }
        return Answer.goTo("/account?notice=saved");
    }

    private Answer portrait(Visit visit) {
        try {
            accounts.changePortrait(visit.visitor(), Choosing.typed(visit));
        } catch (DomainException refused) {
            Form form = Choosing.form(visit, Choosing.typed(visit)).refused(refused);
            return page(visit, 422, new Forms(null, form));
        }
        return Answer.goTo("/account?notice=saved");
    }
}
