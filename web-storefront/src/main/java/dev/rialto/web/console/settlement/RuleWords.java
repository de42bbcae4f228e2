package dev.rialto.web.console.settlement;

import dev.rialto.commission.CommissionTerms;
import dev.rialto.web.console.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commission in words. */
final class RuleWords {
    private RuleWords() {}

    /** Rate and amounts. */
    static String price(CommissionTerms terms, @Nullable String currency, Visit visit) {
        List<String> parts = new ArrayList<>();
        parts.add(visit.show().percent(terms.rateBp()));
        if (currency != null) {
            if (terms.fixedMinor() > 0) {
                parts.add("+ " + visit.show().money(terms.fixedMinor(), currency));
            }
            if (terms.floorMinor() != null) {
                parts.add(visit.say("commission.at-least", visit.show().money(terms.floorMinor(), currency)));
            }
            if (terms.capMinor() != null) {
                parts.add(visit.say("commission.at-most", visit.show().money(terms.capMinor(), currency)));
            }
        }
        return String.join(", ", parts).replace(", +", " +");
    }

    /** The rule's name with what it takes; or that the seller's own rate holds. */
    static String terms(CommissionTerms terms, String currency, Visit visit) {
        String name =
                terms.ruleId() == null && terms.name().isEmpty() ? visit.say("commission.own-rate") : terms.name();
        return name + ": " + price(terms, currency, visit);
    }
}
