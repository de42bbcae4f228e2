package dev.rialto.web.console.cards;

import dev.rialto.kernel.Ids;
import dev.rialto.recharge.RechargeSearch;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One recharge with each of its steps (E12). */
@Route(path = "/recharges/{recharge}", view = "recharge", permission = "recharge.view")
public class RechargePage implements ConsolePage {
    private final RechargeSearch search;
    private RechargeSearch.@Nullable Line line;
    private List<RechargeSearch.Step> steps = List.of();

    @Inject
    public RechargePage(RechargeSearch search) {
        this.search = search;
    }

    @Override
    public Outcome open(Visit visit) {
        line = search.view(visit.caller(), visit.id("recharge"));
        steps = search.steps(visit.caller(), visit.id("recharge"));
        return Outcome.show();
    }

    public RechargeSearch.Line line() {
        return Objects.requireNonNull(line);
    }

    public List<RechargeSearch.Step> steps() {
        return steps;
    }

    public String number() {
        return Ids.external("recharge", line().id());
    }

    /** The code's own page; empty when there was no code. */
    public String codePath() {
        return line().codeId() == null ? "" : "/codes/" + Ids.external("code", line().codeId());
    }

    public String tone() {
        return RechargesPage.tone(line().state());
    }
}
