package dev.rialto.web.account;

import dev.rialto.web.shop.Form;

/**
 * The form behind a mailed link.
 *
 * @param link the secret of the link; empty when it opens nothing any more
 */
public record NewPasswordPage(Form form, String link) {
    public boolean isOpen() {
        return !link.isEmpty();
    }
}
