package dev.rialto.system.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What support finds of a recharge, what strangers hear, and what becomes of one code sent many times at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RechargeCasesST {
    private Channel cardpoint;
    private List<String> codes;

    @BeforeAll
    void codesAreExported() throws Exception {
        cardpoint = Channel.cardpoint();
        codes = cardpoint.codes(6);
    }

    private static String account() {
        return "case." + UUID.randomUUID().toString().substring(0, 12);
    }

    private static String lastFour(String code) {
        String plain = code.replace("-", "");
        return plain.substring(plain.length() - 4);
    }

    @Test
    @Tag("E4")
    @Tag("E10")
    @Tag("E12")
    @Tag("E22")
    @Tag("E31")
    void aRechargeIsFoundByAccountCodeAndNumberWithEveryStepItTook() throws Exception {
        String account = account();
        Http.Answer done = cardpoint.redeem(codes.get(0), account);
        String number = done.header("Location").orElseThrow().replaceFirst(".*/recharge/", "");
        for (String searched : List.of(number, account, lastFour(codes.get(0)))) {
            assertThat(cardpoint.console.get("/recharges?q=" + searched).text())
                    .as(searched)
                    .contains("/recharges/" + number);
        }
        assertThat(cardpoint.console.get("/recharges/" + number).text())
                .contains(number, "… " + lastFour(codes.get(0)))
                .containsSubsequence("received", "qualified", "held", "taken", "done", "used")
                .doesNotContain(account);
    }

    @Test
    @Tag("E21")
    @Tag("E23")
    @Tag("E32")
    void everyRefusalHasItsReasonForSupportAndOneAnswerForStrangers() throws Exception {
        String contact = Channel.contact();
        String proof = cardpoint.proof(contact);
        String account = account();
        Http.Answer wrongProof =
                cardpoint.redeem(codes.get(1), account, contact, proof.equals("111111") ? "222222" : "111111");
        assertThat(wrongProof.status()).isEqualTo(422);
        assertThat(wrongProof.text()).contains("id=\"proof-error\"");
        assertThat(cardpoint.redeem(codes.get(1), account, contact, proof).status())
                .isEqualTo(303);
        assertThat(cardpoint.redeem(codes.get(2), account, contact, proof).status())
                .isEqualTo(422);
        String used = cardpoint.redeem(codes.get(1), account).text();
        String unknown = cardpoint.redeem("AAAAA-BBBBB-CCCCC", account).text();
        assertThat(List.of(used, unknown)).allSatisfy(page -> assertThat(page)
                .contains("This code cannot be used here.")
                .doesNotContain("was used"));
        assertThat(cardpoint.console.get("/recharges?q=" + account).text())
                .contains("Code was used", "No such code", "Verification code wrong, used or too old");
        assertThat(cardpoint.redeem(codes.get(2), account).status()).isEqualTo(303);
    }

    @Test
    @Tag("E24")
    void theSameCodeSentManyTimesAtOnceRechargesOnce() throws Exception {
        List<String> proofs = new ArrayList<>();
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            contacts.add(Channel.contact());
            proofs.add(cardpoint.proof(contacts.get(i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(5);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int one = i;
            answers.add(threads.submit(() -> cardpoint
                    .redeem(codes.get(3), account(), contacts.get(one), proofs.get(one))
                    .status()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        threads.shutdown();
        assertThat(statuses).containsOnlyOnce(303);
        String done = cardpoint
                .console
                .get("/recharges?state=done&q=" + lastFour(codes.get(3)))
                .text();
        assertThat(done).containsOnlyOnce("… " + lastFour(codes.get(3)));
    }

    @Test
    @Tag("E30")
    @Tag("E35")
    void theChannelSeesTheSalesOfItsSubChannelAndTheSubChannelItsOwnAlone() throws Exception {
        Channel kiosk = Channel.kiosk();
        String own = kiosk.codes(1).get(0);
        assertThat(kiosk.redeem(own, account()).status()).isEqualTo(303);
        assertThat(cardpoint.redeem(codes.get(4), account()).status()).isEqualTo(303);
        String report = cardpoint.console.get("/cards/sold?recharged=yes").text();
        assertThat(report).contains("… " + lastFour(own), "… " + lastFour(codes.get(4)), "Cardpoint Kiosk");
        assertThat(kiosk.console.get("/cards/sold?recharged=yes").text())
                .contains("… " + lastFour(own))
                .doesNotContain("… " + lastFour(codes.get(4)));
        assertThat(kiosk.console.get("/code-batches").text()).doesNotContain(">Cardpoint<");
    }
}
