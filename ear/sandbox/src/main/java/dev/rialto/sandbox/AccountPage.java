package dev.rialto.sandbox;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where one pays into an account, in place of one's own bank. */
final class AccountPage {
    private final AccountBook accounts;
    private final Template layout = new Template("layout.html");
    private final Template page = new Template("account.html");

    AccountPage(AccountBook accounts) {
        this.accounts = accounts;
    }

    void answer(Call call) throws IOException {
        Account account = accounts.require(call.pathAfter("/account/")[0]);
        if (call.is("POST")) {
            Map<String, String> form = call.form();
            String typed = form.getOrDefault("amount", "").replaceAll("[\\s,]", "");
            if (!typed.matches("\\d{1,13}")) {
                throw new Refusal(422, "invalid", "amount", "amount must be whole minor units");
            }
            accounts.payIn(account.id(), Long.parseLong(typed), form.getOrDefault("payer", ""));
            call.redirect("/account/" + account.id());
        } else {
            call.page(200, shown(account), "");
        }
    }

    private String shown(Account account) {
        Words words = Words.in(account.language());
        Map<String, String> values = new HashMap<>();
        values.put("account", account.id());
        values.put("lang", words.language());
        values.put("languages", "");
        values.put("bank", account.bank());
        values.put("number", account.number());
        values.put("due", String.valueOf(account.amount()));
        values.put("amount", words.money(account.amount(), account.currency()));
        values.put("received", words.money(account.received(), account.currency()));
        values.put("head", "");
        values.put("page_title", words.of("account_title"));
        values.put("body", page.fill(words, values));
        return layout.fill(words, values);
    }
}
