package dev.rialto.kernel;

import java.util.regex.Pattern;

/** Card numbers never reach the mall: texts that hold one are refused. */
public final class CardNumbers {
    private static final Pattern LONG_NUMBER = Pattern.compile("(?:\\d[ -]?){12,18}\\d");

    private CardNumbers() {}

    /** Does the text hold what looks like a card number? */
    public static boolean areIn(String text) {
        return LONG_NUMBER
                .matcher(text)
                .results()
                .anyMatch(found -> isLuhn(found.group().replaceAll("\\D", "")));
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
