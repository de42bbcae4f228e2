package dev.rialto.web.recharge;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.RechargePort;
import dev.rialto.web.port.RechargePort.Entry;
import dev.rialto.web.port.RechargePort.Recharge;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The recharge page, on shops of channels alone; elsewhere there is nothing at its address. */
@ApplicationScoped
class RechargeFlow implements Flow {
    private static final String[] FIELDS = {"name", "contact", "account", "proof", "code"};
    private static final int UNREADABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    private Instance<RechargePort> port;

    @Override
    public void addresses(Routes routes) {
        routes.get("/recharge", visit -> offered(visit, this::form))
                .post("/recharge", visit -> offered(visit, this::act))
                .get("/recharge/{recharge}", visit -> offered(visit, this::outcome));
    }

    private Answer offered(Visit visit, Function<Visit, Answer> answer) {
        return port.isResolvable() && port.get().isOffered(visit.visitor()) ? answer.apply(visit) : Answer.missing();
    }

    private Answer form(Visit visit) {
        Form empty = Form.typed(visit, FIELDS);
        return Answer.show("recharge", new RechargePage(empty, newKey(), null, null));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Answer act(Visit visit) {
        return visit.text("do").equals("send") ? send(visit) : redeem(visit);
    }

    private Answer send(Visit visit) {
        Form typed = Form.typed(visit, FIELDS);
        try {
            port.get().sendProof(visit.visitor(), visit.text("contact"), visit.remoteAddress());
        } catch (DomainException refused) {
            return new Answer.Show(
                    UNREADABLE, "recharge", new RechargePage(typed.refused(refused), newKey(), null, null));
        }
        return Answer.show("recharge", new RechargePage(typed, newKey(), visit.text("contact"), null));
    }

    private Answer redeem(Visit visit) {
        Entry entry = new Entry(
                visit.text("request"),
                visit.text("name"),
                visit.text("contact"),
                visit.text("account"),
                visit.text("proof"),
                visit.text("code"),
                visit.remoteAddress(),
                visit.optional("solution"));
        try {
            Recharge recharge = port.get().redeem(visit.visitor(), entry);
            return Answer.goTo("/recharge/" + recharge.id());
        } catch (DomainException refused) {
            return again(visit, refused);
        }
    }

    /** What was typed stays; a new form is a new request. */
    private Answer again(Visit visit, DomainException refused) {
        boolean tooMany =
                refused.fields().stream().anyMatch(field -> field.field().equals("challenge"));
        @Nullable String riddle = tooMany ? port.get().riddle(visit.visitor()) : null;
        Form form = Form.typed(visit, FIELDS).refused(refused);
        return new Answer.Show(
                tooMany ? TOO_MANY : UNREADABLE, "recharge", new RechargePage(form, newKey(), null, riddle));
    }

    private Answer outcome(Visit visit) {
        Recharge recharge = port.get().recharge(visit.visitor(), visit.part("recharge"));
        return Answer.show("recharged", new RechargedPage(recharge, visit.inLanguage(recharge.product())));
    }
}
