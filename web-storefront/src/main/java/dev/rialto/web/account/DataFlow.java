package dev.rialto.web.account;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Everything the mall keeps about the member: to read, to take away, and to have erased. */
@ApplicationScoped
class DataFlow implements Flow {
    @Inject
    private AccountPort accounts;

    @Override
    public void addresses(Routes routes) {
        routes.get("/account/data", signedIn(visit -> page(visit, 200, Form.of(visit.wording(), Map.of()))))
                .get("/account/export", signedIn(this::export))
                .post("/account/erase", signedIn(this::erase));
    }

    private static Function<Visit, Answer> signedIn(Function<Visit, Answer> page) {
        return visit -> visit.isSignedIn() ? page.apply(visit) : Answer.goTo("/account/sign-in");
    }

    private Answer page(Visit visit, int status, Form form) {
        return new Answer.Show(
                status,
                "data",
                DataPage.of(
                        accounts.export(visit.visitor()),
                        visit,
                        accounts.choices(visit.visitor(), visit.site().country())
                                .regions(),
                        form));
    }

    private Answer export(Visit visit) {
        byte[] json = accounts.export(visit.visitor()).getBytes(StandardCharsets.UTF_8);
        return new Answer.File(
                "application/json;charset=utf-8",
                json,
                Map.of("Content-Disposition", "attachment; filename=\"account.json\"", "Cache-Control", "no-store"));
    }

    private Answer erase(Visit visit) {
        try {
            accounts.erase(visit.visitor(), visit.secret("password"));
        } catch (DomainException refused) {
            return page(visit, 422, Form.typed(visit).refused(refused));
        }
        visit.keepsakes().takeToken();
        return Answer.goTo("/account/sign-in?notice=erased");
    }
}
