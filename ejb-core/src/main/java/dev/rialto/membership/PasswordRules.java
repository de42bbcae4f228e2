package dev.rialto.membership;

import dev.rialto.kernel.Violations;
import java.util.Locale;

/** What a password must be: long enough to guess badly, and none that everybody tries first. */
final class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private PasswordRules() {}

    /** Adds what is wrong with a password; the account's own address is no secret either. */
    static void check(Violations violations, String field, String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (password.isEmpty()) {
            violations.add(field, "required");
        } else if (length < SHORTEST) {
            violations.add(field, "too_short", SHORTEST);
        } else if (length > LONGEST) {
            violations.add(field, "too_long", LONGEST);
        } else if (CommonPasswords.contains(password) || isFromAddress(password, email)) {
            violations.add(field, "too_common");
        }
    }

    private static boolean isFromAddress(String password, String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        String local = email.contains("@") ? email.substring(0, email.indexOf('@')) : email;
        return lower.equals(email)
                || (local.length() > 3 && CommonPasswords.core(lower).equals(local));
    }
}
