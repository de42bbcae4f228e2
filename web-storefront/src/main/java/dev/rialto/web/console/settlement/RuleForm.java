package dev.rialto.web.console.settlement;

import dev.rialto.commission.NewCommissionRule;
import dev.rialto.commission.SampleSale;
import dev.rialto.kernel.Money;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads commission rules and sample sales from what was typed. */
final class RuleForm {
    /** Stands for whichever seller or category, where a rule is tried that is not kept. */
    private static final UUID ANY = new UUID(0, 0);

    private RuleForm() {}

    static NewCommissionRule rule(Visit visit, LocalDate today) {
        Entries entries = visit.entries();
        String currency = entries.text("currency");
        String counted = isCurrency(currency) ? currency : currency(visit);
        NewCommissionRule rule = new NewCommissionRule(
                entries.text("name"),
                new NewCommissionRule.Scope(
                        entries.id("company").orElse(null),
                        entries.id("shop").orElse(null),
                        entries.id("category").orElse(null),
                        currency.isEmpty() ? null : currency),
                entries.basisPoints("rate"),
                entries.minor("fixed", counted).orElse(0L),
                entries.minor("floor", counted).orElse(null),
                entries.minor("cap", counted).orElse(null),
                entries.basisPoints("feeTax"),
                day(entries, "validFrom").orElse(today),
                day(entries, "validUntil").orElse(null));
        entries.raise();
        return rule;
    }

    /** The sale that a rule is tried on; where the rule is for all, it stands for any. */
    static SampleSale sample(Visit visit, NewCommissionRule rule, UUID mallSite) {
        String currency =
                rule.scope().currency() == null ? currency(visit) : rule.scope().currency();
        Money price = price(visit.entries(), "sample", currency);
        visit.entries().raise();
        return new SampleSale(
                or(rule.scope().tenantId(), ANY),
                or(rule.scope().siteId(), mallSite),
                or(rule.scope().categoryId(), ANY),
                price,
                rule.validFrom());
    }

    private static UUID or(@Nullable UUID id, UUID other) {
        return id == null ? other : id;
    }

    static Money price(Entries entries, String name, String currency) {
        return new Money(
                entries.minor(name, currency).orElseGet(() -> {
                    entries.check(!entries.text(name).isEmpty(), name, "required");
                    return 0L;
                }),
                currency);
    }

    static Optional<LocalDate> day(Entries entries, String name) {
        return entries.optional(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                entries.check(false, name, "not_date");
                return Optional.empty();
            }
        });
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
    }

    static String currency(Visit visit) {
        return visit.house().currencies().get(0);
    }
}
