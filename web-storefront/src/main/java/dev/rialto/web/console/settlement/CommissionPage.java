package dev.rialto.web.console.settlement;

import dev.rialto.commission.CommissionFilter;
import dev.rialto.commission.CommissionRule;
import dev.rialto.commission.Commissions;
import dev.rialto.commission.NewCommissionRule;
import dev.rialto.commission.SampleCost;
import dev.rialto.commission.SampleSale;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesParty;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mall's commission rules; what a sale would cost by them, or by one that is not kept yet. */
@Route(
        path = "/settlement/commission",
        view = "commission",
        permission = "settlement.view",
        menu = Section.SETTLEMENT,
        rank = 40)
public class CommissionPage implements ConsolePage {
    private static final int PAGE = 50;
    private static final String END = "end.";

    private final Commissions commissions;
    private final Categories categories;
    private final Sales sales;
    private final SiteDirectory sites;
    private final Clock clock;
    private Page<CommissionRule> found = new Page<>(List.of(), null);
    private List<CategoryNode> tree = List.of();
    private List<SalesParty> parties = List.of();
    private @Nullable SampleCost cost;
    private @Nullable SampleCost tried;

    @Inject
    public CommissionPage(
            Commissions commissions, Categories categories, Sales sales, SiteDirectory sites, Clock clock) {
        this.commissions = commissions;
        this.categories = categories;
        this.sales = sales;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        tree = categories.tree(visit.caller(), visit.language());
        parties = sales.parties(visit.caller());
        CommissionRule.State state = Arrays.stream(CommissionRule.State.values())
                .filter(each -> each.key().equals(visit.query("state")))
                .findFirst()
                .orElse(null);
        found = commissions.list(
                visit.caller(),
                new CommissionFilter(
                        state,
                        null,
                        today(visit),
                        visit.language(),
                        visit.isReturned()
                                ? null
                                : visit.entries().optional("after").orElse(null),
                        PAGE));
        if (!visit.isReturned() && !visit.query("price").isEmpty()) {
            cost = commissions.preview(visit.caller(), sale(visit));
        }
        return Outcome.show();
    }

    private SampleSale sale(Visit visit) {
        Entries entries = visit.entries();
        UUID seller = visit.isSeller()
                ? visit.caller().requireTenant()
                : entries.id("for").orElse(null);
        UUID category = entries.id("of").orElse(null);
        entries.check(seller != null, "for", "required").check(category != null, "of", "required");
        String currency = entries.text("money").matches("[A-Z]{3}") ? entries.text("money") : RuleForm.currency(visit);
        SampleSale sale = new SampleSale(
                seller == null ? new UUID(0, 0) : seller,
                entries.id("at").orElseGet(() -> sites.mall(visit.caller()).id()),
                category == null ? new UUID(0, 0) : category,
                RuleForm.price(entries, "price", currency),
                RuleForm.day(entries, "on").orElse(today(visit)));
        entries.raise();
        return sale;
    }

    private LocalDate today(Visit visit) {
        return LocalDate.ofInstant(clock.instant(), visit.house().zone());
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("add")) {
            NewCommissionRule rule = RuleForm.rule(visit, today(visit));
            commissions.add(visit.caller(), rule);
            return Outcome.go(visit.path(), "done.commission-added", rule.name());
        }
        if (action.equals("try")) {
            NewCommissionRule rule = RuleForm.rule(visit, today(visit));
            SampleSale sample =
                    RuleForm.sample(visit, rule, sites.mall(visit.caller()).id());
            tried = commissions.tryOut(visit.caller(), rule, sample);
            visit.fill("tried", "yes");
            return open(visit);
        }
        if (action.startsWith(END)) {
            return end(visit, action.substring(END.length()));
        }
        throw ConsoleError.UNKNOWN_ACTION.now();
    }

    private Outcome end(Visit visit, String key) {
        Entries entries = visit.entries();
        long version = entries.whole("version");
        LocalDate last = RuleForm.day(entries, "validUntil").orElse(today(visit));
        entries.raise();
        commissions.end(
                visit.caller(),
                Ids.parse("commission", key).orElseThrow(ConsoleError.UNKNOWN_ACTION::now),
                last,
                entries.text("reason"),
                version);
        return Outcome.go(visit.path(), "done.commission-ended", entries.text("ruleName"));
    }

    public Page<CommissionRule> rules() {
        return found;
    }

    public List<String> states() {
        return Arrays.stream(CommissionRule.State.values())
                .map(CommissionRule.State::key)
                .toList();
    }

    public String state(CommissionRule rule, Visit visit) {
        return rule.on(today(visit)).key();
    }

    public String tone(CommissionRule rule, Visit visit) {
        return switch (rule.on(today(visit))) {
            case CURRENT -> "chip-good";
            case FUTURE -> "chip-info";
            case ENDED -> "";
        };
    }

    public boolean isEndable(CommissionRule rule, Visit visit) {
        return visit.may("commission.edit") && rule.on(today(visit)) != CommissionRule.State.ENDED;
    }

    public String key(CommissionRule rule) {
        return Ids.external("commission", rule.id());
    }

    /** Whom a rule is for, in words. */
    public String scope(CommissionRule rule, Visit visit) {
        String scope = String.join(
                " · ",
                Stream.of(rule.sellerName(), rule.siteName(), rule.categoryName(), rule.currency())
                        .filter(Objects::nonNull)
                        .toList());
        return scope.isEmpty() ? visit.say("commission.everything") : scope;
    }

    /** Rate and amounts of a rule, in words. */
    public String price(CommissionRule rule, Visit visit) {
        return RuleWords.price(rule.terms(), rule.currency(), visit);
    }

    public String today(CommissionRule rule, Visit visit) {
        LocalDate today = today(visit);
        return (rule.validFrom().isAfter(today) ? rule.validFrom() : today).toString();
    }

    public String firstDay(Visit visit) {
        return today(visit).toString();
    }

    public @Nullable SampleCost cost() {
        return cost;
    }

    public @Nullable SampleCost tried() {
        return tried;
    }

    /** What held for a sample, in words. */
    public String terms(SampleCost sample, Visit visit) {
        return RuleWords.terms(sample.terms(), sample.fee().currency(), visit);
    }

    public List<Option> parties(String kind) {
        return parties.stream()
                .filter(party -> party.kind().equals(kind))
                .map(party -> new Option(party.id().toString(), party.name()))
                .toList();
    }

    /** Goods have minor categories; a rule may be for a major one too. */
    public List<Option> categories(boolean alsoMajor) {
        return tree.stream()
                .flatMap(major -> Stream.concat(
                        alsoMajor ? Stream.of(option(major, major.name())) : Stream.of(),
                        major.children().stream().map(minor -> option(minor, major.name()))))
                .toList();
    }

    private static Option option(CategoryNode node, String group) {
        return new Option(node.id().toString(), node.name(), group);
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(code -> new Option(code, code))
                .toList();
    }
}
