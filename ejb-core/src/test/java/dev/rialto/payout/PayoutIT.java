package dev.rialto.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.seller.Permissions;
import dev.rialto.settlement.Reconciliation;
import dev.rialto.settlement.SettlementFixture;
import dev.rialto.settlement.StatementLine;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Payouts, from what is settled to the bank and back. */
class PayoutIT {
    private static final Caller PREPARES = SettlementFixture.operator();
    private static final Caller APPROVES = SettlementFixture.operator();

    private SettlementFixture mall;
    private Payouts payouts;
    private PayoutReads reads;
    private UUID first;
    private UUID second;

    @BeforeEach
    void open(@TempDir Path folder) {
        mall = new SettlementFixture(folder);
        payouts = mall.shop.mall.get(Payouts.class);
        reads = mall.shop.mall.get(PayoutReads.class);
        first = mall.shop.first;
        second = mall.shop.second;
        mall.buy(first, 100_000);
        mall.buy(second, 50_000);
        mall.nextMonth();
        mall.closePeriod();
    }

    @AfterEach
    void close() {
        mall.close();
    }

    private UUID prepared() {
        return payouts.prepare(PREPARES, new PreparePayout("KRW", mall.shop.bank, mall.today()));
    }

    private UUID approved() {
        UUID run = prepared();
        payouts.approve(APPROVES, run, reads.run(PREPARES, run).version());
        return run;
    }

    private void refused(Runnable deed, PayoutError code) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private void agree() {
        assertThat(mall.shop.mall.get(Reconciliation.class).balances(PREPARES))
                .allSatisfy(balance -> assertThat(balance.difference()).isZero());
    }

    @Test
    void aSellerWhosePapersAreNotAcceptedIsLeftOutAndToldWhy() {
        refused(this::prepared, PayoutError.NOTHING_TO_PAY);
        mall.acceptPapers(first);
        UUID run = prepared();
        assertThat(reads.payouts(PREPARES, run))
                .extracting(PayoutView::tenantId)
                .containsExactly(first);
        assertThat(reads.payables(SettlementFixture.owner(second), null))
                .singleElement()
                .satisfies(own -> {
                    assertThat(own.tenantId()).isEqualTo(second);
                    assertThat(own.accepted()).isFalse();
                    assertThat(own.papers().stored()).isEqualTo("draft");
                });
    }

    @Test
    void onePreparesAndAnotherApprovesAndOnlyThenItIsBooked() {
        mall.acceptPapers(first);
        UUID run = prepared();
        refused(() -> payouts.approve(PREPARES, run, 1), PayoutError.PAYOUT_SECOND_PERSON);
        refused(() -> payouts.file(APPROVES, run), PayoutError.PAYOUT_STATE);
        refused(this::prepared, PayoutError.PAYOUT_WAITING);
        assertThatThrownBy(() -> payouts.approve(Caller.operator(Ids.next(), Permissions.VIEWER, "t"), run, 1))
                .isInstanceOf(DomainException.class);
        agree();
        refused(() -> payouts.approve(APPROVES, run, 7), PayoutError.PAYOUT_CHANGED);
        payouts.approve(APPROVES, run, 1);
        refused(() -> payouts.approve(APPROVES, run, 2), PayoutError.PAYOUT_STATE);
        assertThat(reads.payables(PREPARES, "KRW"))
                .extracting(Payable::tenantId)
                .containsExactly(second);
        agree();
    }

    @Test
    void whatIsNoLongerDueIsNotApproved() {
        mall.acceptPapers(first);
        UUID run = prepared();
        mall.shop.mall.execute("update verification set state = 'draft' where tenant_id = ?", first);
        refused(() -> payouts.approve(APPROVES, run, 1), PayoutError.PAYOUT_STALE);
        payouts.cancel(PREPARES, run, "papers are renewed", 1);
        assertThat(reads.run(PREPARES, run).reason()).isEqualTo("papers are renewed");
        refused(this::prepared, PayoutError.NOTHING_TO_PAY);
        agree();
    }

    @Test
    void theBanksFileNamesEveryTransferAndIsTheSameWheneverItIsFetched() throws Exception {
        mall.acceptPapers(first);
        UUID run = approved();
        byte[] file = payouts.file(APPROVES, run);
        assertThat(payouts.file(APPROVES, run)).isEqualTo(file);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document xml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        PayoutView payout = reads.payouts(PREPARES, run).get(0);
        assertThat(xml.getDocumentElement().getNamespaceURI())
                .isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
        assertThat(List.of(
                        text(xml, "NbOfTxs"),
                        text(xml, "CtrlSum"),
                        text(xml, "InstdAmt"),
                        text(xml, "EndToEndId"),
                        text(xml, "Ustrd")))
                .containsExactly(
                        "1",
                        String.valueOf(payout.amount()),
                        String.valueOf(payout.amount()),
                        payout.reference(),
                        payout.reference());
        assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8))
                .contains("First &lt;Goods&gt; &amp; Co", "<Id>12345678901234</Id>", "Ccy=\"KRW\"");
    }

    private static String text(Document xml, String element) {
        return xml.getElementsByTagNameNS("*", element).item(0).getTextContent();
    }

    @Test
    void aPayoutThatComesBackIsTheSellersBalanceAgainWithTheReasonOnTheNextStatement() {
        mall.acceptPapers(first);
        UUID run = approved();
        PayoutView payout = reads.payouts(PREPARES, run).get(0);
        refused(() -> payouts.returned(APPROVES, payout.id(), " ", payout.version()), PayoutError.PAYOUT_INVALID);
        payouts.returned(APPROVES, payout.id(), "account closed", payout.version());
        refused(() -> payouts.returned(APPROVES, payout.id(), "again", payout.version() + 1), PayoutError.PAYOUT_STATE);
        assertThat(reads.payables(PREPARES, "KRW"))
                .anySatisfy(each -> assertThat(each.amount()).isEqualTo(payout.amount()));
        mall.nextMonth();
        mall.closePeriod();
        assertThat(mall.lines(mall.latest(first)))
                .extracting(StatementLine::kind, StatementLine::amount, StatementLine::reference)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("payout", -payout.amount(), payout.reference()),
                        org.assertj.core.groups.Tuple.tuple("payout_return", payout.amount(), payout.reference()));
        agree();
    }

    @Test
    void whatABanksFileSaysCameBackIsBookedOnceAndUnknownReferencesAreNamed() {
        mall.acceptPapers(first);
        UUID run = approved();
        String reference = reads.payouts(PREPARES, run).get(0).reference();
        byte[] report = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>account closed</AddtlInf></StsRsnInf></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>other</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>P0-NONE</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts>
                </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(reference).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(payouts.readReturns(APPROVES, report)).isEqualTo(new ReturnsRead(1, 0, List.of("P0-NONE")));
        assertThat(payouts.readReturns(APPROVES, report)).isEqualTo(new ReturnsRead(0, 1, List.of("P0-NONE")));
        assertThat(reads.payouts(PREPARES, run).get(0).returnReason()).isEqualTo("AC04 account closed");
        refused(() -> payouts.readReturns(APPROVES, new byte[] {1, 2}), PayoutError.PAYOUT_INVALID);
        refused(
                () -> payouts.readReturns(APPROVES, "<Document/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                PayoutError.PAYOUT_INVALID);
        agree();
    }

    @Test
    void aNotificationWithReturnInformationIsReadToo() {
        mall.acceptPapers(first);
        UUID run = approved();
        String reference = reads.payouts(PREPARES, run).get(0).reference();
        byte[] note = """
                <Document><BkToCstmrDbtCdtNtfctn><Ntfctn><Ntry><NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>
                <RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf></TxDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs></TxDtls>
                </NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(reference, reference).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(payouts.readReturns(APPROVES, note)).isEqualTo(new ReturnsRead(1, 0, List.of()));
        assertThat(reads.payouts(PREPARES, run).get(0).returnReason()).isEqualTo("AC01");
    }

    @Test
    void wrongAccountsAndDaysAreRefusedByField() {
        mall.acceptPapers(first);
        assertThatThrownBy(() -> payouts.prepare(
                        PREPARES,
                        new PreparePayout("KRW", Ids.next(), mall.today().minusDays(3))))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.fields())
                        .extracting(field -> field.field())
                        .containsExactly("executeOn", "bankAccount"));
    }

    @Test
    @Tag("A19")
    void runsAreTheMallsAlone() {
        mall.acceptPapers(first);
        UUID run = approved();
        Caller owner = SettlementFixture.owner(first);
        assertThatThrownBy(() -> reads.run(owner, run)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> payouts.file(owner, run)).isInstanceOf(DomainException.class);
    }
}
