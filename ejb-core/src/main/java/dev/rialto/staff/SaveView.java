package dev.rialto.staff;

import dev.rialto.kernel.Violations;
import java.util.Collection;

/**
 * The wish to keep a way to look at a list; one of the same name is replaced.
 *
 * @param query filters and columns, encoded as in an address
 */
public record SaveView(String list, String name, String query, boolean shared) {
    static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2_000;

    void raiseIfWrong(Collection<String> lists) {
        Violations violations = new Violations();
        violations.text("name", name, LONGEST_NAME);
        violations.check(lists.contains(list), "list", "unknown");
        violations.check(query.length() <= LONGEST_QUERY, "query", "too_long", LONGEST_QUERY);
        violations.check(query.matches("[A-Za-z0-9%&=+._*~-]*"), "query", "invalid");
        violations.raise(StaffError.INVALID_VIEW);
    }
}
