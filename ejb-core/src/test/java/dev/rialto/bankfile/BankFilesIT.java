package dev.rialto.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.order.OrderState;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.seller.Permissions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankFilesIT {
    private static final CsvMapping MAPPING = new CsvMapping("거래일", "yyyy.MM.dd", "입금액", false, "보낸분", "내용", "KRW");

    @TempDir
    static Path folder;

    static ShopFixture shop;
    static BankFiles files;
    static BankEntries entries;
    static Orders orders;
    static Caller operator;
    private static int reference;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        files = shop.mall.get(BankFiles.class);
        entries = shop.mall.get(BankEntries.class);
        orders = shop.mall.get(Orders.class);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** An order of 9,500 won and 3,000 for delivery that waits for its deposit. */
    private static PlacedOrder waiting() {
        Caller guest = shop.guest();
        return ((PayResult.Placed) shop.deposit(guest, shop.offer(guest, shop.variant(10_000, 9), 1))).order();
    }

    private static String entry(long amount, String message) {
        return """
                <Ntry><Amt Ccy="KRW">%d</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>REF%d</AcctSvcrRef>
                <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Kim &amp; Söhne</Nm></Pty></Dbtr></RltdPties>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """.formatted(amount, ++reference, message);
    }

    private static byte[] statement(String... entries) {
        return ("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>"
                        + "<Stmt><Acct><Id><IBAN>KR00TEST</IBAN></Id></Acct>" + String.join("", entries)
                        + "</Stmt></BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<BankEntryView> of(BankFileView file) {
        return entries.list(operator, EntryFilter.ofFile(file.id())).items();
    }

    private static BankEntryView only(BankFileView file) {
        assertThat(of(file)).hasSize(1);
        return of(file).get(0);
    }

    private static OrderState state(PlacedOrder order) {
        return orders.view(operator, order.id()).state();
    }

    @Test
    @Tag("D80")
    void aStatementIsMatchedShownAndBookedOnlyThen() {
        PlacedOrder exact = waiting();
        PlacedOrder little = waiting();
        PlacedOrder much = waiting();
        BankFileView file = files.take(
                operator,
                "november.xml",
                statement(
                        entry(12_500, "order " + exact.number()),
                        entry(500, little.number()),
                        entry(99_000, much.number().toLowerCase(java.util.Locale.ROOT)),
                        entry(12_500, "again " + exact.number()),
                        entry(7_000, "hello")));
        assertThat(of(file).stream().collect(Collectors.groupingBy(BankEntryView::state, Collectors.counting())))
                .containsOnlyKeys(
                        BankEntryState.MATCHED,
                        BankEntryState.SHORT,
                        BankEntryState.OVER,
                        BankEntryState.DOUBLE,
                        BankEntryState.UNMATCHED);
        assertThat(of(file)).extracting(BankEntryView::payer).containsOnly("Kim & Söhne");
        assertThat(state(exact)).isEqualTo(OrderState.AWAITING_DEPOSIT);

        assertThat(files.bookMatched(operator, file.id())).isEqualTo(1);

        assertThat(state(exact)).isEqualTo(OrderState.PAID);
        assertThat(state(little)).isEqualTo(OrderState.AWAITING_DEPOSIT);
        assertThat(state(much)).isEqualTo(OrderState.AWAITING_DEPOSIT);
        assertThat(files.bookMatched(operator, file.id())).isZero();
    }

    @Test
    @Tag("D80")
    void theSameFileTwiceAndOverlappingFilesChangeNothing() {
        PlacedOrder order = waiting();
        String entry = entry(12_500, order.number());
        byte[] content = statement(entry);
        BankFileView file = files.take(operator, "a.xml", content);
        assertThatThrownBy(() -> files.take(operator, "b.xml", content)).hasMessageContaining("bank_file_known");
        BankFileView overlapping = files.take(operator, "c.xml", statement(entry, entry(1, "x")));
        assertThat(overlapping.entries()).isEqualTo(1);
        files.bookMatched(operator, file.id());
        files.bookMatched(operator, overlapping.id());
        assertThat(state(order)).isEqualTo(OrderState.PAID);
        assertThat(shop.mall.value(
                        Integer.class,
                        "select count(*) from payment_event e join payment p on p.id = e.payment_id where p.order_id = ?",
                        order.id()))
                .isEqualTo(1);
    }

    @Test
    void shortMoneyWaitsForTheRestAndWhatIsTooMuchGoesBack() {
        PlacedOrder order = waiting();
        BankFileView first = files.take(operator, "short.xml", statement(entry(10_000, order.number())));
        BankEntryView shortOne = entries.book(operator, decide(only(first), ""));
        assertThat(shortOne.state()).isEqualTo(BankEntryState.SHORT);
        assertThat(state(order)).isEqualTo(OrderState.AWAITING_DEPOSIT);
        BankFileView second = files.take(operator, "rest.xml", statement(entry(3_000, "the rest")));
        BankEntryView rest = entries.book(operator, decide(only(second), order.number()));
        assertThat(rest.state()).isEqualTo(BankEntryState.REFUND);
        assertThat(rest.back().minor()).isEqualTo(500);
        assertThat(only(first).state()).isEqualTo(BankEntryState.BOOKED);
        assertThat(state(order)).isEqualTo(OrderState.PAID);
        entries.sentBack(operator, decide(rest, ""));
        assertThat(only(second).state()).isEqualTo(BankEntryState.REFUNDED);
        assertThat(only(second).handledBy()).isEqualTo(operator.account());
    }

    @Test
    void aDecisionNeedsAReasonTheRightOrderAndTheVersionThatWasRead() {
        PlacedOrder paid = shop.buy(shop.guest(), shop.variant(10_000, 9), 1);
        BankFileView file = files.take(operator, "odd.xml", statement(entry(7_777, "?")));
        BankEntryView entry = only(file);
        assertThatThrownBy(() -> entries.ignore(operator, new DecideEntry(entry.id(), "", " ", entry.version())))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> entries.book(operator, decide(entry, "R999999999")))
                .hasMessageContaining("orderNumber");
        assertThatThrownBy(() -> entries.book(operator, decide(entry, paid.number())))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> entries.sentBack(operator, decide(entry, ""))).hasMessageContaining("entry_state");
        entries.sendBack(operator, decide(entry, ""));
        assertThatThrownBy(() -> entries.ignore(operator, decide(entry, ""))).hasMessageContaining("entry_changed");
        assertThat(only(file).state()).isEqualTo(BankEntryState.REFUND);
        Caller seller = Caller.tenant(shop.first, UUID.randomUUID(), Permissions.SELLER_OWNER, "test");
        assertThatThrownBy(() -> entries.list(seller, EntryFilter.ofFile(file.id())))
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> files.take(Caller.operator(null, Set.of(), "test"), "x", statement()))
                .hasMessageContaining("not_permitted");
    }

    private static DecideEntry decide(BankEntryView entry, String order) {
        return new DecideEntry(entry.id(), order, "seen on the statement", entry.version());
    }

    @Test
    void aTableIsReadOnceItsColumnsAreNamedAndTheyAreRemembered() {
        PlacedOrder order = waiting();
        String head = "거래일,내용,보낸분,출금액,입금액\n";
        String row = "2026.11.20,\"주문 " + order.number() + "\",김하늘,,\"12,500\"\n2026.11.20,fee,bank,300,\n";
        BankFileView file = files.take(operator, "t.csv", (head + row).getBytes(Charset.forName("MS949")));
        assertThat(file.isRead()).isFalse();
        assertThat(files.table(operator, file.id()).columns()).contains("입금액");
        assertThatThrownBy(() -> files.name(
                        operator, file.id(), new CsvMapping("거래일", "yyyy.MM.dd", "?", false, "", "내용", "KRW")))
                .hasMessageContaining("amountColumn");
        assertThat(files.name(operator, file.id(), MAPPING).matched()).isEqualTo(1);
        assertThat(only(file).payer()).isEqualTo("김하늘");
        BankFileView next =
                files.take(operator, "u.csv", (head + "2026.11.21,hi,x,,5\n").getBytes(StandardCharsets.UTF_8));
        assertThat(next.isRead()).isTrue();
        assertThat(next.entries()).isEqualTo(1);
        assertThatThrownBy(() -> files.take(
                        operator,
                        "v.csv",
                        (head + "2026.13.21,hi,x,,5\n2026.11.21,hi,x,,five\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("lines.2")
                .hasMessageContaining("lines.3");
    }

    @Test
    void filesOfTheWrongKindAreRefused() {
        refused("", "not_a_table");
        refused("just words", "not_a_table");
        refused("%PDF-1.7\0\0binary", "not_a_table");
        refused("<html><body>no</body></html>", "not_a_statement");
        refused("<Document><BkToCstmrStmt><Stmt><Ntry>", "not_a_statement");
        refused(
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<Document><BkToCstmrStmt>&x;</BkToCstmrStmt></Document>",
                "not_a_statement");
        refused(
                new String(statement(entry(1, "x").replace("2026-11-20", "someday")), StandardCharsets.UTF_8),
                "lines.1");
        assertThatThrownBy(() -> files.take(operator, "big", new byte[BankFiles.LARGEST + 1]))
                .hasMessageContaining("too_large");
        String many = "a,b\n"
                + IntStream.rangeClosed(0, 10_000).mapToObj(i -> i + ",x\n").collect(Collectors.joining());
        refused(many, "too_many_lines");
    }

    private static void refused(String content, String word) {
        int before = shop.count("bank_file");
        assertThatThrownBy(() -> files.take(operator, "x", content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining(word);
        assertThat(shop.count("bank_file")).isEqualTo(before);
    }
}
