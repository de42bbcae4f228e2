package dev.rialto.web.console.terms;

import dev.rialto.terms.Terms;
import dev.rialto.web.console.BeforeChange;
import dev.rialto.web.console.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** A seller changes nothing before the latest terms are accepted. */
@ApplicationScoped
class TermsFirst implements BeforeChange {
    /** Where the terms are accepted, and the ways out. */
    private static final Set<String> FREE = Set.of("terms", "sign-in", "sign-out", "sides");

    @Inject
    private Terms terms;

    @Override
    public void check(Visit visit, String view) {
        if (visit.isSeller() && !FREE.contains(view)) {
            terms.requireAccepted(visit.caller());
        }
    }
}
