package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallBacksTest {
    @TempDir
    Path folder;

    private Merchant merchant;

    @BeforeEach
    void open() throws Exception {
        merchant = new Merchant(folder);
    }

    @AfterEach
    void close() {
        merchant.close();
    }

    @Test
    void anApprovalIsToldSigned() throws Exception {
        String session = merchant.approved(12_000);
        Merchant.Told told = merchant.nextTold();
        assertThat(told.type()).isEqualTo("payment.approved");
        assertThat(told.json().getAsJsonObject("data").get("id").getAsString()).isEqualTo(session);
        assertThat(told.signature())
                .isEqualTo(new Signature(Merchant.SECRET).of(told.id(), Long.parseLong(told.timestamp()), told.body()));
    }

    @Test
    void whatIsNotTakenIsToldAgainUnderTheSameId() throws Exception {
        merchant.refuseCallBacks(2);
        merchant.approved(12_000);
        String id = merchant.nextTold().id();
        assertThat(merchant.nextTold().id()).isEqualTo(id);
        assertThat(merchant.nextTold().id()).isEqualTo(id);
        assertThat(merchant.noMoreTold()).isNull();
    }

    @Test
    void aSwitchTellsTwice() throws Exception {
        merchant.switchOn("{\"faults\": {\"callback_twice\": 1}}");
        merchant.approved(12_000);
        assertThat(merchant.nextTold().id()).isEqualTo(merchant.nextTold().id());
    }

    @Test
    void aSwitchKeepsSilent() throws Exception {
        merchant.switchOn("{\"faults\": {\"no_callback\": 1}}");
        String session = merchant.approved(12_000);
        assertThat(merchant.noMoreTold()).isNull();
        assertThat(merchant.state(session)).isEqualTo("approved");
    }

    @Test
    void aLateApprovalIsToldWhenItComes() throws Exception {
        merchant.switchOn("{\"faults\": {\"late_approval\": 1}, \"late_millis\": 300}");
        String session = merchant.approved(12_000);
        assertThat(merchant.state(session)).isEqualTo("pending");
        assertThat(merchant.page("/pay/" + session).body()).contains("http-equiv=\"refresh\"");
        assertThat(merchant.nextTold().type()).isEqualTo("payment.approved");
        assertThat(merchant.state(session)).isEqualTo("approved");
    }

    @Test
    void theLateCardIsApprovedLate() throws Exception {
        merchant.switchOn("{\"late_millis\": 100}");
        String session = Merchant.id(merchant.open(12_000));
        merchant.pay(session, TestCard.LATE);
        assertThat(merchant.nextTold().type()).isEqualTo("payment.approved");
    }

    @Test
    void whatWasNotTakenBeforeARestartIsToldAfterIt() throws Exception {
        merchant.refuseCallBacks(1_000);
        merchant.approved(12_000);
        String id = merchant.nextTold().id();
        merchant.stopGateway();
        merchant.refuseCallBacks(0);
        while (merchant.noMoreTold() != null) {
            // drain what was tried before the stop
        }
        merchant.startGateway();
        assertThat(merchant.nextTold().id()).isEqualTo(id);
    }

    @Test
    void whatWasTakenIsNotToldAgainAfterARestart() throws Exception {
        merchant.approved(12_000);
        merchant.nextTold();
        awaitTold();
        merchant.restart();
        assertThat(merchant.noMoreTold()).isNull();
    }

    private void awaitTold() throws Exception {
        for (int i = 0; i < 100 && !merchant.get("/journal.json").toString().contains("\"kind\":\"told\""); i++) {
            Thread.sleep(10);
        }
    }
}
