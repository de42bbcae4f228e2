package dev.rialto.sandbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the shopper typed on the card page.
 *
 * @param number as typed
 * @param expiry as typed, month and year
 * @param cvc as typed
 * @param keep may the card be kept?
 */
record CardForm(String number, String expiry, String cvc, boolean keep) {
    static final CardForm EMPTY = new CardForm("", "", "", false);

    static CardForm of(Map<String, String> form) {
        return new CardForm(
                form.getOrDefault("number", "").strip(),
                form.getOrDefault("expiry", "").strip(),
                form.getOrDefault("cvc", "").strip(),
                form.containsKey("keep"));
    }

    String digits() {
        return number.replaceAll("[\\s-]", "");
    }

    /** What is wrong, by field: the code of the message. */
    Map<String, String> errors(LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        put(errors, "number", numberError());
        put(errors, "expiry", expiryError(today));
        put(errors, "cvc", cvc.isEmpty() ? "cvc_required" : cvc.matches("\\d{3,4}") ? "" : "cvc_form");
        return errors;
    }

    private static void put(Map<String, String> errors, String field, String code) {
        if (!code.isEmpty()) {
            errors.put(field, code);
        }
    }

    private String numberError() {
        if (number.isEmpty()) {
            return "number_required";
        }
        if (!digits().matches("\\d{12,19}") || !passesLuhn(digits())) {
            return "number_form";
        }
        return TestCard.of(digits()).isPresent() ? "" : "number_not_test";
    }

    /** The check digit that every card number ends with. */
    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** MM/YY of an expiry without errors. */
    String plainExpiry() {
        String plain = expiry.replaceAll("[\\s/-]", "");
        return plain.substring(0, 2) + "/" + plain.substring(plain.length() - 2);
    }

    private String expiryError(LocalDate today) {
        if (expiry.isEmpty()) {
            return "expiry_required";
        }
        String plain = expiry.replaceAll("[\\s/-]", "");
        if (!plain.matches("\\d{4}|\\d{6}")) {
            return "expiry_form";
        }
        try {
            int year = Integer.parseInt(plain.substring(2));
            YearMonth month = YearMonth.of(year < 100 ? 2000 + year : year, Integer.parseInt(plain.substring(0, 2)));
            return month.isBefore(YearMonth.from(today)) ? "expiry_past" : "";
        } catch (DateTimeException e) {
            return "expiry_form";
        }
    }
}
