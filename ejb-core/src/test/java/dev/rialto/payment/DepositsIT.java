package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepositsIT {
    private static final Caller WORKER = Caller.worker("test");
    private static final Caller STAFF = Caller.operator(Ids.next(), Set.of("payment.confirm"), "test");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);
    private static final Money PRICE = new Money(30_000, "KRW");

    @TempDir
    static Path folder;

    static TestMall mall;
    static Shop shop;
    static Deposits deposits;
    static UUID account;

    @BeforeAll
    static void open() {
        FakeGateway.prefer();
        mall = TestMall.empty(folder, FakeGateway.class);
        shop = new Shop(mall);
        deposits = mall.get(Deposits.class);
        account = deposits.addAccount(WORKER, new NewBankAccount("Hangang Bank", "110-222-333", "Rialto", "KRW", 1));
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static UUID waiting() {
        UUID checkout = shop.checkout();
        return deposits.open(WORKER, new OpenDeposit(checkout, shop.site, shop.order(checkout), PRICE, account, DUE));
    }

    private static PaymentView view(UUID payment) {
        return mall.get(PaymentDesk.class).view(WORKER, payment);
    }

    private static void refused(ErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    @Tag("D50")
    void theShopperChoosesAmongTheAccountsOfTheCurrency() {
        assertThat(deposits.accounts(Caller.anonymous("t"), "KRW"))
                .extracting(BankAccountView::bank)
                .contains("Hangang Bank");
        assertThat(deposits.accounts(Caller.anonymous("t"), "USD")).isEmpty();
    }

    @Test
    @Tag("D50")
    void theChosenAccountAndTheDueDateAreKept() {
        PaymentView view = view(waiting());
        assertThat(view.state()).isEqualTo(PaymentState.AWAITING_DEPOSIT);
        assertThat(view.bankAccount()).extracting(BankAccountView::number).isEqualTo("110-222-333");
        assertThat(view.dueOn()).isEqualTo(DUE);
    }

    @Test
    @Tag("D80")
    void aConfirmedDepositIsPaidOnceAndAudited() {
        UUID payment = waiting();
        ConfirmDeposit seen = new ConfirmDeposit(payment, PRICE, "statement of 9 March, line 4");
        assertThat(deposits.confirm(STAFF, seen).state()).isEqualTo(PaymentState.CAPTURED);
        refused(PaymentError.PAYMENT_STATE, () -> deposits.confirm(STAFF, seen));
        assertThat(mall.value(String.class, "select reason from audit where subject_id = ?", payment.toString()))
                .isEqualTo("statement of 9 March, line 4");
    }

    @Test
    void anotherAmountIsNotConfirmed() {
        UUID payment = waiting();
        ConfirmDeposit less = new ConfirmDeposit(payment, new Money(29_999, "KRW"), "short");
        refused(PaymentError.AMOUNT_DIFFERS, () -> deposits.confirm(STAFF, less));
        assertThat(view(payment).state()).isEqualTo(PaymentState.AWAITING_DEPOSIT);
    }

    @Test
    void onlyStaffWithTheRightConfirmsAndGivesAReason() {
        UUID payment = waiting();
        Caller viewer = Caller.operator(Ids.next(), Set.of(), "t");
        refused(PaymentError.NOT_PERMITTED, () -> deposits.confirm(viewer, new ConfirmDeposit(payment, PRICE, "x")));
        refused(PaymentError.PAYMENT_INVALID, () -> deposits.confirm(STAFF, new ConfirmDeposit(payment, PRICE, " ")));
        refused(
                PaymentError.PAYMENT_NOT_FOUND,
                () -> deposits.confirm(STAFF, new ConfirmDeposit(Ids.next(), PRICE, "x")));
    }

    @Test
    @Tag("D54")
    void aDepositLapsesAfterItsDueDateAndNotBefore() {
        UUID payment = waiting();
        assertThat(deposits.overdue(WORKER, DUE, 1_000))
                .noneMatch(late -> late.paymentId().equals(payment));
        assertThat(deposits.overdue(WORKER, DUE.plusDays(1), 1_000))
                .anyMatch(late -> late.paymentId().equals(payment));
        assertThat(deposits.lapse(WORKER, payment)).isTrue();
        assertThat(deposits.lapse(WORKER, payment)).isFalse();
        refused(PaymentError.PAYMENT_STATE, () -> deposits.confirm(STAFF, new ConfirmDeposit(payment, PRICE, "late")));
    }

    @Test
    void anUnknownAccountOrAnotherCurrencyIsRefused() {
        UUID checkout = shop.checkout();
        UUID order = shop.order(checkout);
        refused(
                PaymentError.BANK_ACCOUNT_NOT_FOUND,
                () -> deposits.open(
                        WORKER, new OpenDeposit(checkout, shop.site, order, new Money(5, "USD"), account, DUE)));
    }

    @Test
    void choosingDepositGivesTheOpenCardPageUp() {
        UUID checkout = shop.checkout();
        PaymentDesk desk = mall.get(PaymentDesk.class);
        UUID card = desk.prepare(WORKER, shop.card(checkout, 30_000));
        desk.start(WORKER, card);
        deposits.open(WORKER, new OpenDeposit(checkout, shop.site, shop.order(checkout), PRICE, account, DUE));
        assertThat(view(card).state()).isEqualTo(PaymentState.VOIDED);
    }

    @Test
    void anAccountTakenOffTheListIsNotChosenAnyMore() {
        UUID old = deposits.addAccount(WORKER, new NewBankAccount("Old Bank", "9", "Rialto", "JPY", 1));
        deposits.removeAccount(WORKER, old);
        assertThat(deposits.accounts(Caller.anonymous("t"), "JPY")).isEmpty();
    }
}
