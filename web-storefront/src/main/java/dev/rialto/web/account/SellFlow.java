package dev.rialto.web.account;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Member;
import dev.rialto.web.port.SellerPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** A member applies as a seller of the mall (A1). */
@ApplicationScoped
class SellFlow implements Flow {
    @Inject
    private AccountPort accounts;

    @Inject
    private SellerPort sellers;

    @Override
    public void addresses(Routes routes) {
        routes.get("/sell", this::form).post("/sell", this::apply);
    }

    private Answer form(Visit visit) {
        if (!visit.site().mall()) {
            return Answer.missing();
        }
        if (!visit.isSignedIn()) {
            return Answer.show("sell-first", new FormPage(Form.of(visit.wording(), Map.of()), "sell", null, Map.of()));
        }
        Member member = accounts.member(visit.visitor());
        Form form = Form.of(
                visit.wording(),
                Map.of(
                        "email", member.email(),
                        "phone", member.phone(),
                        "country", visit.site().country()));
        return page(visit, 200, form);
    }

    private Answer page(Visit visit, int status, Form form) {
        return new Answer.Show(
                status,
                "sell",
                new SellPage(form, sellers.standings(visit.visitor()), Countries.names(visit), visit.wording()));
    }

    private Answer apply(Visit visit) {
        if (!visit.site().mall()) {
            return Answer.missing();
        }
        if (!visit.isSignedIn()) {
            return Answer.goTo("/account/sign-in?next=sell");
        }
        try {
            sellers.apply(visit.visitor(), Typed.seller(visit));
        } catch (DomainException refused) {
            return page(visit, 422, Form.typed(visit, Typed.SELLER).refused(refused));
        }
        return Answer.goTo("/sell");
    }
}
