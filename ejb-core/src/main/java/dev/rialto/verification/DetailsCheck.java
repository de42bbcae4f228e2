package dev.rialto.verification;

import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is still wrong with a file; a draft may be, what is submitted may not. */
final class DetailsCheck {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> IBAN_COUNTRIES = Set.of("CH", "GB", "IS", "LI", "NO");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,180}\\.[^\\s@<>\",;]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{6,28}");

    private final VerificationDetails details;
    private final Violations violations = new Violations();

    private DetailsCheck(VerificationDetails details) {
        this.details = details;
    }

    /** All that keeps the file from being submitted. */
    static List<FieldError> problems(VerificationDetails details, int documents) {
        DetailsCheck check = new DetailsCheck(details);
        check.company();
        check.bank();
        check.contact();
        check.violations.check(documents > 0, "documents", "required");
        return check.violations.errors();
    }

    /** What even a draft must keep to. */
    static Violations lengths(VerificationDetails details) {
        return new Violations()
                .optionalText("country", details.country(), 2)
                .optionalText("legalName", details.legalName(), 200)
                .optionalText("representative", details.representative(), 100)
                .optionalText("registrationNumber", details.registrationNumber(), 50)
                .optionalText("taxNumber", details.taxNumber(), 50)
                .optionalText("address", details.address(), 500)
                .optionalText("bankName", details.bankName(), 100)
                .optionalText("bankAccount", details.bankAccount(), 50)
                .optionalText("bankHolder", details.bankHolder(), 100)
                .optionalText("contactEmail", details.contactEmail(), 254)
                .optionalText("contactPhone", details.contactPhone(), 30);
    }

    private void company() {
        String country = details.country();
        required("legalName", details.legalName());
        required("representative", details.representative());
        required("registrationNumber", details.registrationNumber());
        required("address", details.address());
        if (required("country", country)) {
            violations.check(COUNTRIES.contains(country), "country", "unknown");
        }
        if (country.equals("KR") && !details.registrationNumber().isEmpty()) {
            violations.check(
                    CompanyNumbers.isKoreanBusiness(details.registrationNumber()), "registrationNumber", "check_digit");
        }
        if (CompanyNumbers.hasVat(country) && required("taxNumber", details.taxNumber())) {
            violations.check(CompanyNumbers.isVat(country, details.taxNumber()), "taxNumber", "vat_form");
        }
    }

    private void bank() {
        required("bankName", details.bankName());
        required("bankHolder", details.bankHolder());
        if (!required("bankAccount", details.bankAccount())) {
            return;
        }
        String country = details.country();
        if (CompanyNumbers.hasVat(country) || IBAN_COUNTRIES.contains(country)) {
            violations.check(CompanyNumbers.isIban(details.bankAccount()), "bankAccount", "iban");
        } else if (country.equals("KR")) {
            violations.check(CompanyNumbers.isKoreanAccount(details.bankAccount()), "bankAccount", "account_form");
        }
    }

    private void contact() {
        if (required("contactEmail", details.contactEmail())) {
            violations.check(EMAIL.matcher(details.contactEmail()).matches(), "contactEmail", "not_email");
        }
        if (required("contactPhone", details.contactPhone())) {
            violations.check(PHONE.matcher(details.contactPhone()).matches(), "contactPhone", "not_phone");
        }
    }

    private boolean required(String field, String value) {
        violations.check(!value.isEmpty(), field, "required");
        return !value.isEmpty();
    }
}
