package dev.rialto.verification;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers whose form can be checked without asking anybody. */
final class CompanyNumbers {
    private static final int[] KOREAN_WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern KOREAN_ACCOUNT = Pattern.compile("[0-9]{10,14}");

    /** The letters behind which a VAT number stands differ from the country's code for Greece alone. */
    private static final Map<String, String> VAT = Map.ofEntries(
            Map.entry("AT", "ATU[0-9]{8}"),
            Map.entry("BE", "BE[01][0-9]{9}"),
            Map.entry("BG", "BG[0-9]{9,10}"),
            Map.entry("CY", "CY[0-9]{8}[A-Z]"),
            Map.entry("CZ", "CZ[0-9]{8,10}"),
            Map.entry("DE", "DE[0-9]{9}"),
            Map.entry("DK", "DK[0-9]{8}"),
            Map.entry("EE", "EE[0-9]{9}"),
            Map.entry("ES", "ES[A-Z0-9][0-9]{7}[A-Z0-9]"),
            Map.entry("FI", "FI[0-9]{8}"),
            Map.entry("FR", "FR[A-HJ-NP-Z0-9]{2}[0-9]{9}"),
            Map.entry("GR", "EL[0-9]{9}"),
            Map.entry("HR", "HR[0-9]{11}"),
            Map.entry("HU", "HU[0-9]{8}"),
            Map.entry("IE", "IE[0-9][A-Z0-9+*][0-9]{5}[A-Z]{1,2}"),
            Map.entry("IT", "IT[0-9]{11}"),
            Map.entry("LT", "LT([0-9]{9}|[0-9]{12})"),
            Map.entry("LU", "LU[0-9]{8}"),
            Map.entry("LV", "LV[0-9]{11}"),
            Map.entry("MT", "MT[0-9]{8}"),
            Map.entry("NL", "NL[0-9]{9}B[0-9]{2}"),
            Map.entry("PL", "PL[0-9]{10}"),
            Map.entry("PT", "PT[0-9]{9}"),
            Map.entry("RO", "RO[0-9]{2,10}"),
            Map.entry("SE", "SE[0-9]{12}"),
            Map.entry("SI", "SI[0-9]{8}"),
            Map.entry("SK", "SK[0-9]{10}"));

    private CompanyNumbers() {}

    /** Is the country of the European Union, so that its companies have a VAT number? */
    static boolean hasVat(String country) {
        return VAT.containsKey(country);
    }

    static boolean isVat(String country, String number) {
        String pattern = VAT.get(country);
        return pattern != null && plain(number).matches(pattern);
    }

    /** A Korean business number: ten digits of which the last one checks the others. */
    static boolean isKoreanBusiness(String number) {
        String digits = plain(number);
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < KOREAN_WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * KOREAN_WEIGHTS[i];
        }
        // the ninth digit counts with both digits of its product
        sum += (digits.charAt(8) - '0') * 5 / 10;
        return (10 - sum % 10) % 10 == digits.charAt(9) - '0';
    }

    /** An IBAN by ISO 13616: moved by four and read as a number, it leaves one when divided by 97. */
    static boolean isIban(String account) {
        String iban = plain(account);
        if (!IBAN.matcher(iban).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    static boolean isKoreanAccount(String account) {
        return KOREAN_ACCOUNT.matcher(plain(account)).matches();
    }

    /** Without the signs people set numbers apart with. */
    static String plain(String number) {
        return number.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
}
