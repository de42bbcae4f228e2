package dev.rialto.verification;

/**
 * What a seller says about itself; blank is not filled in yet.
 *
 * @param country where the company is registered, two letters
 * @param representative the person who acts for it
 * @param registrationNumber in the register of companies; in Korea the business number
 * @param taxNumber the VAT number in the European Union
 * @param bankAccount an IBAN, or an account number as the country writes it
 * @param contactEmail shown to buyers, as is the phone
 */
public record VerificationDetails(
        String country,
        String legalName,
        String representative,
        String registrationNumber,
        String taxNumber,
        String address,
        String bankName,
        String bankAccount,
        String bankHolder,
        String contactEmail,
        String contactPhone) {
    private static final int SHOWN = 4;

    public VerificationDetails {
        country = country.strip();
        legalName = legalName.strip();
        representative = representative.strip();
        registrationNumber = registrationNumber.strip();
        taxNumber = taxNumber.strip();
        address = address.strip();
        bankName = bankName.strip();
        bankAccount = bankAccount.strip();
        bankHolder = bankHolder.strip();
        contactEmail = contactEmail.strip();
        contactPhone = contactPhone.strip();
    }

    static VerificationDetails blank() {
        return new VerificationDetails("", "", "", "", "", "", "", "", "", "", "");
    }

    /** The same for readers who need not know the account: only its last four characters are left. */
    VerificationDetails masked() {
        String end = bankAccount.length() <= SHOWN ? "" : bankAccount.substring(bankAccount.length() - SHOWN);
        return new VerificationDetails(
                country,
                legalName,
                representative,
                registrationNumber,
                taxNumber,
                address,
                bankName,
                bankAccount.isEmpty() ? "" : "•••• " + end,
                bankHolder,
                contactEmail,
                contactPhone);
    }
}
