package dev.rialto.payment;

import dev.rialto.kernel.Violations;

/**
 * An account of the mall for deposits.
 *
 * @param currency ISO 4217
 * @param position place in the shopper's list
 */
public record NewBankAccount(String bank, String number, String holder, String currency, int position) {

    /** Throws {@link PaymentError#PAYMENT_INVALID} with every wrong field. */
    void check() {
        new Violations()
                .text("bank", bank, 60)
                .text("number", number, 40)
                .text("holder", holder, 60)
                .check(currency.matches("[A-Z]{3}"), "currency", "currency_code")
                .raise(PaymentError.PAYMENT_INVALID);
    }
}
