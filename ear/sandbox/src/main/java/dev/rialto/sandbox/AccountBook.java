package dev.rialto.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts for single deposits. They stand in the same journal as the pages to pay on. */
final class AccountBook {
    private static final Map<String, String> BANKS = Map.of("KRW", "샌드박스은행", "JPY", "サンドボックス銀行", "CNY", "沙盒银行");

    private final SessionBook book;
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    AccountBook(SessionBook book, Journal journal) {
        this.book = book;
        journal.replay(this::apply);
    }

    private void apply(Entry entry) {
        if (entry.kind() == Entry.Kind.ACCOUNT_OPENED) {
            accounts.put(entry.session(), Account.of(entry));
        } else {
            accounts.computeIfPresent(entry.session(), (id, account) -> account.after(entry));
        }
    }

    /** Opens an account; the same request id finds the same one. */
    Account open(Account.Opening opening, boolean refuse) {
        Map<String, String> detail = new HashMap<>(opening.checked());
        synchronized (book) {
            Optional<Operation> known = book.operation(String.valueOf(opening.requestId()));
            if (known.isPresent()) {
                return find(known.get().session())
                        .orElseThrow(() -> new Refusal(
                                409, "request_id_reused", "request_id", "request_id was used for another request"));
            }
            if (refuse) {
                throw new Refusal(422, "refused", "the gateway refuses this account");
            }
            String digits = String.format(
                    "%012d", Math.floorMod(SessionBook.random(12).hashCode() * 7919L, 1_000_000_000_000L));
            detail.put("bank", BANKS.getOrDefault(opening.currency(), "Sandbox Bank"));
            detail.put("number", digits.substring(0, 3) + "-" + digits.substring(3, 9) + "-" + digits.substring(9));
            detail.put("holder", "Rialto Sandbox");
            return write(Entry.Kind.ACCOUNT_OPENED, "va_" + SessionBook.random(12), opening.requestId(), detail);
        }
    }

    private Account write(
            Entry.Kind kind,
            String id,
            @org.jspecify.annotations.Nullable String requestId,
            Map<String, String> detail) {
        Entry entry = book.write(kind, id, requestId, detail, this::apply);
        return require(entry.session());
    }

    Optional<Account> find(String id) {
        synchronized (book) {
            return Optional.ofNullable(accounts.get(id));
        }
    }

    Account require(String id) {
        return find(id).orElseThrow(() -> new Refusal(404, "not_found", "there is no such account"));
    }

    /** Money comes in: any amount, as buyers do. */
    Account payIn(String id, long amount, String payer) {
        synchronized (book) {
            Account account = require(id);
            if (amount < 1 || amount > 1_000_000_000_000L) {
                throw new Refusal(422, "invalid", "amount", "amount must be from 1 to 1,000,000,000,000 minor units");
            }
            if (!account.isOpenAt(book.now())) {
                throw new Refusal(409, "account_closed", "the account is closed; the bank sends the money back");
            }
            return write(Entry.Kind.PAID_IN, id, null, Map.of("amount", String.valueOf(amount), "payer", payer));
        }
    }

    /** Closes an account, once per request id. */
    Account close(String id, Change change) {
        synchronized (book) {
            Account account = require(id);
            if (account.state() == Account.State.CLOSED
                    || book.operation(change.checkedRequestId()).isPresent()) {
                return account;
            }
            return write(Entry.Kind.ACCOUNT_CLOSED, id, change.requestId(), Map.of());
        }
    }
}
